import type { Id, Patient, PlannedVital, PlanView } from "@wuduan/contract/messages.ts";
import { endedSentence, isNotOver, planLines } from "@wuduan/web-kit/plan.ts";
import { languageOf, type Tv } from "./tv.ts";

/** What the doctors have ordered for the home: said with their words, and asked for while it has not been measured. */

export function planCame(tv: Tv, patientId: Id, view: PlanView | undefined): Tv {
  const others = tv.plans.filter(({ patient }) => patient.id !== patientId);
  return { ...tv, plans: view === undefined ? others : [...others, view] };
}

/** The plan of somebody, a line for each thing, or that a doctor has ended it; none without a plan. */
export function plannedFor(tv: Tv, patientId: Id): readonly string[] {
  const view = tv.plans.find(({ patient }) => patient.id === patientId);
  if (view?.plan) return planLines(view.plan.package, languageOf(tv), tv.now);
  return view?.ended ? [endedSentence(view.ended, languageOf(tv))] : [];
}

export interface Due {
  readonly patient: Patient;
  readonly vitals: readonly PlannedVital[];
}

/** The first of the household of whom something is still to be measured. */
export function dueNow(tv: Tv): Due | undefined {
  const all = tv.plans.map(({ patient, plan }) => {
    const open = (plan?.measures ?? []).filter(
      ({ measure, state }) =>
        isNotOver(measure.until, tv.now) && (state === "waiting" || state === "missing"),
    );
    return { patient, vitals: open.map(({ measure }) => measure.vital) };
  });
  return all.find(({ vitals }) => vitals.length > 0);
}
