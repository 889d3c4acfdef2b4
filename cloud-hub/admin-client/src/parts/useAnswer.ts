import { useCallback, useEffect, useRef, useState } from "react";
import { endsSession } from "@wuduan/web-kit/browser/session.ts";
import { useOffice } from "../office.tsx";

export interface Answer<T> {
  /** What the hub said last; it stays while it is asked again. */
  value: T | undefined;
  failed: boolean;
  reload(): Promise<T | undefined>;
}

/** Asks the hub, and again when the address changes or `reload` is called; an answer that was overtaken is dropped. */
export function useAnswer<T>(path: string): Answer<T> {
  const { commands, session } = useOffice();
  const [shown, setShown] = useState<{ value: T | undefined; failed: boolean }>({
    value: undefined,
    failed: false,
  });
  const newest = useRef(0);
  const ask = useCallback(async () => {
    const of = ++newest.current;
    return { of, answer: await commands.send<T>("GET", path) };
  }, [commands, path]);
  const show = useCallback(
    ({ answer, of }: Awaited<ReturnType<typeof ask>>) => {
      if (of !== newest.current) return undefined;
      if (answer.ok) setShown({ value: answer.value, failed: false });
      else if (endsSession(answer.problem)) session.expire();
      else setShown((last) => ({ ...last, failed: true }));
      return answer.ok ? answer.value : undefined;
    },
    [session],
  );
  const reload = useCallback(() => ask().then(show), [ask, show]);
  useEffect(() => {
    void ask().then(show);
  }, [ask, show]);
  return { ...shown, reload };
}
