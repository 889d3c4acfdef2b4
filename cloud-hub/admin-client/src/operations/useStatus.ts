import { useCallback, useEffect, useState } from "react";
import { endsSession } from "@wuduan/web-kit/browser/session.ts";
import { useOffice } from "../office.tsx";
import { ASK_AGAIN_MILLIS, heard, NOTHING_HEARD, type Heard, type Reach } from "./status.ts";

/** Asks the hub every few seconds as long as the page is shown; `askNow` does not wait for the next turn. */
export function useStatus(): Heard & { askNow(): void } {
  const { commands, session } = useOffice();
  const [known, setKnown] = useState<Heard>(NOTHING_HEARD);
  const [turn, setTurn] = useState(0);
  const ask = useCallback(async () => {
    const answer = await commands.operations.status();
    if (answer.ok) return { reach: "here" as const, status: answer.value };
    if (endsSession(answer.problem)) session.expire();
    return { reach: await reachWithoutStatus(), status: undefined };
  }, [commands, session]);
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    void ask().then(({ reach, status }) => {
      if (over) return;
      setKnown((before) => heard(before, Date.now(), reach, status));
      next = setTimeout(() => setTurn((before) => before + 1), ASK_AGAIN_MILLIS);
    });
    return () => {
      over = true;
      clearTimeout(next);
    };
  }, [ask, turn]);
  const askNow = useCallback(() => setTurn((before) => before + 1), []);
  return { ...known, askNow };
}

/** Whoever signed in is known by the database: while that is away only the public health answers. */
async function reachWithoutStatus(): Promise<Reach> {
  try {
    const health = await fetch("/health");
    if (health.status === 503) return "database-away";
    return health.ok ? "failed" : "hub-away";
  } catch {
    return "hub-away";
  }
}
