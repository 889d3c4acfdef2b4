import { useState } from "react";
import { newId, type Result } from "@wuduan/contract/commands.ts";
import type { EntryContent, Id, RecordEntry, RecordView } from "@wuduan/contract/messages.ts";
import { recordCommands } from "@wuduan/contract/records.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { EntryForm, type Kind } from "./EntryForm.tsx";
import { t, whenOf } from "./language.ts";
import { EntryVersionsButton } from "./Versions.tsx";

const KINDS: readonly Kind[] = ["allergy", "problem", "medication", "history"];

/** What is known of the patient beyond this consultation. */
export function Entries({ view }: { view: RecordView }) {
  return (
    <section className="panel-section entries">
      {!view.mayWrite && <p className="soft">{t("readOnly")}</p>}
      <div className="entry-groups">
        {KINDS.map((kind) => (
          <EntryGroup key={kind} view={view} kind={kind} />
        ))}
      </div>
    </section>
  );
}

function EntryGroup({ view, kind }: { view: RecordView; kind: Kind }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [adding, setAdding] = useState(false);
  // Given anew for each entry, so that a repeat after a lost answer is not a second one.
  const [id, setId] = useState(newId);
  const record = recordCommands(commands.send, view.patient.id);
  const all = view.entries.filter((entry) => entry.kind === kind);
  const now = all.filter(({ retired }) => !retired);
  const past = all.filter(({ retired }) => retired);
  const add = async (content: EntryContent) => {
    const done = await give(() => record.write({ id, kind, content }));
    if (done) setId(newId());
    return done;
  };
  return (
    <div className="entry-group" data-kind={kind}>
      <h4>
        {t(`kind.${kind}`)}
        {view.mayWrite && !adding && (
          <button
            type="button"
            className="button small"
            data-action="add-entry"
            onClick={() => setAdding(true)}
          >
            ＋ {t("entry.add")}
          </button>
        )}
      </h4>
      {now.length === 0 && <p className="soft">{t("kind.empty")}</p>}
      {kind === "allergy" && view.mayWrite && view.allergies.state !== "some" && (
        <NoKnownAllergies patientId={view.patient.id} />
      )}
      <ul>
        {now.map((entry) => (
          <Entry key={entry.id} view={view} entry={entry} />
        ))}
      </ul>
      {adding && (
        <EntryForm
          kind={kind}
          name={`record/${view.patient.id}/${kind}`}
          busy={busy}
          onSave={add}
          onClose={() => setAdding(false)}
        />
      )}
      <ProblemLine problem={problem} />
      <Past view={view} entries={past} />
    </div>
  );
}

function NoKnownAllergies({ patientId }: { patientId: Id }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const record = recordCommands(commands.send, patientId);
  return (
    <>
      <button
        type="button"
        className="button small"
        data-action="no-known-allergies"
        disabled={busy}
        onClick={() => void give(() => record.noKnownAllergies({ id: newId() }))}
      >
        {t("allergy.statesNone")}
      </button>
      <ProblemLine problem={problem} />
    </>
  );
}

/** What is no longer true. */
function Past({ view, entries }: { view: RecordView; entries: RecordEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>{t("entry.retiredCount", { count: entries.length })}</summary>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} view={view} entry={entry} />
        ))}
      </ul>
    </details>
  );
}

function Entry({ view, entry }: { view: RecordView; entry: RecordEntry }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [doing, setDoing] = useState<"edit" | "retire" | null>(null);
  // On which the typed text stands: of two who edit at once the hub refuses the second.
  const [from, setFrom] = useState(entry.version);
  const { content, version, retired } = entry;
  const patientId = view.patient.id;
  const record = recordCommands(commands.send, patientId);
  const close = () => setDoing(null);
  const done = async (command: () => Promise<Result<unknown>>) => {
    const ok = await give(command);
    if (ok) close();
    return ok;
  };
  if (doing === "edit")
    return (
      <li>
        <EntryForm
          kind={entry.kind}
          name={`record/${patientId}/${entry.id}/${from}`}
          content={content}
          busy={busy}
          onSave={(next) => done(() => record.edit(entry.id, { version: from, content: next }))}
          onClose={close}
        />
        <ProblemLine problem={problem} />
      </li>
    );
  return (
    <li data-entry={entry.id} data-retired={retired !== undefined}>
      <EntryWords entry={entry} />
      <EntryActions
        view={view}
        entry={entry}
        onEdit={() => {
          setFrom(version);
          setDoing("edit");
        }}
        onRetire={() => setDoing("retire")}
      />
      {doing === "retire" && (
        <Retirement
          name={`record/${patientId}/${entry.id}/retire`}
          busy={busy}
          onRetire={(reason) => done(() => record.retire(entry.id, { version, reason }))}
          onClose={close}
        />
      )}
      <ProblemLine problem={problem} />
    </li>
  );
}

interface EntryActionsProps {
  view: RecordView;
  entry: RecordEntry;
  onEdit: () => void;
  onRetire: () => void;
}

function EntryActions({ view, entry, onEdit, onRetire }: EntryActionsProps) {
  return (
    <span className="entry-actions">
      {view.mayWrite && !entry.retired && (
        <>
          <EntryButton name="edit-entry" word={t("entry.edit")} onClick={onEdit} />
          <EntryButton name="retire-entry" word={t("entry.retire")} onClick={onRetire} />
        </>
      )}
      {entry.version > 1 && <EntryVersionsButton patientId={view.patient.id} entry={entry} />}
    </span>
  );
}

function EntryWords({ entry }: { entry: RecordEntry }) {
  const { content, retired, recordedBy, recordedAt } = entry;
  return (
    <>
      <p>
        {content.code && <b>{content.code} </b>}
        {wordsOf(content)}
      </p>
      <small className="soft">
        {retired
          ? t("entry.retiredBy", {
              who: retired.by,
              when: whenOf(retired.at),
              reason: retired.reason,
            })
          : t("entry.by", { who: recordedBy, when: whenOf(recordedAt) })}
      </small>
    </>
  );
}

function wordsOf(content: EntryContent): string {
  const { text, reaction, severity, certainty, usage, since } = content;
  return [
    text,
    reaction,
    severity && t(`severity.${severity}`),
    certainty && t(`certainty.${certainty}`),
    usage,
    since,
  ]
    .filter(Boolean)
    .join(" · ");
}

function EntryButton(props: { name: string; word: string; onClick(): void }) {
  const { name, word, onClick } = props;
  return (
    <button type="button" className="button small quiet" data-action={name} onClick={onClick}>
      {word}
    </button>
  );
}

function Retirement(props: {
  name: string;
  busy: boolean;
  onRetire(reason: string): Promise<boolean>;
  onClose(): void;
}) {
  const { name, busy, onRetire, onClose } = props;
  const { drafts } = useDesk();
  const reason = useDraft(drafts, name);
  return (
    <form
      className="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onRetire(reason.text.trim()).then((done) => done && drafts.forget(name));
      }}
    >
      <label className="field">
        <span>{t("entry.reason")}</span>
        <input
          name="reason"
          autoFocus
          maxLength={200}
          value={reason.text}
          onChange={(event) => reason.set(event.target.value)}
        />
      </label>
      <footer>
        <button type="button" className="button small" onClick={onClose}>
          {t("common.cancel")}
        </button>
        <button
          className="button small danger"
          data-action="retire-confirm"
          disabled={busy || reason.text.trim() === ""}
        >
          {t("entry.retire")}
        </button>
      </footer>
    </form>
  );
}
