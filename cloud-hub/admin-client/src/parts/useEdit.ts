import { useState } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { Problem } from "@wuduan/contract/messages.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useOffice } from "../office.tsx";

export interface Edit<T> {
  busy: boolean;
  problem: Problem | null;
  /** What somebody else has made of it meanwhile; the person compares and decides. */
  theirs: T | undefined;
  /** Saves over the version that was read; over theirs, once that has been shown. */
  save(): Promise<void>;
}

interface Props<T> {
  /** Of what was read; undefined for something new. */
  read: T | undefined;
  send(version: number): Promise<Result<unknown>>;
  /** Reads it again. */
  newest(): Promise<T | undefined>;
  onSaved(): void;
}

/** An edit that carries the version which it saw: the second of two who edit the same is shown both. */
export function useEdit<T extends { version: number }>(props: Props<T>): Edit<T> {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [theirs, setTheirs] = useState<T>();
  const save = async () => {
    let conflict = false;
    const saved = await give(async () => {
      const answer = await props.send((theirs ?? props.read)?.version ?? 1);
      conflict = !answer.ok && problemType(answer.problem) === "edit-conflict";
      return answer;
    });
    if (saved) props.onSaved();
    else if (conflict) setTheirs(await props.newest());
  };
  return { busy, problem, theirs, save };
}
