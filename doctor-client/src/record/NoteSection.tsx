import { useState } from "react";
import type { ConsultationView, LatestVitals, Note, NotesView } from "@wuduan/contract/messages.ts";
import { noteCommands } from "@wuduan/contract/records.ts";
import { useSigningCommand, useSigningState } from "@wuduan/web-kit/browser/useSigning.tsx";
import { CheckIcon, SavedIcon, SavingIcon, WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { isMine } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useSignatory } from "../signing/signatory.ts";
import { FinishedNote } from "./FinishedNote.tsx";
import { t } from "./language.ts";
import type { NoteDesk, NoteState } from "./noteDesk.ts";
import { NoteFields } from "./NoteFields.tsx";
import { NotePaper } from "./NotePaper.tsx";
import { NoteVersionsButton } from "./Versions.tsx";
import { answered, begun, TEMPLATES } from "./templates.ts";
import { useNoteDesk, type Target } from "./useNoteDesk.ts";

interface Props {
  view: ConsultationView;
  vitals: LatestVitals;
  notes: NotesView;
}

/** The note of the case, and beside it the own one of an invited doctor. */
export function NoteSection({ view, vitals, notes }: Props) {
  const { me } = useDesk();
  const mine = isMine(view, me.id);
  const [target, setTarget] = useState<Target>("case");
  const ofCase = notes.notes.find(({ owner }) => owner.id === view.doctor?.id);
  const own = notes.notes.find(({ owner }) => owner.id === me.id);
  const others = notes.notes.filter(({ owner }) => owner.id !== me.id && owner !== ofCase?.owner);
  return (
    <section className="panel-section note" aria-label={t("note.title")}>
      <h3>{t("note.title")}</h3>
      {!mine && notes.mayWrite && (
        <p className="note-targets" role="group">
          {(["case", "own"] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="button small"
              data-target={each}
              aria-pressed={target === each}
              onClick={() => setTarget(each)}
            >
              {each === "own" ? t("note.mine") : ofCaseTitle(view)}
            </button>
          ))}
        </p>
      )}
      <OneNote
        key={target}
        view={view}
        vitals={vitals}
        target={target}
        note={target === "case" ? ofCase : own}
        mayBegin={notes.mayWrite && (mine || target === "own")}
        mayWrite={notes.mayWrite}
      />
      {others.map((note) => (
        <NotePaper key={note.id} note={note} patient={view.patient} consultationId={view.id} />
      ))}
    </section>
  );
}

function ofCaseTitle(view: ConsultationView): string {
  return view.doctor ? t("note.ofCase", { who: view.doctor.name }) : t("note.title");
}

interface OneProps extends Omit<Props, "notes"> {
  target: Target;
  note: Note | undefined;
  mayBegin: boolean;
  mayWrite: boolean;
}

function OneNote({ view, vitals, target, note, mayBegin, mayWrite }: OneProps) {
  const { desk, state } = useNoteDesk(view.id, target, note);
  if (note && note.state !== "draft")
    return <FinishedNote view={view} note={note} unsent={state} onDrop={() => desk.drop(note)} />;
  if (!mayWrite)
    return note ? (
      <NotePaper note={note} patient={view.patient} consultationId={view.id} />
    ) : (
      <p className="soft">{t("note.none")}</p>
    );
  if (!state.draft)
    return mayBegin ? (
      <Beginning onBegin={(template) => desk.begin(template, begun(template, view, vitals))} />
    ) : (
      <p className="soft">{t("note.none")}</p>
    );
  return <Writing view={view} desk={desk} state={state} note={note} />;
}

function Beginning({ onBegin }: { onBegin(template: (typeof TEMPLATES)[number]): void }) {
  return (
    <div className="note-templates">
      <p>{t("note.begin")}</p>
      {TEMPLATES.map((template) => (
        <button
          key={template}
          type="button"
          className="button"
          data-action="begin-note"
          data-template={template}
          onClick={() => onBegin(template)}
        >
          {t(`template.${template}`)}
        </button>
      ))}
    </div>
  );
}

function Writing(props: {
  view: ConsultationView;
  desk: NoteDesk;
  state: NoteState;
  note: Note | undefined;
}) {
  const { view, desk, state, note } = props;
  const { me } = useDesk();
  const { draft } = state;
  if (!draft) return null;
  return (
    <form
      className="note-form"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
        event.preventDefault();
        desk.saveNow();
      }}
    >
      <NoteFields
        content={draft.content}
        onType={desk.type.bind(desk)}
        clashes={state.clashes}
        other={state.other}
        onDecide={desk.decide.bind(desk)}
      />
      <footer className="note-foot">
        <PlaceLine state={state} />
        <button
          type="button"
          className="button small"
          data-action="save-note"
          disabled={state.place === "hub"}
          onClick={() => desk.saveNow()}
        >
          {t("note.saveNow")} <kbd>Ctrl S</kbd>
        </button>
        {note && <NoteVersionsButton consultationId={view.id} note={note} />}
        {note?.owner.id === me.id && <Submission view={view} desk={desk} state={state} />}
      </footer>
      <ProblemLine problem={state.problem} />
      {note && (
        <NotePaper note={note} patient={view.patient} consultationId={view.id} onlyPrinted />
      )}
    </form>
  );
}

/** Where the text is safe, always said. */
function PlaceLine({ state }: { state: NoteState }) {
  const { place, clashes, problem, draft } = state;
  if (place === "hub")
    return (
      <small className="place place-hub" role="status" data-place="hub">
        <SavedIcon /> {t("place.hub", { version: draft?.base.version ?? 0 })}
      </small>
    );
  if (place === "nowhere")
    return (
      <small className="place place-nowhere" role="alert" data-place="nowhere">
        <WarningIcon /> {t("place.nowhere")}
      </small>
    );
  const clashing = Object.keys(clashes).length > 0;
  return (
    <small className="place place-local" role="status" data-place="local">
      <SavingIcon /> {t(clashing ? "place.clash" : problem ? "place.refused" : "place.local")}
    </small>
  );
}

function Submission(props: { view: ConsultationView; desk: NoteDesk; state: NoteState }) {
  const { view, desk, state } = props;
  const { commands } = useDesk();
  const signatory = useSignatory();
  const { busy, problem, give, question } = useSigningCommand(signatory);
  const signing = useSigningState(signatory.signing).state;
  const submit = async () => {
    const { draft } = state;
    if (!draft) return;
    // What is signed is the hub's text: what nobody answered is taken out of it first.
    const version = await desk.settle(answered(draft.template, draft.content));
    if (version === null) return;
    const body = { noteId: draft.noteId, version };
    await give(() => noteCommands(commands.send, view.id).submit(body));
  };
  return (
    <>
      <button
        type="button"
        className="button primary"
        data-action="submit-note"
        title={t("note.submitHint")}
        disabled={busy || state.place !== "hub"}
        onClick={() => void submit()}
      >
        <CheckIcon /> {t(signing?.key ? "note.sign" : "note.submit")}
      </button>
      <ProblemLine problem={problem} />
      {question}
    </>
  );
}
