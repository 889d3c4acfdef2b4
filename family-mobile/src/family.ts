import type { CallSession } from "@wuduan/call-web/call.ts";
import type {
  ConsultationState,
  ConsultationView,
  FamilyInbox,
  FamilyRight,
  Id,
  LatestVitals,
  VitalSign,
} from "@wuduan/contract/messages.ts";
import { KINDS } from "@wuduan/web-kit/browser/trend.ts";
import { isTimeKnown, shownAt } from "@wuduan/web-kit/vitals.ts";

export type Parent = FamilyInbox["patients"][number];

export function has(parent: Parent, right: FamilyRight): boolean {
  return parent.rights.includes(right);
}

/** Whether this person may speak for a parent. */
export function maySignFor(inbox: FamilyInbox, patientId: Id): boolean {
  return inbox.patients.some(
    (parent) => parent.patient.id === patientId && has(parent, "proxy_consent"),
  );
}

/** The parent that the phone shows: the chosen one while bound, else the one with a doctor, else the first. */
export function shownParent(inbox: FamilyInbox, chosen: string | null): Parent | undefined {
  return (
    inbox.patients.find(({ patient }) => patient.id === chosen) ??
    inbox.patients.find(({ consultation }) => consultation !== undefined) ??
    inbox.patients[0]
  );
}

/** How urgently a consultation wants this person: the highest is shown first. */
const URGENCY: Record<ConsultationState, number> = {
  live: 6,
  consenting: 5,
  ringing: 4,
  unanswered: 3,
  waiting: 2,
  concluded: 0,
  cancelled: 0,
};

/** Parents with a consultation under way, the most urgent first. */
export function underWay(inbox: FamilyInbox): Parent[] {
  const urgency = ({ consultation }: Parent) => (consultation ? URGENCY[consultation.state] : 0);
  return inbox.patients
    .filter((parent) => urgency(parent) > 0)
    .sort((a, b) => urgency(b) - urgency(a));
}

/** Steps from the request to the doctor, in order; how many are done is counted from the state. */
export const STEPS = ["requested", "accepted", "answered", "consented", "live"] as const;

export function stepsDone(state: ConsultationState): number {
  switch (state) {
    case "waiting":
      return 1;
    case "ringing":
    case "unanswered":
      return 2;
    case "consenting":
      return 3;
    case "live":
      return 5;
    case "concluded":
    case "cancelled":
      return 0;
  }
}

export function may(view: ConsultationView, action: ConsultationView["actions"][number]): boolean {
  return view.actions.includes(action);
}

/** Who took consent back in the middle of the talk; undefined where nobody did. */
export function withdrawnBy({ cancelled }: ConsultationView): "patient" | "family" | undefined {
  if (cancelled?.reason !== "consent_withdrawn") return undefined;
  return cancelled.by === "patient" ? "patient" : "family";
}

/** A join on its way: the call is shown at once, and taken back when the hub refuses. */
export interface Joining {
  consultationId: string;
  call: CallSession;
  /** Once a view has shown the own seat, views alone decide. */
  wasSeated: boolean;
  cancel(): void;
}

/** The join that keeps the call on the screen until the first view that shows the own seat. */
export function joinInto(view: ConsultationView, joining: Joining | null): Joining | undefined {
  const isOnItsWay = view.state === "live" && view.id === joining?.consultationId;
  return isOnItsWay && !joining.wasSeated ? joining : undefined;
}

/** After this time a reading says nothing about today. */
export const RECENT_MILLIS = 24 * 3_600_000;

/** The readings of the last day: only they may say how the parent is. */
export function recent(vitals: LatestVitals, nowMillis: number): LatestVitals {
  const all = Object.entries(vitals) as [keyof LatestVitals, VitalSign][];
  return Object.fromEntries(
    all.filter(
      ([, sign]) => isTimeKnown(sign) && nowMillis - Date.parse(shownAt(sign)) < RECENT_MILLIS,
    ),
  );
}

/** When anything was measured last; undefined when nothing ever was, or nobody knows when. */
export function newestAt(vitals: LatestVitals): string | undefined {
  return Object.values(vitals)
    .filter(isTimeKnown)
    .map((sign: VitalSign) => shownAt(sign))
    .sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

/**
 * The one sentence above the numbers: the newest reading that differs from the usual decides, so that a
 * calm one does not hide it.
 */
export function mostUnusual(vitals: LatestVitals): Unusual | undefined {
  const all = KINDS.flatMap((kind) => {
    const compared = vitals[kind]?.comparedWithUsual;
    return compared ? [{ kind, compared }] : [];
  });
  return all.find(({ compared }) => compared !== "similar") ?? all[0];
}

/** True when every kind that was measured could be compared and is as usual: only then nothing needs a name. */
export function allAsUsual(vitals: LatestVitals): boolean {
  const compared = KINDS.filter((kind) => kind !== "glucose");
  const measured = compared.map((kind) => vitals[kind]).filter((sign) => sign !== undefined);
  return (
    measured.length > 0 &&
    measured.every(({ comparedWithUsual }) => comparedWithUsual === "similar")
  );
}

export interface Unusual {
  kind: keyof LatestVitals;
  compared: "higher" | "similar" | "lower";
}
