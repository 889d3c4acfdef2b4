import type { NoteContent } from "@wuduan/contract/messages.ts";
import { DiagnosisPicker } from "./DiagnosisPicker.tsx";
import { ClashChoice } from "./ClashChoice.tsx";
import { t } from "./language.ts";
import type { Choice, Clashes, NoteField, TextField } from "./noteText.ts";
import { LENGTH_MAX } from "./noteText.ts";

/** The rest is counted down only when it gets short. */
const LEFT_SHOWN_FROM = 100;
const ROWS: Readonly<Record<TextField, number>> = {
  complaint: 1,
  presentIllness: 4,
  pastHistory: 2,
  findings: 3,
  treatment: 2,
  advice: 3,
};

interface Props {
  content: NoteContent;
  onType(content: NoteContent): void;
  clashes: Clashes;
  /** Whose text clashes. */
  other: string;
  onDecide(field: NoteField, how: Choice): void;
}

/** The sheet of a note: one field below the other, as it will be printed. */
export function NoteFields(props: Props) {
  const { content, onType } = props;
  const text = (field: TextField) => <TextBox key={field} {...props} field={field} />;
  return (
    <div className="note-fields">
      {(["complaint", "presentIllness", "pastHistory", "findings"] as const).map(text)}
      <div className="field">
        <span>{t("field.diagnoses")}</span>
        <DiagnosisPicker
          chosen={content.diagnoses}
          onChange={(diagnoses) => onType({ ...content, diagnoses })}
        />
        <Clashing {...props} field="diagnoses" />
      </div>
      {(["treatment", "advice"] as const).map(text)}
    </div>
  );
}

function TextBox(props: Props & { field: TextField }) {
  const { content, onType, field } = props;
  const left = LENGTH_MAX[field] - content[field].length;
  const type = (value: string) =>
    onType({
      ...content,
      [field]: value,
      prefilled: content.prefilled.filter((one) => one !== field),
    });
  return (
    <div className="field">
      <label>
        <span>
          {t(`field.${field}`)}
          {content.prefilled.includes(field) && (
            <em className="chip chip-prefilled" data-prefilled={field}>
              {t("field.prefilled")}
            </em>
          )}
        </span>
        <textarea
          name={field}
          rows={ROWS[field]}
          maxLength={LENGTH_MAX[field]}
          value={content[field]}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      {left < LEFT_SHOWN_FROM && <small className="soft">{t("note.left", { left })}</small>}
      <Clashing {...props} field={field} />
    </div>
  );
}

function Clashing({ clashes, field, other, onDecide }: Props & { field: NoteField }) {
  const clash = clashes[field];
  return clash ? (
    <ClashChoice clash={clash} other={other} field={field} onDecide={onDecide} />
  ) : null;
}
