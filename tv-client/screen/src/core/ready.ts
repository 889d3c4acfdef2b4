import { dialogOf, openConsultation, screenOf, textPages, type ScreenName } from "./screen.ts";
import type { Tv } from "./tv.ts";

/** An OK sooner after a page came into sight was meant for what stood there before. In milliseconds. */
export const OK_HELD_MILLIS = 1_500;

const HELD_SCREENS: readonly ScreenName[] = ["consent", "summary", "waiting"];

/** What is in sight, and since when. A clock that was set back begins again, so that no key stays dead. */
export function inSight(tv: Tv): Tv["shown"] {
  const text = textPages(tv)[tv.page] ?? [];
  const what = JSON.stringify([tv.focus.on, openConsultation(tv)?.id, tv.page, text]);
  const isSame = what === tv.shown.what && tv.now >= tv.shown.since;
  return isSame ? tv.shown : { what, since: tv.now };
}

/** Whether OK does something now: where much hangs on one key, not before the page can have been seen. */
export function takesOk(tv: Tv): boolean {
  const screen = screenOf(tv);
  if (dialogOf(tv) !== undefined || !HELD_SCREENS.includes(screen)) return true;
  if (screen === "consent" && typeof tv.consentText !== "object") return true;
  return tv.now - tv.shown.since >= OK_HELD_MILLIS;
}
