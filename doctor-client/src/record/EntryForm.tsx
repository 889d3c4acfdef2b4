import { useState, type FormEvent } from "react";
import type { EntryContent, RecordEntry } from "@wuduan/contract/messages.ts";
import { useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useDesk } from "../desk.tsx";
import { DiagnosisPicker } from "./DiagnosisPicker.tsx";
import { t } from "./language.ts";

export type Kind = RecordEntry["kind"];

const SEVERITIES = ["mild", "moderate", "severe", "unknown"] as const;
const CERTAINTIES = ["confirmed", "suspected"] as const;

interface Props {
  kind: Kind;
  /** Under which the typed text survives a reload. */
  name: string;
  content?: EntryContent;
  busy: boolean;
  onSave(content: EntryContent): Promise<boolean>;
  onClose(): void;
}

/** One entry of the record. An allergy is severe or not only when somebody says so: nothing is chosen beforehand. */
export function EntryForm({ kind, name, content, busy, onSave, onClose }: Props) {
  const { drafts } = useDesk();
  const draft = useDraft(drafts, name, JSON.stringify(content ?? { text: "" }));
  const typed = JSON.parse(draft.text) as EntryContent;
  const [tried, setTried] = useState(false);
  const change = (part: Partial<EntryContent>) =>
    draft.set(JSON.stringify({ ...typed, ...part } satisfies Partial<EntryContent>));
  const complete =
    typed.text.trim() !== "" &&
    (kind !== "allergy" || (typed.severity !== undefined && typed.certainty !== undefined));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete && (await onSave(filled(typed)))) leave();
  };
  const leave = () => {
    drafts.forget(name);
    onClose();
  };
  return (
    <form className="entry-form" data-entry-form={kind} onSubmit={(event) => void save(event)}>
      <Text
        label={t(`entry.text.${kind}`)}
        value={typed.text}
        max={500}
        name="text"
        change={change}
      />
      <Particulars kind={kind} typed={typed} tried={tried} change={change} />
      <Text label={t("entry.since")} value={typed.since} max={40} name="since" change={change} />
      <footer>
        <button type="button" className="button small" onClick={leave}>
          {t("common.cancel")}
        </button>
        <button
          className="button small primary"
          data-action="save-entry"
          disabled={busy || typed.text.trim() === ""}
        >
          {t("entry.save")}
        </button>
      </footer>
    </form>
  );
}

interface ParticularProps {
  kind: Kind;
  typed: EntryContent;
  tried: boolean;
  change(part: Partial<EntryContent>): void;
}

/** What only one kind of entry has. */
function Particulars({ kind, typed, tried, change }: ParticularProps) {
  switch (kind) {
    case "problem":
      return (
        <DiagnosisPicker
          chosen={!typed.code ? [] : [{ code: typed.code, name: typed.text }]}
          onChange={(chosen) => {
            const newest = chosen.at(-1);
            change(newest ? { code: newest.code, text: newest.name } : { code: "" });
          }}
        />
      );
    case "allergy":
      return <AllergyParticulars kind={kind} typed={typed} tried={tried} change={change} />;
    case "medication":
      return (
        <Text label={t("entry.usage")} value={typed.usage} max={200} name="usage" change={change} />
      );
    case "history":
      return null;
  }
}

function AllergyParticulars({ typed, tried, change }: ParticularProps) {
  return (
    <>
      <Text
        label={t("entry.reaction")}
        value={typed.reaction}
        max={200}
        name="reaction"
        change={change}
      />
      <Choice
        label={t("entry.severity")}
        name="severity"
        options={SEVERITIES.map((one) => [one, t(`severity.${one}`)])}
        value={typed.severity}
        missing={tried && typed.severity === undefined}
        onChoose={(severity) => change({ severity })}
      />
      <Choice
        label={t("entry.certainty")}
        name="certainty"
        options={CERTAINTIES.map((one) => [one, t(`certainty.${one}`)])}
        value={typed.certainty}
        missing={tried && typed.certainty === undefined}
        onChoose={(certainty) => change({ certainty })}
      />
    </>
  );
}

/** Empty fields are not sent: the wire has no empty texts. */
function filled(content: EntryContent): EntryContent {
  const entries = Object.entries(content).filter(
    ([, value]) => value !== "" && value !== undefined,
  );
  return Object.fromEntries(entries) as unknown as EntryContent;
}

function Text(props: {
  label: string;
  name: "text" | "reaction" | "usage" | "since";
  value: string | undefined;
  max: number;
  change(part: Partial<EntryContent>): void;
}) {
  const { label, name, value, max, change } = props;
  return (
    <label className="field">
      <span>{label}</span>
      <input
        name={name}
        maxLength={max}
        value={value ?? ""}
        autoFocus={name === "text"}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </label>
  );
}

function Choice<Option extends string>(props: {
  label: string;
  name: string;
  options: [Option, string][];
  value: Option | undefined;
  missing: boolean;
  onChoose(option: Option): void;
}) {
  const { label, name, options, value, missing, onChoose } = props;
  return (
    <fieldset className="entry-choice" data-missing={missing}>
      <legend>{label}</legend>
      {options.map(([option, word]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={value === option}
            onChange={() => onChoose(option)}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
