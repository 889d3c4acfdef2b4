import { dialogOf, openConsultation, screenOf, textPages, type ScreenName } from "./screen.ts";
import { askedReading } from "./household.ts";
import type { Tv } from "./tv.ts";

/** An OK sooner after a page came into sight was meant for what stood there before. In milliseconds. */
export const OK_HELD_MILLIS = 1_500;

/** Starting anew takes this long a look at the last question, without a key in between: no child does it by play. */
export const RESET_HELD_MILLIS = 5_000;

const HELD_SCREENS: readonly ScreenName[] = [
  "consent",
  "summary",
  "medicines",
  "waiting",
  "whose",
  "invite",
  "pairing",
];

/** What is in sight, and since when. A clock that was set back begins again, so that no key stays dead. */
export function inSight(tv: Tv): Tv["shown"] {
  const text = textPages(tv)[tv.page] ?? [];
  const walked = isGrave(tv) ? tv.focus.id : "";
  const asked = screenOf(tv) === "whose" ? askedReading(tv)?.readingId : "";
  const on = [tv.focus.on, openConsultation(tv)?.id, tv.page, text, walked, asked];
  const what = JSON.stringify(on);
  const isSame = what === tv.shown.what && tv.now >= tv.shown.since;
  return isSame ? tv.shown : { what, since: tv.now };
}

/** A question whose yes can't be taken back by one key: random presses must not find it. */
export function isGrave(tv: Tv): boolean {
  const dialog = dialogOf(tv);
  return dialog === "reset" || dialog === "unbind" || dialog === "withdraw";
}

/** How long the present question has to be in sight before OK counts. */
export function okHeldMillis(tv: Tv): number {
  return dialogOf(tv) === "reset" ? RESET_HELD_MILLIS : OK_HELD_MILLIS;
}

/** Whether OK does something now: where much hangs on one key, not before the page can have been seen. */
export function takesOk(tv: Tv): boolean {
  const screen = screenOf(tv);
  const dialog = dialogOf(tv);
  const isLong = tv.now - tv.shown.since >= okHeldMillis(tv);
  if (isGrave(tv) && tv.focus.id.endsWith("-really")) return isLong;
  if (dialog !== undefined || !HELD_SCREENS.includes(screen)) return true;
  // refusing only leads to a question, whatever page of the text came into sight meanwhile
  if (screen === "consent" && tv.focus.id === "refuse") return true;
  if (screen === "consent" && typeof tv.consentText !== "object") return true;
  return isLong;
}
