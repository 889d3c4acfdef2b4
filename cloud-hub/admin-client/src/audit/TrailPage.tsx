import { useEffect, useState } from "react";
import type { TrailLine, TrailVerdict } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { secondOf } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { actionWord } from "./actions.ts";
import { FAULTS, filled, TRAIL_KINDS, trailWord } from "./words.ts";
import "./trail.css";

/** Whoever drains by a command and not on a page (PROTOCOL.md §15). */
const THE_SYSTEM = "00000000-0000-0000-0000-000000000000";

const t = (key: Parameters<typeof trailWord>[0], values?: Record<string, string>) =>
  trailWord(key, i18n.language(), values);

interface About {
  id: string;
  name: string;
}

/** Who did, opened or was denied what, the newest first; and whether the trail is what was sealed. */
export function TrailPage() {
  const [kind, setKind] = useState("");
  const [about, setAbout] = useState<About | undefined>();
  return (
    <>
      <header className="page-head">
        <h1>{t("title")}</h1>
        <Verification />
      </header>
      <div className="trail-wanted">
        <label className="field">
          <span>{t("kind")}</span>
          <select name="kind" value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="">{t("all")}</option>
            {Object.entries(TRAIL_KINDS).map(([value, name]) => (
              <option key={value} value={value}>
                {name[i18n.language()]}
              </option>
            ))}
          </select>
        </label>
        {about && (
          <p>
            {t("about", { who: about.name })}{" "}
            <button type="button" className="button" onClick={() => setAbout(undefined)}>
              {t("clear")}
            </button>
          </p>
        )}
      </div>
      <Lines key={`${kind} ${about?.id}`} kind={kind} about={about?.id} onAbout={setAbout} />
    </>
  );
}

function Verification() {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [verdict, setVerdict] = useState<TrailVerdict | undefined>();
  const verify = () =>
    void give(async () => {
      const answer = await commands.watch.verification();
      if (answer.ok) setVerdict(answer.value);
      return answer;
    });
  return (
    <div className="trail-verdict">
      <button
        type="button"
        className="button"
        data-action="verify"
        disabled={busy}
        onClick={verify}
      >
        {t(busy ? "verifying" : "verify")}
      </button>
      <ProblemLine problem={problem} language={i18n.language()} />
      {verdict && <Verdict verdict={verdict} />}
    </div>
  );
}

function Verdict({ verdict }: { verdict: TrailVerdict }) {
  const language = i18n.language();
  if (verdict.fault)
    return (
      <p className="problem" role="alert" data-verdict="broken">
        <strong>{t("broken")}</strong>{" "}
        {filled(FAULTS[verdict.fault][language], { number: String(verdict.number ?? "") })}
      </p>
    );
  const { entries = 0, seals = 0, waiting = 0 } = verdict;
  const counts = { entries: `${entries}`, seals: `${seals}`, waiting: `${waiting}` };
  return (
    <p role="status" data-verdict="whole">
      ✓ {t("whole", counts)} {!verdict.anchored && t("notAnchored")}
    </p>
  );
}

interface LinesProps {
  kind: string;
  about: string | undefined;
  onAbout(about: About): void;
}

function Lines({ kind, about, onAbout }: LinesProps) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [lines, setLines] = useState<readonly TrailLine[] | undefined>();
  const [next, setNext] = useState<number | undefined>();
  const [before, setBefore] = useState<number | undefined>();
  useEffect(() => {
    void give(async () => {
      const answer = await commands.watch.entries({
        kind,
        ...(about && { about }),
        ...(before !== undefined && { before: String(before) }),
      });
      if (answer.ok) {
        setLines((shown) => [...(shown ?? []), ...answer.value.entries]);
        setNext(answer.value.next);
      }
      return answer;
    });
  }, [commands, give, kind, about, before]);
  return (
    <>
      <ProblemLine problem={problem} language={i18n.language()} />
      {!lines && !problem && <p className="soft">{t("loading")}</p>}
      {lines?.length === 0 && <p className="empty">{t("none")}</p>}
      {lines && lines.length > 0 && <Table lines={lines} onAbout={onAbout} />}
      {next !== undefined && (
        <button
          type="button"
          className="button"
          data-action="older"
          disabled={busy}
          onClick={() => setBefore(next)}
        >
          {t("older")}
        </button>
      )}
    </>
  );
}

function Table({ lines, onAbout }: { lines: readonly TrailLine[]; onAbout(about: About): void }) {
  return (
    <table className="trail">
      <thead>
        <tr>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("object")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.number} data-number={line.number} data-kind={line.kind}>
            <td>{secondOf(line.at, i18n.language())}</td>
            <td>
              <Name
                id={line.actor}
                name={line.actorName ?? t(line.actor === THE_SYSTEM ? "operator" : "nobody")}
                onAbout={onAbout}
              />
            </td>
            <td>
              <What line={line} />
            </td>
            <td>
              {line.object && (
                <Name
                  id={line.object}
                  name={line.objectName ?? line.object.slice(-12)}
                  onAbout={onAbout}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In words, and the code beside them, by which an entry is quoted. */
function What({ line }: { line: TrailLine }) {
  const language = i18n.language();
  const kind = TRAIL_KINDS[line.kind][language];
  const words = actionWord(line.action, language);
  const told = line.kind === "denial" ? [kind, words].filter(Boolean).join(" · ") : words;
  return (
    <>
      {line.kind === "sign_in_failure" ? kind : (told ?? kind)}{" "}
      <code className="soft">{line.action}</code>
    </>
  );
}

function Name({ id, name, onAbout }: About & { onAbout(about: About): void }) {
  return (
    <button
      type="button"
      className="button quiet"
      data-action="about"
      title={id}
      onClick={() => onAbout({ id, name })}
    >
      {name}
    </button>
  );
}
