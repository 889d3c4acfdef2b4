import { useCallback, useEffect, useState } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { Problem } from "@wuduan/contract/messages.ts";

interface Wish<T> {
  /** What the answer depends on: with another one it is read anew. Nothing is read while it is undefined. */
  of: string | undefined;
  /** Stays the same function as long as it reads the same. */
  read(): Promise<Result<T>>;
  /** Is given each answer but those that a newer reading overtook; stays the same function. */
  take(value: T): void;
}

export interface Reading {
  /** Why the newest reading failed: what was read before it is then out of date. */
  problem: Problem | null;
  busy: boolean;
  /** When the newest answer came, a refusal too: Unix milliseconds. */
  answeredAt: number | undefined;
  again(): void;
}

/** Reads at once, anew with each change, and once more when somebody asks for it. */
export function useReading<T>({ of, read, take }: Wish<T>): Reading {
  const [tries, setTries] = useState(1);
  const [answer, setAnswer] = useState<{ to: string; at: number; problem: Problem | null }>();
  const asked = of === undefined ? undefined : `${tries} ${of}`;
  useEffect(() => {
    if (asked === undefined) return undefined;
    let wanted = true;
    void read().then((result) => {
      if (!wanted) return;
      if (result.ok) take(result.value);
      setAnswer({ to: asked, at: Date.now(), problem: result.ok ? null : result.problem });
    });
    return () => {
      wanted = false;
    };
  }, [asked, read, take]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  return {
    problem: answer?.problem ?? null,
    busy: asked !== undefined && asked !== answer?.to,
    answeredAt: answer?.at,
    again,
  };
}
