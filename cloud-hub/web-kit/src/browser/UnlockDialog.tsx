import { useRef, useState, type FormEvent } from "react";
import type { SigningCommands } from "@wuduan/contract/commands.ts";
import type { Language, Problem } from "@wuduan/contract/messages.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import { useCommand } from "./hooks.tsx";
import { DialogHead } from "./DialogHead.tsx";
import { Modal } from "./Modal.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import type { Session } from "./session.ts";
import { CodeField, PinField } from "./signingFields.tsx";
import { signingWord, type SigningWord } from "./signingWords.ts";

/** Whose key, and in which language it is spoken of. */
export interface Signatory {
  session: Session;
  signing: SigningCommands;
  language: Language;
}

interface Props extends Signatory {
  onUnlocked(): void;
  onClose(): void;
}

/** Asks for what opens the own signing key. What is to be signed stays where it was typed. */
export function UnlockDialog({ session, signing, language, onUnlocked, onClose }: Props) {
  const t = (key: SigningWord) => signingWord(key, language);
  const { busy, problem, give } = useCommand(session);
  const [pin, setPin] = useState("");
  const [code, setCode] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let refusal: Problem | undefined;
    const unlocked = await give(async () => {
      const answer = await signing.unlock({ pin, code: code.replace(/\s/g, "") });
      if (!answer.ok) refusal = answer.problem;
      return answer;
    });
    if (unlocked) return onUnlocked();
    // What was right need not be typed again: the hub looks at the PIN first and spends no code on a wrong one.
    const wrongCode = refusal && problemType(refusal) === "wrong-credentials";
    if (wrongCode) setCode("");
    else setPin("");
    form.current
      ?.querySelector<HTMLInputElement>(`[name="${wrongCode ? "code" : "pin"}"]`)
      ?.focus();
  };
  return (
    <Modal name="unlock" label={t("unlock.title")} className="dialog form-dialog" onClose={onClose}>
      <DialogHead title={t("unlock.title")} close={t("unlock.later")} onClose={onClose} />
      <form ref={form} className="dialog-body" onSubmit={(event) => void submit(event)}>
        <p>{t("unlock.text")}</p>
        <PinField label={t("unlock.pin")} name="pin" value={pin} onChange={setPin} first />
        <CodeField language={language} value={code} onChange={setCode} />
        <SigningProblem problem={problem} language={language} />
        <footer className="dialog-foot">
          <p className="soft">{t("unlock.kept")}</p>
          <button type="button" className="button" data-action="close" onClick={onClose}>
            {t("unlock.later")}
          </button>
          <button className="button primary" data-action="unlock" disabled={busy}>
            {busy ? t("unlock.busy") : t("unlock.submit")}
          </button>
        </footer>
      </form>
    </Modal>
  );
}

/** Where a code was asked for, wrong credentials are a wrong code. */
export function SigningProblem(props: { problem: Problem | null; language: Language }) {
  const { problem, language } = props;
  return problem && problemType(problem) === "wrong-credentials" ? (
    <p className="problem" role="alert" data-problem="wrong-code">
      {signingWord("unlock.wrongCode", language)}
    </p>
  ) : (
    <ProblemLine problem={problem} language={language} />
  );
}
