import type { Problem } from "./messages.ts";

/** Every problem type that the hub and the box may answer (PROTOCOL.md §5), without its prefix. */
export const PROBLEM_TYPES = [
  "malformed-json",
  "unknown-message-type",
  "unsupported-version",
  "hello-expected",
  "invalid-field",
  "payload-too-large",
  "not-signed-in",
  "session-expired",
  "wrong-credentials",
  "sign-in-over",
  "locked-out",
  "origin-not-allowed",
  "action-not-allowed",
  "not-found",
  "method-not-allowed",
  "unsupported-media-type",
  "idempotency-key-missing",
  "import-faulty",
  "idempotency-key-reused",
  "rule-not-met",
  "wrong-state",
  "patient-busy",
  "patient-mismatch",
  "prescription-expired",
  "prescription-not-ready",
  "already-invited",
  "doctor-not-on-duty",
  "consent-text-outdated",
  "code-unknown",
  "activation-over",
  "password-too-easy",
  "pin-too-easy",
  "wrong-pin",
  "second-factor-missing",
  "signing-key-missing",
  "signing-key-locked",
  "edit-conflict",
  "login-taken",
  "limit-reached",
  "id-number-taken",
  "import-changed",
  "box-removed",
  "too-many-commands",
  "last-administrator",
  "watch-limit",
  "seat-not-held",
  "stale-epoch",
  "stale-generation",
  "busy",
  "no-new-calls",
  "report-font-missing",
  "media-unavailable",
  "internal",
  "hub-unreachable",
  "speech-busy",
  "speech-unavailable",
] as const;

/** A type of PROTOCOL.md §5, or `offline`, which only clients make: the hub was not reached. */
export type ProblemType = (typeof PROBLEM_TYPES)[number] | "offline";

const PREFIX = "urn:wuduan:problem:";

/** The type without its prefix; undefined for a type that this client does not know. */
export function problemType(problem: Problem): ProblemType | undefined {
  if (!problem.type.startsWith(PREFIX)) return undefined;
  const name = problem.type.slice(PREFIX.length);
  return [...PROBLEM_TYPES, "offline" as const].find((known) => known === name);
}

/** A problem that the client itself reports; status 0 stands for "no answer" (as in the Fetch standard). */
export function offlineProblem(): Problem {
  return { type: `${PREFIX}offline`, title: "The hub was not reached", status: 0 };
}
