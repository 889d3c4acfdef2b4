import type { Id } from "@wuduan/contract/messages.ts";
import { askedMedicines, putOffMedicines, seenId, shownMedicines } from "./medicines.ts";
import { understoodId } from "./said.ts";
import { asksUnderstanding, shownSummary, unconfirmedCancellation } from "./screen.ts";
import type { Effect, Step, Tv } from "./tv.ts";

/** Remembered ends and what was said of them, newest last; older ones are out of the day in which they would be shown again. */
export const CONFIRMED_MAX = 50;

const stay = (tv: Tv): Step => ({ tv, effects: [] });
const act = (tv: Tv, ...effects: readonly Effect[]): Step => ({ tv, effects });

/** Puts away how a consultation ended. */
export function confirmEnd(tv: Tv): Step {
  if (tv.reading !== undefined) return stay({ ...tv, reading: undefined, page: 0 });
  const id = unconfirmedCancellation(tv)?.id ?? shownSummary(tv)?.consultationId;
  return id === undefined ? stay(tv) : remember(tv, id);
}

/** Puts the doctor's words away as understood; the hub is told until it knows. */
export function understand(tv: Tv): Step {
  const id = shownSummary(tv)?.consultationId;
  if (id === undefined || !asksUnderstanding(tv)) return confirmEnd(tv);
  return tv.reading === undefined
    ? remember(tv, id, understoodId(id))
    : keep({ ...tv, reading: undefined, page: 0 }, understoodId(id));
}

/** A question that is left is put off; what was only told is not told again. */
export function seenMedicines(tv: Tv): Step {
  if (askedMedicines(tv) !== undefined) return stay({ ...putOffMedicines(tv), page: 0 });
  const shown = shownMedicines(tv);
  return shown === undefined ? stay(tv) : remember(tv, seenId(shown.prescription));
}

/** Keeps what was seen or said here, and goes on at home. */
export function remember(tv: Tv, ...ids: readonly Id[]): Step {
  return keep({ ...tv, page: 0, place: "home" }, ...ids);
}

function keep(tv: Tv, ...ids: readonly Id[]): Step {
  const confirmed = [...tv.confirmed, ...ids].slice(-CONFIRMED_MAX);
  return act({ ...tv, confirmed }, { do: "remember-confirmed", ids: confirmed });
}
