import type { FormEvent, ReactNode } from "react";
import type { Problem } from "@wuduan/contract/messages.ts";
import { Modal } from "@wuduan/web-kit/browser/Modal.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n, t } from "../language.ts";

interface Props {
  name: string;
  title: string;
  /** Word of the button that carries it out; "save" when absent. */
  act?: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | null;
  children: ReactNode;
  onSubmit(): void;
  onClose(): void;
}

/** A form over the page. What was typed stays when it is refused. */
export function FormDialog(props: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Modal name={props.name} label={props.title} className="form-dialog" onClose={props.onClose}>
      <form onSubmit={submit}>
        <h2>{props.title}</h2>
        {props.children}
        <ProblemLine problem={props.problem} language={i18n.language()} />
        <footer>
          <button type="button" className="button" data-action="close" onClick={props.onClose}>
            {t("common.cancel")}
          </button>
          <button
            className={props.danger ? "button danger" : "button primary"}
            data-action="submit"
            disabled={props.busy}
          >
            {props.busy ? t("common.saving") : (props.act ?? t("common.save"))}
          </button>
        </footer>
      </form>
    </Modal>
  );
}

interface FieldProps {
  name: string;
  label: string;
  /** Shown beneath when the hub refused this field. */
  fault?: string | undefined;
  problem: Problem | null;
  children: ReactNode;
}

/** One entry; a refusal of it is said where it stands. */
export function Field({ name, label, fault, problem, children }: FieldProps) {
  const refused = problem?.field === name;
  return (
    <label className="field" data-field={name}>
      <span>{label}</span>
      {children}
      {refused && fault && <span className="field-fault">{fault}</span>}
    </label>
  );
}

interface SelectProps extends Omit<FieldProps, "children"> {
  value: string;
  options: readonly (readonly [value: string, word: string])[];
  /** Offered while nothing is chosen. */
  empty?: string;
  required?: boolean;
  onChange(value: string): void;
}

/** One entry that is chosen from a list. */
export function Select({ value, options, empty, required, onChange, ...field }: SelectProps) {
  return (
    <Field {...field}>
      <select
        name={field.name}
        value={value}
        required={required}
        onChange={(event) => onChange(event.target.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface TextProps extends Omit<FieldProps, "children"> {
  value: string;
  maxLength: number;
  onChange(value: string): void;
}

/** One entry that is typed, and can't be left empty. */
export function Text({ value, maxLength, onChange, ...field }: TextProps) {
  return (
    <Field {...field}>
      <input
        name={field.name}
        required
        autoComplete="off"
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

/** What somebody else saved meanwhile, beside what is typed here: saving again overwrites it knowingly. */
export function Conflict({ differences }: { differences: readonly Difference[] }) {
  return (
    <div className="notice caution conflict" data-state="conflict">
      <p>{t("conflict.text")}</p>
      <table className="table">
        <thead>
          <tr>
            <th />
            <th>{t("conflict.theirs")}</th>
            <th>{t("conflict.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {differences
            .filter(({ theirs, mine }) => theirs !== mine)
            .map(({ label, theirs, mine }) => (
              <tr key={label}>
                <th>{label}</th>
                <td>{theirs}</td>
                <td>{mine}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
