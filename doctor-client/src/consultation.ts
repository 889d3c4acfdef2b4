import type {
  ConsultationView,
  Doctor,
  DoctorInbox,
  Invitation,
  Language,
  Opinion,
} from "@wuduan/contract/messages.ts";

/** What the middle of the workstation shows; one screen for each. */
export type Stage =
  | "waiting"
  | "taken"
  | "ringing"
  | "unanswered"
  | "consenting"
  | "live"
  | "concluded"
  | "cancelled";

/** The stage of a consultation for this doctor: one that a colleague accepted is only named. */
export function stageOf(view: ConsultationView, meId: string): Stage {
  const taken = view.doctor !== undefined && view.doctor.id !== meId && !view.call;
  const early = view.state === "ringing" || view.state === "consenting";
  if (taken && (early || view.state === "unanswered")) return "taken";
  return view.state;
}

/** True for the first-contact doctor who accepted it. */
export function isMine(view: ConsultationView, meId: string): boolean {
  return view.doctor?.id === meId;
}

/** True for a doctor who came in by following the patient (随转) and whom nobody invited. */
export function follows({ invitations }: ConsultationView, meId: string): boolean {
  return invitations.some(({ doctor, following }) => doctor.id === meId && following);
}

/** Consent was taken back in the middle: nothing new begins, and what was done until then is written down. */
export function isWithdrawn(view: ConsultationView): boolean {
  return view.cancelled?.reason === "consent_withdrawn";
}

export type DoctorAction = ConsultationView["actions"][number];

/** The hub says what may be done now; the screen offers nothing else. */
export function may(view: ConsultationView, action: DoctorAction): boolean {
  return view.actions.includes(action);
}

export interface OpinionsByAuthor {
  mine: Opinion[];
  others: Opinion[];
}

export function opinionsOf(view: ConsultationView, meId: string): OpinionsByAuthor {
  return {
    mine: view.opinions.filter((opinion) => opinion.doctor.id === meId),
    others: view.opinions.filter((opinion) => opinion.doctor.id !== meId),
  };
}

/** Doctors that can't be rung again now: they ring already, or are in the room. */
export function alreadyAsked(invitations: Invitation[]): Set<string> {
  const open = invitations.filter(({ state }) => state === "ringing" || state === "accepted");
  return new Set(open.map(({ doctor }) => doctor.id));
}

/** Doctors who have neither answered nor been given up: concluding withdraws their invitations. */
export function stillRinging(invitations: Invitation[]): Doctor[] {
  return invitations.filter(({ state }) => state === "ringing").map(({ doctor }) => doctor);
}

/** Doctors who accepted an invitation and have given no opinion. */
export function withoutOpinion({ invitations, opinions }: ConsultationView): Doctor[] {
  const given = new Set(opinions.map(({ doctor }) => doctor.id));
  return invitations
    .filter(({ state, doctor }) => state === "accepted" && !given.has(doctor.id))
    .map(({ doctor }) => doctor);
}

/** Names in one line of text. */
export function namesOf(doctors: Doctor[], language: Language): string {
  return doctors.map(({ name }) => name).join(language === "en" ? ", " : "、");
}

/** Whole minutes since an instant, never negative (this machine's clock may be behind the hub's). */
export function minutesSince(at: string, nowMillis: number): number {
  return Math.max(0, Math.floor((nowMillis - Date.parse(at)) / 60_000));
}

/** A request as far as it is needed to accept it. */
export type Waiting = Pick<
  DoctorInbox["waiting"][number],
  "consultationId" | "patient" | "complaint"
>;

/** The longest waiting first. */
export function queueOf(inbox: DoctorInbox): DoctorInbox["waiting"] {
  return [...inbox.waiting].sort((a, b) => a.requestedAt.localeCompare(b.requestedAt));
}

/**
 * The consultation to open after a reload or a new view: the chosen one, else the one the doctor is in
 * the middle of. A waiting patient is never opened by itself.
 */
export function openedConsultation(inbox: DoctorInbox, chosen: string | null): string | null {
  if (chosen !== null) return chosen;
  const running = inbox.current.filter(({ state }) => state !== "cancelled");
  const live = running.find(({ state }) => state === "live");
  return (live ?? running[0])?.consultationId ?? null;
}

/** What is new in the inbox and deserves a sound: each request and invitation once. */
export function newcomers(seen: ReadonlySet<string>, inbox: DoctorInbox): string[] {
  const ids = [
    ...inbox.waiting.map(({ consultationId }) => consultationId),
    ...inbox.invitations.map(({ invitationId }) => invitationId),
  ];
  return ids.filter((id) => !seen.has(id));
}

/**
 * The running consultation whose call is connected. A doctor who looks at another case stays in the
 * call; opening another running one moves there: a microphone is never in two rooms.
 */
export function roomOf(
  inbox: DoctorInbox,
  opened: string | null,
  before: string | null,
): string | null {
  const live = inbox.current.filter(({ state }) => state === "live");
  const isLive = (id: string | null) => live.some(({ consultationId }) => consultationId === id);
  if (isLive(opened)) return opened;
  return isLive(before) ? before : null;
}
