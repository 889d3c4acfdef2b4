import type { BoxInbox, Id, Reading, VitalSign } from "@wuduan/contract/messages.ts";
import type { Card, Tv } from "./tv.ts";

/** These profiles send a reading each second while the sensor is worn. */
export function isStream(profile: Reading["profile"]): boolean {
  return profile === "heart_rate" || profile === "pulse_oximeter_continuous";
}

/**
 * Takes a measurement in. A single one opens the screen by itself; a stream only where somebody is
 * about to measure, because a strap that is worn all day must not cover the screen all day.
 */
export function takeCard(tv: Tv, card: Card): Tv {
  const shown = tv.card?.reading;
  if (card.reading.profile === "glucose_context") return withMeal(tv, card.reading);
  if (tv.card !== undefined && shown?.id === card.reading.id) {
    return tv.card.stage === "delivered" ? tv : { ...tv, card: { ...tv.card, stage: card.stage } };
  }
  if (card.stage === "delivered") return tv;
  if (!isStream(card.reading.profile)) return { ...tv, card };
  const renews = shown?.profile === card.reading.profile;
  const awaited = shown === undefined && tv.place === "measure";
  return renews || awaited ? { ...tv, card } : tv;
}

/** The meal of a glucose measurement follows it as a message of its own: it joins the card and never is one. */
function withMeal(tv: Tv, context: Reading): Tv {
  const shown = tv.card?.reading;
  const same =
    shown?.profile === "glucose" &&
    shown.device.address === context.device.address &&
    shown.sequence === context.sequence;
  if (!same || tv.card === undefined) return tv;
  const marks = [...new Set([...shown.marks, ...context.marks])];
  return { ...tv, card: { ...tv.card, reading: { ...shown, marks } } };
}

/** What the hub says about the shown reading, once it has it: the comparison with the usual value. */
export function assessed(tv: Tv): VitalSign | undefined {
  return tv.inbox?.patients.flatMap(signsOf).find((sign) => sign.readingId === tv.card?.reading.id);
}

/** Whether the hub counts the shown reading to this patient, so that the patient's doctor sees it. */
export function belongsTo(tv: Tv, patientId: Id | undefined): boolean {
  return (tv.inbox?.patients ?? [])
    .filter(({ patient }) => patient.id === patientId)
    .flatMap(signsOf)
    .some((sign) => sign.readingId === tv.card?.reading.id);
}

function signsOf({ vitals }: BoxInbox["patients"][number]): VitalSign[] {
  return Object.values(vitals);
}
