import type { Id } from "@wuduan/contract/messages.ts";
import { askedMedicines, putOffMedicines, seenId, shownMedicines } from "./medicines.ts";
import { shownSummary, unconfirmedCancellation } from "./screen.ts";
import type { Effect, Step, Tv } from "./tv.ts";

/** Remembered ends, newest last; older ones are out of the day in which they would be shown again. */
export const CONFIRMED_MAX = 50;

const stay = (tv: Tv): Step => ({ tv, effects: [] });
const act = (tv: Tv, ...effects: readonly Effect[]): Step => ({ tv, effects });

/** Puts away how a consultation ended. */
export function confirmEnd(tv: Tv): Step {
  if (tv.reading !== undefined) return stay({ ...tv, reading: undefined, page: 0 });
  const id = unconfirmedCancellation(tv)?.id ?? shownSummary(tv)?.consultationId;
  return id === undefined ? stay(tv) : remember(tv, id);
}

/** A question that is left is put off; what was only told is not told again. */
export function seenMedicines(tv: Tv): Step {
  if (askedMedicines(tv) !== undefined) return stay({ ...putOffMedicines(tv), page: 0 });
  const shown = shownMedicines(tv);
  return shown === undefined ? stay(tv) : remember(tv, seenId(shown.prescription));
}

/** Keeps what was seen or said here, and goes on at home. */
export function remember(tv: Tv, id: Id): Step {
  const confirmed = [...tv.confirmed, id].slice(-CONFIRMED_MAX);
  return act(
    { ...tv, confirmed, page: 0, place: "home" },
    { do: "remember-confirmed", ids: confirmed },
  );
}
