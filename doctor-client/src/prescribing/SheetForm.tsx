import { useId } from "react";
import type {
  ConsultationView,
  Prescription,
  PrescriptionReport,
} from "@wuduan/contract/messages.ts";
import type { PrescribingCommands } from "@wuduan/contract/prescribing.ts";
import { useSigningCommand } from "@wuduan/web-kit/browser/useSigning.tsx";
import { useSignatory } from "../signing/signatory.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { Checks } from "./Checks.tsx";
import { DiagnosisField } from "./DiagnosisField.tsx";
import { DrugSearch } from "./DrugSearch.tsx";
import { LineRow } from "./LineRow.tsx";
import { Fault, NumberField } from "./NumberField.tsx";
import {
  egfrWritten,
  obstacle,
  sendable,
  withDrug,
  withLine,
  withoutLine,
  type Obstacle,
  type Sendable,
  type SheetDraft,
} from "./sheet.ts";
import { useReport } from "./useReport.ts";
import { inWords, SUPPLIES, w } from "./words.ts";

/** Wire limit of a prescription's lines; the rule of five is told by the hub. */
const LINES_MAX = 10;

interface Props {
  view: ConsultationView;
  orders: PrescribingCommands;
  draft: SheetDraft;
  /** Whether this computer keeps the draft. */
  kept: boolean;
  /** The hub's copy of it. */
  stored: Prescription | undefined;
  onChange(draft: SheetDraft): void;
  onForget(): void;
}

/** A prescription while it is written; the hub checks it with each change. */
export function SheetForm({ view, orders, draft, kept, stored, onChange, onForget }: Props) {
  const sent = sendable(draft, view.patient.id);
  const { report, checking } = useReport(orders, view.id, sent);
  const toLine = (line: number) => sent.typed[line] ?? line;
  return (
    <form className="panel-section rx-form" onSubmit={(event) => event.preventDefault()}>
      {draft.replaces !== undefined && <p className="notice">{w("replaces")}</p>}
      <DiagnosisField
        diagnoses={draft.diagnoses}
        onChange={(diagnoses) => onChange({ ...draft, diagnoses })}
      />
      <ol className="rx-lines">
        {draft.lines.map((line, index) => (
          <LineRow
            key={`${index} ${line.drug.code}`}
            line={line}
            index={index}
            amount={report?.amounts.find((amount) => toLine(amount.line) === index)}
            newest={index === draft.lines.length - 1}
            onChange={(change) => onChange(withLine(draft, index, change))}
            onRemove={() => onChange(withoutLine(draft, index))}
          />
        ))}
      </ol>
      {draft.lines.length < LINES_MAX && (
        <DrugSearch
          consultationId={view.id}
          orders={orders}
          onChoose={(drug) => onChange(withDrug(draft, drug))}
        />
      )}
      <Terms draft={draft} onChange={onChange} />
      <Guardian report={report} draft={draft} onChange={onChange} />
      <Checks
        report={report}
        checking={checking}
        toLine={toLine}
        overrides={draft.overrides}
        onOverride={(id, override) =>
          onChange({ ...draft, overrides: { ...draft.overrides, [id]: override } })
        }
      />
      <Foot
        view={view}
        orders={orders}
        draft={draft}
        sent={sent}
        stored={stored}
        why={obstacle(sent, report)}
        onDone={onForget}
      />
      <p className="soft" role="status">
        {w(kept ? "draftKept" : "draftFailed")}
      </p>
    </form>
  );
}

function Terms({ draft, onChange }: Pick<Props, "draft" | "onChange">) {
  const id = useId();
  const unreadable = egfrWritten(draft) === "unreadable";
  const fault = unreadable ? { id, text: w("egfrUnreadable") } : undefined;
  const asksReason = draft.supply === "chronic" || draft.supply === "long_term";
  return (
    <div className="rx-terms">
      <label className="field">
        <span>{w("supply")}</span>
        <select
          name="supply"
          value={draft.supply}
          onChange={(event) =>
            onChange({ ...draft, supply: event.target.value as SheetDraft["supply"] })
          }
        >
          {Object.entries(SUPPLIES).map(([value, name]) => (
            <option key={value} value={value}>
              {inWords(name)}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={w("egfr")}
        name="egfr"
        inputMode="decimal"
        maxLength={8}
        placeholder={w("egfrUnit")}
        value={draft.egfr}
        fault={fault}
        onType={(egfr) => onChange({ ...draft, egfr })}
      />
      <Fault fault={fault} />
      {asksReason && (
        <label className="field rx-whole">
          <span>{w("supplyReason")}</span>
          <input
            name="supplyReason"
            maxLength={500}
            value={draft.supplyReason}
            onChange={(event) => onChange({ ...draft, supplyReason: event.target.value })}
          />
        </label>
      )}
      {draft.supply === "long_term" && (
        <label className="field rx-whole">
          <span>{w("assessment")}</span>
          <textarea
            name="assessment"
            rows={2}
            maxLength={1000}
            value={draft.assessment}
            onChange={(event) => onChange({ ...draft, assessment: event.target.value })}
          />
        </label>
      )}
    </div>
  );
}

/** Asked for where the hub asks for a guardian, and to be taken back. */
function Guardian({
  report,
  draft,
  onChange,
}: Pick<Props, "draft" | "onChange"> & { report: PrescriptionReport | undefined }) {
  const asked = report?.refusals.some(({ rule }) => rule === "under_six") ?? false;
  if (!asked && !draft.guardianPresent) return null;
  return (
    <label className="rx-despite">
      <input
        type="checkbox"
        name="guardianPresent"
        checked={draft.guardianPresent}
        onChange={(event) => onChange({ ...draft, guardianPresent: event.target.checked })}
      />
      {w("guardian")}
    </label>
  );
}

interface FootProps extends Pick<Props, "view" | "orders" | "draft" | "stored"> {
  sent: Sendable;
  /** Why it can't be signed. */
  why: Obstacle | null;
  onDone(): void;
}

/** Saves, and signs what was saved. A prescription that was signed leaves the form. */
function Foot({ view, orders, draft, sent, stored, why, onDone }: FootProps) {
  const reason = useId();
  const { busy, problem, give, question } = useSigningCommand(useSignatory());
  const version = stored?.version ?? 0;
  const same = stored && JSON.stringify(stored.sheet) === JSON.stringify(sent.sheet);
  const save = async () =>
    same || (await give(() => orders.save(view.id, { id: draft.id, version, sheet: sent.sheet })));
  const sign = async () => {
    if (!(await save())) return;
    const now = same ? version : version + 1;
    if (await give(() => orders.issue(view.id, draft.id, now))) onDone();
  };
  const longTerm = draft.supply === "long_term" && sent.sheet.lines.some(({ days }) => days > 28);
  const confirmed = longTerm && stored?.confirmedAt !== undefined && sent.complete;
  const maySign = why === null || confirmed;
  const started = draft.lines.length > 0 || draft.diagnoses.length > 0;
  return (
    <footer className="rx-foot">
      {longTerm && <p className="notice">{w(stored?.confirmedAt ? "confirmed" : "toConfirm")}</p>}
      <ProblemLine problem={problem} />
      {question}
      <p id={reason} className="soft rx-why" role="status" data-label="why-not">
        {!maySign && !busy && w(`why.${why}`, { lines: unfinishedLines(draft, sent) })}
      </p>
      <button
        type="button"
        className="button"
        data-action="save-prescription"
        disabled={busy || !started || !sent.complete || same}
        onClick={() => void save()}
      >
        {w(same ? "saved" : "save")}
      </button>
      <button
        type="button"
        className="button primary"
        data-action="sign-prescription"
        aria-describedby={reason}
        disabled={busy || !maySign}
        onClick={() => void sign()}
      >
        {w(busy ? "signing" : "sign")}
      </button>
    </footer>
  );
}

/** The numbers of the lines that can't be sent yet, as they stand on the screen. */
function unfinishedLines({ lines }: SheetDraft, { typed }: Sendable): string {
  return lines.flatMap((_, index) => (typed.includes(index) ? [] : [index + 1])).join("、");
}
