import type { Me, Problem, SignIn } from "@wuduan/contract/messages.ts";
import type { EndReason, Live } from "@wuduan/contract/live.ts";
import type { Result } from "@wuduan/contract/commands.ts";
import { createStore, type Store } from "./store.ts";

/**
 * Who sits at this browser. `expired` and `taken-over` keep `me`, so that the screen stays where it was
 * beneath the sign-in and no typed text is lost.
 */
export type SessionState =
  | { phase: "checking" }
  /** Busy: asked again just now. */
  | { phase: "unreachable"; busy?: boolean }
  /** The hub speaks another version of the protocol: only a reload helps. */
  | { phase: "outdated" }
  | ({ phase: "signed-out" } & Asking)
  | { phase: "signed-in"; me: Me; live: Live }
  | ({ phase: "expired"; me: Me; live: Live } & Asking)
  | { phase: "taken-over"; me: Me; live: Live };

/** The last try to sign in: under way, or refused at this Unix time in milliseconds. */
export interface Asking {
  busy?: boolean;
  problem?: Problem;
  refusedAt?: number;
}

/** The commands that a session needs; `createCommands` has them. */
export interface SessionCommands {
  signIn(body: SignIn): Promise<Result<Me>>;
  signOut(): Promise<Result<unknown>>;
  me(): Promise<Result<Me>>;
}

export interface Session {
  readonly state: Store<SessionState>;
  /** Asks the hub who this browser is signed in as: at start, and again after `unreachable`. */
  check(): Promise<void>;
  signIn(login: string, password: string): Promise<void>;
  /** Not ok when the hub could not be told: then the session goes on. */
  signOut(): Promise<Result<unknown>>;
  /** Tells the session that a command was refused because the session is over. */
  expire(): void;
  /** Takes the connection back from the window that took it over. */
  reconnect(): void;
}

const OVER = new Set(["urn:wuduan:problem:session-expired", "urn:wuduan:problem:not-signed-in"]);

export function endsSession(problem: Problem): boolean {
  return OVER.has(problem.type);
}

export function createSession(
  commands: SessionCommands,
  openLive: () => Live,
  now: () => number = Date.now,
): Session {
  const state = createStore<SessionState>({ phase: "checking" });

  const enter = (me: Me) => {
    const before = state.get();
    if ("live" in before) before.live.close();
    const live = openLive();
    live.onLink(() => onLink(live));
    state.set({ phase: "signed-in", me, live });
  };

  const onLink = (live: Live) => {
    const current = state.get();
    if (current.phase !== "signed-in" || current.live !== live) return;
    state.set(afterEnd(current, live.ended()));
  };

  const expire = () => {
    const current = state.get();
    if (current.phase !== "signed-in") return;
    current.live.close();
    state.set({ phase: "expired", me: current.me, live: current.live });
  };

  return {
    state,
    expire,
    async check() {
      const before = state.get();
      if (before.phase === "unreachable" && before.busy) return;
      // The page with the button stays, so that the focus does.
      state.set(before.phase === "unreachable" ? { ...before, busy: true } : { phase: "checking" });
      const answer = await commands.me();
      if (answer.ok) enter(answer.value);
      else state.set({ phase: endsSession(answer.problem) ? "signed-out" : "unreachable" });
    },
    async signIn(login, password) {
      const before = state.get();
      if (before.phase !== "signed-out" && before.phase !== "expired") return;
      state.set({ ...before, busy: true });
      const answer = await commands.signIn({ login, password });
      if (answer.ok) return enter(answer.value);
      state.set({ ...before, busy: false, problem: answer.problem, refusedAt: now() });
    },
    async signOut() {
      const answer = await commands.signOut();
      if (!answer.ok && !endsSession(answer.problem)) return answer;
      const current = state.get();
      if ("live" in current) current.live.close();
      state.set({ phase: "signed-out" });
      return { ok: true, value: undefined };
    },
    reconnect() {
      const current = state.get();
      if (current.phase === "taken-over") enter(current.me);
    },
  };
}

/** What the end of the live link means for who sits here. */
function afterEnd(
  current: Extract<SessionState, { phase: "signed-in" }>,
  reason: EndReason | undefined,
): SessionState {
  switch (reason) {
    case "signed-out":
      return { ...current, phase: "expired" };
    case "superseded":
      return { ...current, phase: "taken-over" };
    case "outdated":
      return { phase: "outdated" };
    case "closed":
    case undefined:
      return current;
  }
}
