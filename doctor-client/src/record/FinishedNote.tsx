import { useState } from "react";
import type { ConsultationView, Note } from "@wuduan/contract/messages.ts";
import { noteCommands } from "@wuduan/contract/records.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { PrintKey } from "@wuduan/web-kit/browser/PrintKey.tsx";
import { useSigningCommand } from "@wuduan/web-kit/browser/useSigning.tsx";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useSignatory } from "../signing/signatory.ts";
import { t } from "./language.ts";
import type { NoteState } from "./noteDesk.ts";
import { NoteFields } from "./NoteFields.tsx";
import { NotePaper } from "./NotePaper.tsx";
import { sameNote, TEXT_FIELDS } from "./noteText.ts";
import { NoteVersionsButton } from "./Versions.tsx";

interface Props {
  view: ConsultationView;
  note: Note;
  /** What was typed on a draft that was submitted elsewhere meanwhile. */
  unsent: NoteState;
  onDrop(): void;
}

/** A note that was submitted: read, amended with a reason, archived. */
export function FinishedNote({ view, note, unsent, onDrop }: Props) {
  const { me } = useDesk();
  const [amending, setAmending] = useState(false);
  const mayChange = note.owner.id === me.id && note.state === "submitted";
  if (amending && mayChange)
    return <Amendment view={view} note={note} onDone={() => setAmending(false)} />;
  return (
    <>
      <Unsent note={note} state={unsent} onDrop={onDrop} />
      <NotePaper note={note} patient={view.patient} consultationId={view.id} />
      <footer className="note-foot">
        <PrintKey name="print-note" label={t("note.print")}>
          <NotePaper note={note} patient={view.patient} consultationId={view.id} onlyPrinted />
        </PrintKey>
        <NoteVersionsButton consultationId={view.id} note={note} />
        {mayChange && (
          <>
            <button
              type="button"
              className="button small"
              data-action="amend-note"
              onClick={() => setAmending(true)}
            >
              {t("note.amend")}
            </button>
            <Archiving view={view} note={note} />
          </>
        )}
      </footer>
    </>
  );
}

function Unsent({ note, state, onDrop }: { note: Note; state: NoteState; onDrop(): void }) {
  const { draft } = state;
  if (!draft || state.place === "hub" || sameNote(draft.content, note.content)) return null;
  const { diagnoses } = draft.content;
  const texts = TEXT_FIELDS.filter((field) => draft.content[field] !== note.content[field]).map(
    (field) => `${t(`field.${field}`)}\n${draft.content[field]}`,
  );
  if (JSON.stringify(diagnoses) !== JSON.stringify(note.content.diagnoses)) {
    const lines = diagnoses.map(({ code, name }) => `${code} ${name}`);
    texts.push([t("field.diagnoses"), ...lines].join("\n"));
  }
  const text = texts.join("\n\n");
  return (
    <section className="clash" role="alert" data-state="unsent">
      <p>{t("note.unsent")}</p>
      <textarea readOnly rows={5} value={text} />
      <p>
        <button type="button" className="button small" data-action="drop-unsent" onClick={onDrop}>
          {t("note.drop")}
        </button>
      </p>
    </section>
  );
}

function Archiving({ view, note }: { view: ConsultationView; note: Note }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [sure, setSure] = useState(false);
  const body = { noteId: note.id, version: note.version };
  if (!sure)
    return (
      <button
        type="button"
        className="button small"
        data-action="archive-note"
        onClick={() => setSure(true)}
      >
        {t("note.archive")}
      </button>
    );
  return (
    <p className="note-sure">
      {t("note.archiveSure")}{" "}
      <button
        type="button"
        className="button small danger"
        data-action="archive-confirm"
        disabled={busy}
        onClick={() => void give(() => noteCommands(commands.send, view.id).archive(body))}
      >
        {t("note.archive")}
      </button>
      <button type="button" className="button small" onClick={() => setSure(false)}>
        {t("common.cancel")}
      </button>
      <ProblemLine problem={problem} />
    </p>
  );
}

/** A change of what was submitted: the text is kept in the browser like a draft until the hub has it. */
function Amendment(props: { view: ConsultationView; note: Note; onDone(): void }) {
  const { view, note, onDone } = props;
  const { commands, drafts } = useDesk();
  const { busy, problem, give, question } = useSigningCommand(useSignatory());
  const reason = useDraft(drafts, `note/${view.id}/amend-reason`);
  const started = { version: note.version, content: note.content };
  const text = useDraft(drafts, `note/${view.id}/amend`, JSON.stringify(started));
  // With the version on which it stands: of two windows that amend at once the hub refuses the second.
  const { version, content } = JSON.parse(text.text) as typeof started;
  const forget = () => {
    drafts.forget(`note/${view.id}/amend`);
    reason.forget();
    onDone();
  };
  const amend = async () => {
    const body = { noteId: note.id, version, reason: reason.text.trim(), content };
    if (await give(() => noteCommands(commands.send, view.id).amend(body))) forget();
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void amend();
      }}
    >
      <NoteFields
        content={content}
        onType={(next) => text.set(JSON.stringify({ version, content: next }))}
        clashes={{}}
        other=""
        onDecide={() => undefined}
      />
      <label className="field">
        <span>{t("note.amendReason")}</span>
        <input
          name="reason"
          maxLength={500}
          value={reason.text}
          onChange={(event) => reason.set(event.target.value)}
        />
      </label>
      <ProblemLine problem={problem} />
      {question}
      <footer className="note-foot">
        <button type="button" className="button" onClick={forget}>
          {t("common.cancel")}
        </button>
        <button
          className="button primary"
          data-action="amend-save"
          disabled={busy || reason.text.trim() === ""}
        >
          {t("note.amendSave")}
        </button>
      </footer>
    </form>
  );
}
