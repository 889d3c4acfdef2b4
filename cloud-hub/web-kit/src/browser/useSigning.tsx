import { useCallback, useEffect, useState, type ReactNode } from "react";
import type { SigningCommands, Result } from "@wuduan/contract/commands.ts";
import type { Problem, SigningState } from "@wuduan/contract/messages.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import { askUntilAnswered } from "./askUntilAnswered.ts";
import { useCommand } from "./hooks.tsx";
import { UnlockDialog, type Signatory } from "./UnlockDialog.tsx";

/** The own signing key as the hub last told it; undefined until it has. */
export function useSigningState(signing: SigningCommands) {
  const [state, setState] = useState<SigningState | undefined>();
  const refresh = useCallback(async () => {
    const answer = await signing.state();
    if (answer.ok) setState(answer.value);
  }, [signing]);
  useEffect(() => askUntilAnswered(() => signing.state(), setState), [signing]);
  return { state, setState, refresh };
}

export interface SigningCommand {
  busy: boolean;
  problem: Problem | null;
  /** Gives a command that signs; true when the hub carried it out. */
  give(command: () => Promise<Result<unknown>>): Promise<boolean>;
  /** The question for PIN and code while there is one; drawn by whoever gives the command. */
  question: ReactNode;
}

/** A command that signs: a locked key is unlocked on the way, and the command given once more. */
export function useSigningCommand(signatory: Signatory): SigningCommand {
  const { busy, problem, give: giveOnce } = useCommand(signatory.session);
  const [answer, setAnswer] = useState<((unlocked: boolean) => void) | null>(null);
  const give = async (command: () => Promise<Result<unknown>>) => {
    let locked = false;
    const done = await giveOnce(async () => {
      const result = await command();
      locked = !result.ok && problemType(result.problem) === "signing-key-locked";
      return result;
    });
    if (!locked) return done;
    const unlocked = await new Promise<boolean>((resolve) => setAnswer(() => resolve));
    setAnswer(null);
    return unlocked && giveOnce(command);
  };
  const question = answer && (
    <UnlockDialog {...signatory} onUnlocked={() => answer(true)} onClose={() => answer(false)} />
  );
  return { busy: busy || answer !== null, problem: answer ? null : problem, give, question };
}
