import { useState } from "react";
import type {
  EntryVersions,
  Id,
  Note,
  NoteVersions,
  Problem,
  RecordEntry,
} from "@wuduan/contract/messages.ts";
import { noteCommands, recordCommands } from "@wuduan/contract/records.ts";
import type { Result } from "@wuduan/contract/commands.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useDesk } from "../desk.tsx";
import { t, whenOf } from "./language.ts";
import { TEXT_FIELDS } from "./noteText.ts";

/** Who wrote what and when into a note. */
export function NoteVersionsButton({ consultationId, note }: { consultationId: Id; note: Note }) {
  const { commands } = useDesk();
  return (
    <VersionsButton
      ask={async () => {
        const answer = await noteCommands(commands.send, consultationId).versions(note.id);
        return answer.ok ? { ok: true, value: noteLines(answer.value) } : answer;
      }}
    />
  );
}

/** The same of an entry of the record. */
export function EntryVersionsButton({ patientId, entry }: { patientId: Id; entry: RecordEntry }) {
  const { commands } = useDesk();
  return (
    <VersionsButton
      ask={async () => {
        const answer = await recordCommands(commands.send, patientId).versions(entry.id);
        return answer.ok ? { ok: true, value: entryLines(answer.value) } : answer;
      }}
    />
  );
}

interface Line {
  version: number;
  who: string;
  at: string;
  text: string;
  reason: string | undefined;
}

function noteLines({ versions }: NoteVersions): Line[] {
  return versions.map(({ version, by, at, state, content, reason }) => ({
    version,
    who: `${by.name} · ${t(`note.state.${state}`)}`,
    at,
    text: [
      ...TEXT_FIELDS.filter((field) => content[field] !== "").map(
        (field) => `${t(`field.${field}`)}: ${content[field]}`,
      ),
      ...content.diagnoses.map(({ code, name }) => `${code} ${name}`),
    ].join("\n"),
    reason,
  }));
}

function entryLines({ versions }: EntryVersions): Line[] {
  return versions.map(({ version, by, at, content, retiredFor }) => ({
    version,
    who: by,
    at,
    text: [
      content.code,
      content.text,
      content.reaction,
      content.severity && t(`severity.${content.severity}`),
      content.certainty && t(`certainty.${content.certainty}`),
      content.usage,
      content.since,
    ]
      .filter(Boolean)
      .join(" · "),
    reason: retiredFor,
  }));
}

function VersionsButton({ ask }: { ask(): Promise<Result<Line[]>> }) {
  const [lines, setLines] = useState<Line[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async () => {
    const answer = await ask();
    if (answer.ok) setLines(answer.value);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <>
      <button
        type="button"
        className="button small quiet"
        data-action="versions"
        onClick={() => void open()}
      >
        {t("entry.versions")}
      </button>
      <ProblemLine problem={problem} />
      {lines && (
        <Dialog name="versions" title={t("versions.title")} wide onClose={() => setLines(null)}>
          <ol className="dialog-body versions">
            {lines.map(({ version, who, at, text, reason }) => (
              <li key={version} data-version={version}>
                <b>{t("versions.line", { version, who, when: whenOf(at) })}</b>
                {reason && <p>{t("versions.reason", { reason })}</p>}
                <p className="opinion-text">{text}</p>
              </li>
            ))}
          </ol>
        </Dialog>
      )}
    </>
  );
}
