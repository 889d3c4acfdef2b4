import {
  useCallback,
  useEffect,
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
} from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { Problem } from "@wuduan/contract/messages.ts";
import { endsSession } from "@wuduan/web-kit/browser/session.ts";
import { Modal } from "@wuduan/web-kit/browser/Modal.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n, t as common } from "../language.ts";
import { useOffice } from "../office.tsx";

/** What a page shows of something that the hub is asked for. */
export interface Loaded<T> {
  value: T | undefined;
  problem: Problem | null;
  again(): Promise<T | undefined>;
}

/** Asks the hub at the start and whenever `ask` changes; an older answer never replaces a newer one. */
export function useLoaded<T>(ask: () => Promise<Result<T>>): Loaded<T> {
  const { session } = useOffice();
  const [value, setValue] = useState<T>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = useCallback(
    (answer: Result<T>) => {
      if (answer.ok) setValue(answer.value);
      else if (endsSession(answer.problem)) session.expire();
      setProblem(answer.ok ? null : answer.problem);
      return answer.ok ? answer.value : undefined;
    },
    [session],
  );
  useEffect(() => {
    let over = false;
    void ask().then((answer) => {
      if (!over) take(answer);
    });
    return () => {
      over = true;
    };
  }, [ask, take]);
  const again = useCallback(async () => take(await ask()), [ask, take]);
  return { value, problem, again };
}

/** The page of something loaded, or why it is not there and a way to try again. */
export function Whole<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ReactNode }) {
  if (of.value !== undefined) return <>{children(of.value)}</>;
  if (!of.problem) return <p className="empty">{common("common.loading")}</p>;
  return (
    <div className="empty">
      <ProblemLine problem={of.problem} language={i18n.language()} />
      <button type="button" className="button" onClick={() => void of.again()}>
        {common("common.retry")}
      </button>
    </div>
  );
}

interface FieldProps {
  label: string;
  name: string;
  fault?: string | undefined;
  hint?: string | undefined;
  children: (given: {
    id: string;
    name: string;
    "aria-describedby"?: string;
    "aria-invalid"?: true;
  }) => ReactNode;
}

/** A field with its label, and beneath it what is wrong with it. */
export function Field({ label, name, fault, hint, children }: FieldProps) {
  const id = useId();
  const below = `${id}-below`;
  const text = fault ?? hint;
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        ...(text && { "aria-describedby": below }),
        ...(fault && { "aria-invalid": true as const }),
      })}
      {text && (
        <p id={below} className={fault ? "fault" : "soft"} role={fault ? "alert" : undefined}>
          {text}
        </p>
      )}
    </div>
  );
}

interface DialogProps {
  name: string;
  title: string;
  onClose(): void;
  children: ReactNode;
}

export function Dialog({ name, title, onClose, children }: DialogProps) {
  return (
    <Modal name={name} label={title} className="form-dialog" onClose={onClose}>
      <h2>{title}</h2>
      {children}
    </Modal>
  );
}

interface ButtonsProps {
  busy: boolean;
  submit?: string;
  danger?: boolean;
  onClose(): void;
}

/** The way on and the way back, at the end of a form. */
export function Buttons({ busy, submit, danger, onClose }: ButtonsProps) {
  return (
    <div className="buttons">
      <button
        className={`button ${danger ? "danger" : "primary"}`}
        data-action="submit"
        disabled={busy}
      >
        {busy ? common("common.saving") : (submit ?? common("common.save"))}
      </button>
      <button type="button" className="button quiet" onClick={onClose}>
        {common("common.cancel")}
      </button>
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, "children"> {
  value: string;
  onText(text: string): void;
  /** Of the input, for example its type. */
  input?: InputHTMLAttributes<HTMLInputElement> & { "data-first"?: true };
}

/** A field for one line of text; browsers don't offer what an earlier patient was called. */
export function TextField({ value, onText, input, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(given) => (
        <input
          {...given}
          autoComplete="off"
          {...input}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
