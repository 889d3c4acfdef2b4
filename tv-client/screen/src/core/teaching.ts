import { DESKTOP_REMOTE, type Intent, type KeyCodes, type Remote } from "./keys.ts";

/**
 * Teaching an unknown remote: the screen names a key, the person presses it, and at the end OK must
 * come from the key that was taught as OK. Nothing is kept before that, so that random presses can
 * never leave a television that obeys no key.
 */
export const TAUGHT_KEYS = ["up", "down", "left", "right", "ok", "back"] as const;
export type TaughtKey = (typeof TAUGHT_KEYS)[number];

/** This many presses in a row that no profile knows begin the teaching. */
export const UNKNOWN_PRESSES_MAX = 5;

export interface Teaching {
  /** Code of each key learnt so far, in the order of TAUGHT_KEYS. */
  readonly codes: readonly number[];
  /** The last press was a key that already means something else. */
  readonly repeated: boolean;
}

export const TEACHING_BEGINS: Teaching = { codes: [], repeated: false };

export type TeachingStep =
  | { readonly kind: "goes-on"; readonly teaching: Teaching }
  | { readonly kind: "learnt"; readonly remote: Remote }
  | { readonly kind: "given-up" };

/** The key to press now; "confirm" asks for OK once more. */
export function askedKey(teaching: Teaching): TaughtKey | "confirm" {
  return TAUGHT_KEYS[teaching.codes.length] ?? "confirm";
}

export function teach(teaching: Teaching, keyCode: number): TeachingStep {
  if (askedKey(teaching) === "confirm") {
    const ok = teaching.codes[TAUGHT_KEYS.indexOf("ok")];
    return keyCode === ok
      ? { kind: "learnt", remote: remoteOf(teaching.codes) }
      : { kind: "given-up" };
  }
  if (teaching.codes.includes(keyCode)) {
    return { kind: "goes-on", teaching: { ...teaching, repeated: true } };
  }
  return { kind: "goes-on", teaching: { codes: [...teaching.codes, keyCode], repeated: false } };
}

/** The taught keys stand above the desktop profile, so that a keyboard plugged in later still works. */
function remoteOf(codes: readonly number[]): Remote {
  const taught = Object.fromEntries(codes.map((code, n) => [code, TAUGHT_KEYS[n] as Intent]));
  return { profile: DESKTOP_REMOTE.profile, taught: taught as KeyCodes };
}
