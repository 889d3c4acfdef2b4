import type { Diagnosis } from "@wuduan/contract/messages.ts";
import { WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { t } from "./language.ts";
import type { Choice, Clash, NoteField } from "./noteText.ts";

interface Props {
  clash: Clash;
  field: NoteField;
  other: string;
  onDecide(field: NoteField, how: Choice): void;
}

/** Two texts of one field beside each other: nothing is saved before somebody decides. */
export function ClashChoice({ clash, field, other, onDecide }: Props) {
  const button = (how: Choice, word: string) => (
    <button
      type="button"
      className="button small"
      data-action={`use-${how}`}
      onClick={() => onDecide(field, how)}
    >
      {word}
    </button>
  );
  return (
    <section className="clash" role="alert" data-clash={field}>
      <p>
        <WarningIcon /> {t("clash.title", { who: other })}
      </p>
      <div className="clash-texts">
        <Side title={t("clash.mine")} text={clash.mine} name="mine" />
        <Side title={t("clash.theirs", { who: other })} text={clash.theirs} name="theirs" />
      </div>
      <p className="clash-choice">
        {button("mine", t("clash.useMine"))}
        {button("theirs", t("clash.useTheirs", { who: other }))}
        {button("both", t("clash.useBoth"))}
      </p>
    </section>
  );
}

function Side(props: { title: string; text: string | Diagnosis[]; name: string }) {
  const { title, text, name } = props;
  const words =
    typeof text === "string" ? text : text.map((one) => `${one.code} ${one.name}`).join("\n");
  return (
    <div data-side={name}>
      <small>{title}</small>
      <p className="opinion-text">{words === "" ? t("clash.nothing") : words}</p>
    </div>
  );
}
