import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { Problem } from "@wuduan/contract/messages.ts";
import type { Drafts } from "./drafts.ts";
import { endsSession, type Session } from "./session.ts";
import type { Store } from "./store.ts";

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

export interface CommandState {
  busy: boolean;
  problem: Problem | null;
  /** Gives a command; true when the hub carried it out. A second press while one is under way does nothing. */
  give(command: () => Promise<Result<unknown>>): Promise<boolean>;
}

/** One button's command: its progress, its refusal, and the end of the session if that is the refusal. */
export function useCommand(session: Session): CommandState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const underWay = useRef(false);
  const give = useCallback(
    async (command: () => Promise<Result<unknown>>) => {
      if (underWay.current) return false;
      underWay.current = true;
      setBusy(true);
      setProblem(null);
      const answer = await command();
      underWay.current = false;
      setBusy(false);
      if (answer.ok) return true;
      if (endsSession(answer.problem)) session.expire();
      setProblem(answer.problem);
      return false;
    },
    [session],
  );
  return { busy, problem, give };
}

export interface DraftText {
  text: string;
  /** False when the browser would not keep the draft. */
  kept: boolean;
  set(text: string): void;
  forget(): void;
}

/** A text field whose content survives reload and sign-out by time; `initial` is used when there is no draft. */
export function useDraft(drafts: Drafts, name: string, initial = ""): DraftText {
  const [text, setText] = useState(() => drafts.read(name) || initial);
  const [kept, setKept] = useState(true);
  return {
    text,
    kept,
    set(next) {
      setText(next);
      setKept(drafts.write(name, next));
    },
    forget() {
      drafts.forget(name);
      setText("");
    },
  };
}

/** Says in the browser's tab what waits, so that a doctor in another tab sees it; nothing after sign-out. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

const onSeen = (listener: () => void) => {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
};

/** Whether the page is in front: nobody sees it behind another tab or in a window that was put away. */
export function usePageSeen(): boolean {
  return useSyncExternalStore(onSeen, () => document.visibilityState === "visible");
}

/**
 * Whether the browser holds back any sound of the page: `hold` is called for each sound that is held back and gives the
 * way to say that it plays or is gone.
 */
export function useSoundBlocked(): { blocked: boolean; hold(): () => void } {
  const [held, setHeld] = useState(0);
  const hold = useCallback(() => {
    setHeld((count) => count + 1);
    return () => setHeld((count) => count - 1);
  }, []);
  return { blocked: held > 0, hold };
}

/** Calls for each press by which a person allows this page to sound; gives the way to stop. */
export function onTouch(listener: () => void): () => void {
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") listener();
  };
  window.addEventListener("pointerdown", listener);
  window.addEventListener("keydown", byKey);
  return () => {
    window.removeEventListener("pointerdown", listener);
    window.removeEventListener("keydown", byKey);
  };
}
