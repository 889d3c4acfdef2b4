import type { Id } from "@wuduan/contract/messages.ts";
import type { Tv } from "./tv.ts";

/** What was said by key here is remembered beside the ends that were seen, so that no reload and no lost network loses it. */

/** Under what it is remembered that consent to this consultation was taken back. */
export function withdrawnId(id: Id): Id {
  return `${id} withdrawn`;
}

export function hasWithdrawn(tv: Tv, id: Id | undefined): boolean {
  return id !== undefined && tv.confirmed.includes(withdrawnId(id));
}

/** Under what it is remembered that the doctor's words after this consultation were understood. */
export function understoodId(id: Id): Id {
  return `${id} understood`;
}

export function hasUnderstood(tv: Tv, id: Id): boolean {
  return tv.confirmed.includes(understoodId(id));
}
