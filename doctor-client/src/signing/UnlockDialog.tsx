import { useRef, useState, type FormEvent } from "react";
import type { Problem } from "@wuduan/contract/messages.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useDesk } from "../desk.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { CodeField, PinField } from "./fields.tsx";
import { word } from "./words.ts";

interface Props {
  onUnlocked(): void;
  onClose(): void;
}

/** Asks for what opens the own signing key. What is to be signed stays where it was typed. */
export function UnlockDialog({ onUnlocked, onClose }: Props) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [pin, setPin] = useState("");
  const [code, setCode] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let refusal: Problem | undefined;
    const unlocked = await give(async () => {
      const answer = await commands.signing.unlock({ pin, code: code.replace(/\s/g, "") });
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
    <Dialog name="unlock" title={word("unlock.title")} onClose={onClose}>
      <form ref={form} className="dialog-body" onSubmit={(event) => void submit(event)}>
        <p>{word("unlock.text")}</p>
        <PinField label={word("unlock.pin")} name="pin" value={pin} onChange={setPin} first />
        <CodeField value={code} onChange={setCode} />
        <SigningProblem problem={problem} />
        <footer className="dialog-foot">
          <p className="soft">{word("unlock.kept")}</p>
          <button type="button" className="button" data-action="close" onClick={onClose}>
            {word("unlock.later")}
          </button>
          <button className="button primary" data-action="unlock" disabled={busy}>
            {busy ? word("unlock.busy") : word("unlock.submit")}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Where a code was asked for, wrong credentials are a wrong code. */
export function SigningProblem({ problem }: { problem: Problem | null }) {
  return problem && problemType(problem) === "wrong-credentials" ? (
    <p className="problem" role="alert" data-problem="wrong-code">
      {word("unlock.wrongCode")}
    </p>
  ) : (
    <ProblemLine problem={problem} />
  );
}
