import type {
  GiveCode,
  Me,
  NewSecondFactor,
  Problem,
  SecondFactorOn,
  SecondStep,
  SignIn,
} from "@wuduan/contract/messages.ts";
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
  /** The password was right; this is still needed. */
  second?: SecondAsking;
}

/** Give a code; or set a second factor up; or write down the recovery codes of the one just confirmed. */
export type SecondAsking =
  | { step: "code" }
  | { step: "enrol"; fresh: NewSecondFactor }
  | { step: "recovery-codes"; codes: readonly string[]; me: Me };

/** The commands that a session needs; `createCommands` has them. */
export interface SessionCommands {
  signIn(body: SignIn): Promise<Result<Me | SecondStep>>;
  giveCode(body: GiveCode): Promise<Result<Me>>;
  setUpSecondFactor(): Promise<Result<NewSecondFactor>>;
  confirmSecondFactor(body: GiveCode): Promise<Result<SecondFactorOn>>;
  signOut(): Promise<Result<unknown>>;
  me(): Promise<Result<Me>>;
}

export interface Session {
  readonly state: Store<SessionState>;
  /** Asks the hub who this browser is signed in as: at start, and again after `unreachable`. */
  check(): Promise<void>;
  signIn(login: string, password: string): Promise<void>;
  /** The second step, whichever it is. */
  giveCode(code: string): Promise<void>;
  /** The recovery codes were written down: in. */
  goOn(): void;
  /** Back to login and password. */
  startAgain(): void;
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
    ...waysIn(commands, state, enter, now),
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

type WaysIn = Pick<Session, "signIn" | "giveCode" | "goOn" | "startAgain">;

/** Password, then the second factor of whoever has one or must set one up. */
function waysIn(
  commands: SessionCommands,
  state: Store<SessionState>,
  enter: (me: Me) => void,
  now: () => number,
): WaysIn {
  const refuse = (before: AskingState, problem: Problem) => {
    // A second step that came too late begins again with the password.
    const over = problem.type.endsWith(":sign-in-over");
    state.set({ ...(over ? without(before) : before), busy: false, problem, refusedAt: now() });
  };

  const next = (before: AskingState, second: SecondAsking) =>
    state.set({ ...without(before), second });

  return {
    async signIn(login, password) {
      const before = asking(state.get());
      if (!before) return;
      state.set({ ...before, busy: true });
      const answer = await commands.signIn({ login, password });
      if (!answer.ok) return refuse(before, answer.problem);
      if (!("step" in answer.value)) return enter(answer.value);
      if (answer.value.step === "code") return next(before, { step: "code" });
      const fresh = await commands.setUpSecondFactor();
      if (fresh.ok) next(before, { step: "enrol", fresh: fresh.value });
      else refuse(before, fresh.problem);
    },
    async giveCode(code) {
      const before = asking(state.get());
      if (!before?.second || before.busy) return;
      state.set({ ...before, busy: true });
      if (before.second.step === "code") {
        const answer = await commands.giveCode({ code });
        return answer.ok ? enter(answer.value) : refuse(before, answer.problem);
      }
      const answer = await commands.confirmSecondFactor({ code });
      if (!answer.ok) return refuse(before, answer.problem);
      const { me, recoveryCodes } = answer.value;
      if (me) next(before, { step: "recovery-codes", codes: recoveryCodes, me });
    },
    goOn() {
      const current = asking(state.get());
      if (current?.second?.step === "recovery-codes") enter(current.second.me);
    },
    startAgain() {
      const current = asking(state.get());
      if (current) state.set(without(current));
    },
  };
}

type AskingState = Extract<SessionState, { phase: "signed-out" | "expired" }>;

const asking = (state: SessionState): AskingState | undefined =>
  state.phase === "signed-out" || state.phase === "expired" ? state : undefined;

/** Nothing tried yet, and nobody half way in. */
function without(state: AskingState): AskingState {
  return state.phase === "expired"
    ? { phase: "expired", me: state.me, live: state.live }
    : { phase: "signed-out" };
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
