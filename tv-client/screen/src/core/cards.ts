import type { Reading, VitalSign } from "@wuduan/contract/messages.ts";
import type { Card, Tv } from "./tv.ts";

/** A stream of readings that was silent for so long is a new measurement, in milliseconds. */
export const NEW_STREAM_AFTER_MILLIS = 60_000;

/** These profiles send a reading each second while the sensor is worn. */
function isStream(profile: Reading["profile"]): boolean {
  return profile === "heart_rate" || profile === "pulse_oximeter_continuous";
}

/** Takes a measurement in. A stream opens the screen once and never covers a single measurement. */
export function takeCard(tv: Tv, card: Card): Tv {
  const { reading } = card;
  const shown = tv.card?.reading;
  if (shown?.id === reading.id) return tv.card?.stage === "delivered" ? tv : { ...tv, card };
  if (card.stage === "delivered") return tv;
  const at = Date.parse(reading.receivedAt);
  const last = tv.lastSeen[reading.profile];
  const seen = { ...tv, lastSeen: { ...tv.lastSeen, [reading.profile]: at } };
  if (!isStream(reading.profile)) return { ...seen, card };
  if (shown !== undefined) return shown.profile === reading.profile ? { ...seen, card } : seen;
  const begins = last === undefined || at - last > NEW_STREAM_AFTER_MILLIS;
  return begins ? { ...seen, card } : seen;
}

/** What the hub says about the shown reading, once it has it: the comparison with the usual value. */
export function assessed(tv: Tv): VitalSign | undefined {
  const id = tv.card?.reading.id;
  return tv.inbox?.patients
    .flatMap(({ vitals }) => [vitals.bloodPressure, vitals.heartRate, vitals.pulseOximeter])
    .find((sign) => sign?.readingId === id);
}
