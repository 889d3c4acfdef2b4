import type {
  DrugFactSource,
  PrescriptionRefusal,
  PrescriptionReport,
  RationalUseFinding,
} from "@wuduan/contract/messages.ts";
import { needsReason, type DraftOverride } from "./sheet.ts";
import { advice, inWords, RULES, SEVERITIES, w } from "./words.ts";

interface Props {
  report: PrescriptionReport | undefined;
  checking: boolean;
  /** From a line that was sent to the line that is typed. */
  toLine(line: number): number;
  overrides: Readonly<Record<string, DraftOverride>>;
  onOverride(finding: string, override: DraftOverride): void;
}

/** What the hub says to the prescription: rules with their source, warnings with theirs. */
export function Checks({ report, checking, toLine, overrides, onOverride }: Props) {
  if (checking && !report)
    return (
      <p className="soft" role="status">
        {w("checking")}
      </p>
    );
  if (!report) return null;
  const broken = report.refusals.filter(({ rule }) => rule !== "override_missing");
  const clean = broken.length === 0 && report.findings.length === 0;
  return (
    <section className="rx-checks" aria-label={w("checks")} data-label="checks">
      <p className="soft" data-reviewed={report.tableReviewed}>
        {w(report.tableReviewed ? "reviewed" : "notReviewed")}
      </p>
      {clean && <p role="status">{w("clean")}</p>}
      <ul>
        {broken.map((refusal) => (
          <Rule key={`${refusal.rule} ${refusal.line ?? ""}`} refusal={refusal} toLine={toLine} />
        ))}
        {report.findings.map((finding) => (
          <Finding
            key={finding.id}
            finding={finding}
            toLine={toLine}
            override={overrides[finding.id] ?? { reason: "", despite: false }}
            onOverride={(override) => onOverride(finding.id, override)}
          />
        ))}
      </ul>
    </section>
  );
}

const lineWord = (lines: readonly number[], toLine: Props["toLine"]) =>
  lines.map((line) => w("line", { n: String(toLine(line) + 1) })).join(" · ");

function Rule({ refusal, toLine }: { refusal: PrescriptionRefusal } & Pick<Props, "toLine">) {
  return (
    <li className="rx-rule" data-rule={refusal.rule}>
      <strong>
        ✕ {refusal.line !== undefined && `${lineWord([refusal.line], toLine)} `}
        {inWords(RULES[refusal.rule])}
      </strong>
      <small>
        {w("source")}：{refusal.source}
      </small>
    </li>
  );
}

interface FindingProps extends Pick<Props, "toLine"> {
  finding: RationalUseFinding;
  override: DraftOverride;
  onOverride(override: DraftOverride): void;
}

function Finding({ finding, toLine, override, onOverride }: FindingProps) {
  return (
    <li
      className={`rx-finding rx-${finding.severity}`}
      data-finding={finding.id}
      data-severity={finding.severity}
    >
      <strong>
        {finding.severity === "caution" ? "ⓘ" : "!"} {inWords(SEVERITIES[finding.severity])}
        {finding.unknown && ` · ${w("unknown")}`}
      </strong>{" "}
      <span className="soft">{lineWord(finding.lines, toLine)}</span>
      <p>{advice(finding)}</p>
      {finding.source && <Source source={finding.source} />}
      {needsReason(finding) && (
        <Override finding={finding} override={override} onOverride={onOverride} />
      )}
    </li>
  );
}

function Override({ finding, override, onOverride }: Omit<FindingProps, "toLine">) {
  return (
    <>
      <label className="field">
        <span>{w("reason")}</span>
        <input
          name={`override-${finding.id}`}
          maxLength={500}
          value={override.reason}
          onChange={(event) => onOverride({ ...override, reason: event.target.value })}
        />
      </label>
      {finding.severity === "contraindicated" && (
        <label className="rx-despite">
          <input
            type="checkbox"
            name={`despite-${finding.id}`}
            checked={override.despite}
            onChange={(event) => onOverride({ ...override, despite: event.target.checked })}
          />
          {w("despite")}
        </label>
      )}
    </>
  );
}

/** Where a fact was read: title, section, date and address. */
export function Source({ source }: { source: DrugFactSource }) {
  return (
    <small className="rx-source">
      {w("source")}：{source.title}，{source.section}，{source.date ?? w("noDate")}{" "}
      <a href={source.address} target="_blank" rel="noreferrer">
        {source.address}
      </a>
    </small>
  );
}
