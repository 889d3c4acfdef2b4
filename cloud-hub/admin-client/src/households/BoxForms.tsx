import { useState, type FormEvent, type ReactNode } from "react";
import type { BoxList, Id } from "@wuduan/contract/messages.ts";
import { codeFrom } from "@wuduan/contract/codes.ts";
import type { Result } from "@wuduan/contract/commands.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import type { Books } from "./api.ts";
import { HouseholdChoice } from "./LeavingForms.tsx";
import { Buttons, Dialog, Field, TextField } from "./parts.tsx";
import { t } from "./words.ts";

export type Box = BoxList["boxes"][number];

/** Wire limit of a box's name. */
const NAME_LENGTH_MAX = 16;

interface FormProps {
  onDone(): void;
  onClose(): void;
}

interface StepProps extends FormProps {
  name: string;
  title: string;
  submit: string;
  danger?: boolean;
  children: ReactNode;
  /** Undefined where something is not filled in as it must be. */
  send(): Promise<Result<unknown>> | undefined;
}

/** A dialog that gives one command. */
function Step({ name, title, submit, danger, children, send, onDone, onClose }: StepProps) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const carryOut = async (event: FormEvent) => {
    event.preventDefault();
    const sent = send();
    if (!sent || !(await give(() => sent))) return;
    onDone();
    onClose();
  };
  return (
    <Dialog name={name} title={title} onClose={onClose}>
      <form onSubmit={(event) => void carryOut(event)}>
        {children}
        <ProblemLine problem={problem} language={i18n.language()} />
        <Buttons busy={busy} submit={submit} {...(danger && { danger })} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function NameField({ value, onText }: { value: string; onText(text: string): void }) {
  return (
    <TextField
      label={t("boxName")}
      name="name"
      value={value}
      onText={onText}
      input={{ required: true, maxLength: NAME_LENGTH_MAX }}
    />
  );
}

export function ConfirmForm({ household, ...form }: FormProps & { household: Id }) {
  const { commands } = useOffice();
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const [name, setName] = useState<string>(t("boxNameUsual"));
  const send = () => {
    const typed = codeFrom(code);
    setWrong(!typed);
    return typed && commands.confirmBox({ code: typed, householdId: household, name: name.trim() });
  };
  return (
    <Step
      {...form}
      name="confirm-box"
      title={t("confirmBox")}
      submit={t("confirmBox")}
      send={() => send() || undefined}
    >
      <Field label={t("boxCode")} name="code" fault={wrong ? t("boxCodeForm") : undefined}>
        {(given) => (
          <input
            {...given}
            data-first
            required
            maxLength={20}
            autoComplete="off"
            className="code-input"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <NameField value={name} onText={setName} />
    </Step>
  );
}

export function NameForm({ box, ...form }: FormProps & { box: Box }) {
  const { commands } = useOffice();
  const [name, setName] = useState<string>(box.name);
  return (
    <Step
      {...form}
      name="name-box"
      title={`${t("nameBox")} · ${box.name}`}
      submit={t("nameBox")}
      send={() => commands.nameBox(box.id, { name: name.trim() })}
    >
      <NameField value={name} onText={setName} />
    </Step>
  );
}

interface MoveProps extends FormProps {
  box: Box;
  books: Books;
  household: Id;
}

/** To another household of the institution; what was measured before stays where it was measured. */
export function MoveBoxForm({ box, books, household, ...form }: MoveProps) {
  const { commands } = useOffice();
  const [target, setTarget] = useState<Id | "">("");
  return (
    <Step
      {...form}
      name="move-box"
      title={`${t("moveBox")} · ${box.name}`}
      submit={t("moveBox")}
      send={() => (target === "" ? undefined : commands.moveBox(box.id, { householdId: target }))}
    >
      <p className="soft">{t("moveBoxText")}</p>
      <HouseholdChoice books={books} but={household} chosen={target} onChoose={setTarget} />
    </Step>
  );
}

export function RemoveForm({ box, ...form }: FormProps & { box: Box }) {
  const { commands } = useOffice();
  return (
    <Step
      {...form}
      name="remove-box"
      title={`${t("removeBox")} · ${box.name}`}
      submit={t("removeBox")}
      danger
      send={() => commands.removeBox(box.id)}
    >
      <p>{t("removeBoxText")}</p>
    </Step>
  );
}
