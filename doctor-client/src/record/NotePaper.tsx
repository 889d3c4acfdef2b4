import type { Id, Note, Patient } from "@wuduan/contract/messages.ts";
import { signedPath } from "@wuduan/contract/signedDocuments.ts";
import { SignatureMark } from "../signing/SignatureMark.tsx";
import { t, whenOf } from "./language.ts";
import type { NoteField } from "./noteText.ts";

interface Props {
  note: Note;
  patient: Patient;
  consultationId: Id;
  /** Only on paper: the screen has the form, or the note already. */
  onlyPrinted?: boolean;
}

const ORDER: readonly NoteField[] = [
  "complaint",
  "presentIllness",
  "pastHistory",
  "findings",
  "diagnoses",
  "treatment",
  "advice",
];

/** A note as it is read and printed: with whose it is, who wrote the newest version and when. */
export function NotePaper({ note, patient, consultationId, onlyPrinted = false }: Props) {
  const { content, owner, savedBy, savedAt, state, reason, version } = note;
  return (
    <article
      className={onlyPrinted ? "note-paper note-only-printed" : "note-paper"}
      data-note={note.id}
      data-state={state}
    >
      <header>
        <h4>{t("note.title")}</h4>
        <p className="note-printed">
          {t("print.patient")} {patient.name} · {t(`sex.${patient.sex}`)} ·{" "}
          {t("print.age", { age: new Date().getFullYear() - patient.birthYear })}
        </p>
        <p>
          <strong>{owner.name}</strong> {owner.title} · {owner.institution}
        </p>
        <p className="soft">
          <span className={`chip chip-note-${state}`}>{t(`note.state.${state}`)}</span>{" "}
          {t("versions.line", { version, who: savedBy.name, when: whenOf(savedAt) })}
          {reason && <> · {t("versions.reason", { reason })}</>}
        </p>
        {state !== "draft" && (
          <SignatureMark
            path={signedPath.note(consultationId, note.id)}
            signature={note.signature}
            submittedAt={savedAt}
            onPaper={onlyPrinted}
          />
        )}
      </header>
      <dl>
        {ORDER.map((field) => (
          <Line key={field} field={field} text={textOf(note, field)} />
        ))}
      </dl>
      {content.prefilled.length > 0 && <p className="soft">{t("field.prefilled")}</p>}
    </article>
  );
}

function textOf({ content }: Note, field: NoteField): string {
  return field === "diagnoses"
    ? content.diagnoses.map(({ code, name }) => `${code} ${name}`).join("\n")
    : content[field];
}

function Line({ field, text }: { field: NoteField; text: string }) {
  if (text.trim() === "") return null;
  return (
    <>
      <dt>{t(`field.${field}`)}</dt>
      <dd data-field={field}>{text}</dd>
    </>
  );
}
