import type { HomePrescription, Id, MedicinesView, Patient } from "@wuduan/contract/messages.ts";
import { stopWord, takingSentence } from "@wuduan/web-kit/prescriptions.ts";
import { sayIn } from "../words.ts";
import { isConnected, languageOf, type Effect, type Step, type Tv } from "./tv.ts";

/** What the doctors have prescribed: told once, said again with the doctor's words, asked about where the supply is long. */

/** A prescription that nobody has seen is offered for so long, in milliseconds. */
export const MEDICINES_NEW_MILLIS = 24 * 3_600_000;

const TAKEN: readonly HomePrescription["state"][] = ["approved", "dispensed"];

const stay = (tv: Tv): Step => ({ tv, effects: [] });
const act = (tv: Tv, ...effects: readonly Effect[]): Step => ({ tv, effects });

export interface Prescribed {
  readonly patient: Patient;
  readonly prescription: HomePrescription;
}

export function medicinesCame(tv: Tv, patientId: Id, view: MedicinesView | undefined): Tv {
  const others = tv.medicines.filter(({ patient }) => patient.id !== patientId);
  return { ...tv, medicines: view === undefined ? others : [...others, view] };
}

function prescribed(tv: Tv): readonly Prescribed[] {
  return tv.medicines.flatMap(({ patient, prescriptions }) =>
    prescriptions.map((prescription) => ({ patient, prescription })),
  );
}

/** A supply of more than four weeks that waits for the patient's yes. */
export function askedMedicines(tv: Tv): Prescribed | undefined {
  return prescribed(tv).find(
    ({ prescription: { state, id } }) => state === "to_confirm" && !tv.putOff.includes(id),
  );
}

/**
 * Medicines that may not be taken: an order on its way back, of which each step is told once, and what is at home and an
 * allergy speaks against, each time anew. That it came all the same is told whenever the television is on again, and that
 * it stays away is old news after a day.
 */
export function stoppedMedicines(tv: Tv): Prescribed | undefined {
  if (askedMedicines(tv) !== undefined) return undefined;
  return prescribed(tv).find(
    ({ prescription }) =>
      whyNot(tv, prescription) !== undefined &&
      !tv.confirmed.includes(seenId(prescription)) &&
      !isOldNews(tv, prescription),
  );
}

function isOldNews(tv: Tv, { order }: HomePrescription): boolean {
  return (
    order?.state === "withdrawn" && tv.now - Date.parse(order.changedAt) >= MEDICINES_NEW_MILLIS
  );
}

/** Why they may not be taken, in the words of home; nothing of those that may. */
function whyNot(tv: Tv, prescription: HomePrescription): string | undefined {
  const language = languageOf(tv);
  return prescription.state === "stop"
    ? sayIn(language)("medicinesTold")
    : stopWord(prescription)?.[language];
}

/** Under what it is remembered as seen: that it may not be taken is told also where the medicine itself was seen. */
export function seenId(prescription: HomePrescription): Id {
  const { id, state, order, version } = prescription;
  if (state === "stop") return `${id} stop ${version}`;
  return order && stopWord(prescription) ? `${id} ${order.state}` : id;
}

/** What a pharmacist has approved and nobody here has put away yet. */
function newMedicines(tv: Tv): Prescribed | undefined {
  return prescribed(tv).find(
    ({ prescription: { state, id, at } }) =>
      TAKEN.includes(state) &&
      !tv.confirmed.includes(id) &&
      tv.now - Date.parse(at) < MEDICINES_NEW_MILLIS,
  );
}

/** The question before the news: somebody is waiting for the answer. What not to take before what to take. */
export function shownMedicines(tv: Tv): Prescribed | undefined {
  return askedMedicines(tv) ?? stoppedMedicines(tv) ?? newMedicines(tv);
}

/** The text of what is shown: of what may not be taken its names and why, never how to take it. */
export function shownLines(tv: Tv): readonly string[] {
  const stopped = stoppedMedicines(tv)?.prescription;
  if (stopped === undefined) {
    const shown = shownMedicines(tv);
    return shown === undefined ? [] : medicineLines(tv, shown.prescription);
  }
  const language = languageOf(tv);
  const names = stopped.medicines.map(({ nameZh, nameEn }) =>
    language === "en" ? nameEn : nameZh,
  );
  return [names.join(language === "en" ? ", " : "、"), whyNot(tv, stopped) ?? ""];
}

/** One line a medicine: what, how often, when, how much and for how long. */
export function medicineLines(tv: Tv, { medicines }: HomePrescription): readonly string[] {
  const language = languageOf(tv);
  return medicines.map((medicine) => {
    const taking = takingSentence(medicine, language);
    const line =
      language === "en" ? `${medicine.nameEn}: ${taking}` : `${medicine.nameZh}：${taking}`;
    return medicine.note === undefined ? line : `${line}. ${medicine.note}`;
  });
}

/** All that somebody takes by a prescription that still counts. */
export function takenBy(tv: Tv, patientId: Id): readonly string[] {
  return prescribed(tv)
    .filter(({ patient, prescription }) => {
      return patient.id === patientId && TAKEN.includes(prescription.state);
    })
    .flatMap(({ prescription }) => medicineLines(tv, prescription));
}

/** The longest course of a prescription, in days. */
export function daysOf({ medicines }: HomePrescription): number {
  return Math.max(0, ...medicines.map(({ days }) => days));
}

export function agreeToMedicines(tv: Tv): Step {
  const asked = askedMedicines(tv);
  if (asked === undefined || tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv)) return stay({ ...tv, notice: { kind: "not-connected" } });
  const { patient, prescription } = asked;
  return act(
    { ...tv, pending: "confirm-medicines" },
    {
      do: "confirm-medicines",
      patientId: patient.id,
      id: prescription.id,
      version: prescription.version,
    },
  );
}

/** Not asked again on this screen; the doctor sees that there is no yes. */
export function putOffMedicines(tv: Tv): Tv {
  const asked = askedMedicines(tv);
  return asked === undefined ? tv : { ...tv, putOff: [...tv.putOff, asked.prescription.id] };
}
