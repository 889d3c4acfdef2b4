import type { BoundChild, Id, Patient, UnclaimedReading } from "@wuduan/contract/messages.ts";
import type { Layout } from "./focus.ts";
import { isConnected, type Child, type Effect, type Step, type Tv } from "./tv.ts";

/** Enrolment, sons and daughters, whose a reading is, and starting anew: all that concerns who lives here. */

/** Children on one page beside the two keys below them. */
export const CHILDREN_PER_PAGE = 2;
/** People to choose from beside one other key, and one fewer where there are more pages. */
const ASKED_PER_PAGE = 3;

export type HouseholdScreen =
  "enrol" | "whose" | "children" | "invite-whom" | "invite" | "invite-code" | "settings" | "reset";

/** A household's step, or the way home, which only the caller knows. */
export type HouseholdStep = Step | "home";

const stay = (tv: Tv): Step => ({ tv, effects: [] });
const act = (tv: Tv, ...effects: readonly Effect[]): Step => ({ tv, effects });
const notConnected = (tv: Tv): Step => stay({ ...tv, notice: { kind: "not-connected" } });

/** The box belongs to nobody and shows a code; what is on the screen is nobody's then. */
export function showsEnrolment(tv: Tv): boolean {
  return tv.box?.hub === "not_enrolled" && tv.box.enrolment !== undefined;
}

/** The reading that is asked about: the one that has just been shown, or one that nobody was asked about yet. */
export function askedReading(tv: Tv): UnclaimedReading | undefined {
  const unclaimed = (tv.inbox?.unclaimed ?? []).filter((one) => !tv.putOff.includes(one.readingId));
  if ((tv.inbox?.patients.length ?? 0) < 2) return undefined;
  const shown = tv.card?.reading.id;
  return shown === undefined ? unclaimed[0] : unclaimed.find((one) => one.readingId === shown);
}

export interface KnownChild {
  readonly id: string;
  readonly child: BoundChild;
  readonly parent: Patient;
}

/** Everybody who is bound to somebody who lives here. */
export function childrenOf(tv: Tv): readonly KnownChild[] {
  return (tv.inbox?.patients ?? []).flatMap(({ patient, family }) =>
    family.map((child) => ({
      id: `${patient.id}/${child.accountId}`,
      child,
      parent: patient,
    })),
  );
}

export function childrenOnPage(tv: Tv): readonly KnownChild[] {
  const all = childrenOf(tv);
  const pages = Math.max(1, Math.ceil(all.length / CHILDREN_PER_PAGE));
  const from = (tv.page % pages) * CHILDREN_PER_PAGE;
  return all.slice(from, from + CHILDREN_PER_PAGE);
}

export function askedChild(tv: Tv): KnownChild | undefined {
  return childrenOf(tv).find(({ id }) => id === idOf(tv.child));
}

function idOf(child: Child | undefined): string {
  return child === undefined ? "" : `${child.patientId}/${child.accountId}`;
}

export function invitedParent(tv: Tv): Patient | undefined {
  return tv.inbox?.patients.find(({ patient }) => patient.id === tv.invite?.patientId)?.patient;
}

/** Who has bound themselves since the code was made. */
export function newlyBound(tv: Tv): readonly BoundChild[] {
  const { invite } = tv;
  if (invite === undefined) return [];
  return childrenOf(tv)
    .filter(({ parent }) => parent.id === invite.patientId)
    .map(({ child }) => child)
    .filter(({ accountId }) => !invite.before.includes(accountId));
}

/** Readings that starting anew would lose. */
export function unsent(tv: Tv): number {
  const { box } = tv;
  return (box?.outboxWaiting ?? 0) + (box?.outboxSetAside ?? 0) + (box?.outboxKeptHere ?? 0);
}

export function peopleAsked(tv: Tv): readonly Patient[] {
  const all = (tv.inbox?.patients ?? []).map(({ patient }) => patient);
  return askedOnPage(all, tv.page);
}

/** All of three, or two at a time of more; their pages turn round and round. */
export function askedOnPage(all: readonly Patient[], page: number): readonly Patient[] {
  if (all.length <= ASKED_PER_PAGE) return all;
  const perPage = ASKED_PER_PAGE - 1;
  const from = (page % Math.ceil(all.length / perPage)) * perPage;
  return all.slice(from, from + perPage);
}

export function householdLayout(tv: Tv, screen: HouseholdScreen): Layout {
  switch (screen) {
    case "enrol":
      return [["say-code", "measure"]];
    case "whose":
      return peopleLayout(tv, "none");
    case "children":
      return childrenLayout(tv);
    case "invite-whom":
      return peopleLayout(tv, "home")
        .flat()
        .map((id) => [id]);
    case "invite":
      return [["home", "invite-yes"]];
    case "invite-code":
      return [["home", "say-code"]];
    case "settings":
      return [["teach"], ["voice"], ["reset"], ["home"]];
    case "reset":
      return [["home", "reset"]];
  }
}

/** At most three people, or two and the way to the next ones, and one thing that is nobody. */
function peopleLayout(tv: Tv, nobody: "none" | "home"): Layout {
  const people = peopleAsked(tv).map(({ id }) => id);
  const all = tv.inbox?.patients.length ?? 0;
  return [[...people, ...(all > people.length ? ["more"] : []), nobody]];
}

function childrenLayout(tv: Tv): Layout {
  const rows = childrenOnPage(tv).map(({ id }) => [id]);
  const last = childrenOf(tv).length > CHILDREN_PER_PAGE ? "more" : "home";
  return [...rows, ["invite", last]];
}

export function pressInHousehold(tv: Tv, screen: HouseholdScreen, id: string): HouseholdStep {
  switch (screen) {
    case "enrol":
      return id === "measure" ? stay({ ...tv, place: "measure" }) : sayAgain(tv);
    case "whose":
      return pressInWhose(tv, id);
    case "children":
      return pressInChildren(tv, id);
    case "invite-whom":
      if (id === "more") return stay({ ...tv, page: tv.page + 1 });
      return id === "home" ? "home" : stay(inviteFor(tv, id));
    case "invite":
      return id === "home" ? "home" : makeCode(tv);
    case "invite-code":
      return id === "home" ? "home" : sayAgain(tv);
    case "settings":
      return id === "reset" ? stay({ ...tv, place: "reset" }) : "home";
    case "reset":
      return id === "home" ? "home" : stay({ ...tv, dialog: "reset" });
  }
}

/** The voice says on each occasion once; another number is another occasion. */
function sayAgain(tv: Tv): Step {
  return stay({ ...tv, said: tv.said + 1 });
}

function pressInWhose(tv: Tv, id: string): Step {
  const reading = askedReading(tv);
  if (id === "more") return stay({ ...tv, page: tv.page + 1 });
  if (reading === undefined || tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv)) return notConnected(tv);
  return act(
    { ...putOff(tv), pending: "name-wearer" },
    {
      do: "name-wearer",
      readingId: reading.readingId,
      patientId: id === "none" ? undefined : id,
    },
  );
}

/** Not asked about this one again on this screen; the clinic finds it among those of nobody. */
export function putOff(tv: Tv): Tv {
  const id = askedReading(tv)?.readingId;
  if (id === undefined) return tv;
  const card = tv.card?.reading.id === id ? undefined : tv.card;
  return { ...tv, card, page: 0, putOff: [...tv.putOff, id].slice(-PUT_OFF_MAX) };
}

/** Readings put off that are remembered; the hub asks about five at a time. */
const PUT_OFF_MAX = 50;

function pressInChildren(tv: Tv, id: string): HouseholdStep {
  if (id === "home") return "home";
  if (id === "more") return stay({ ...tv, page: tv.page + 1 });
  if (id === "invite") return stay(beginInvite(tv));
  const [patientId, accountId] = id.split("/");
  if (patientId === undefined || accountId === undefined) return stay(tv);
  return stay({ ...tv, child: { patientId, accountId }, dialog: "unbind" });
}

function beginInvite(tv: Tv): Tv {
  // who lives here is not known yet: "nobody" would be untrue
  if (tv.inbox === undefined) {
    return { ...tv, notice: { kind: tv.hubLink === "lost" ? "not-connected" : "connecting" } };
  }
  const { patients } = tv.inbox;
  const only = patients[0]?.patient.id;
  if (only === undefined) return { ...tv, notice: { kind: "nobody-here" } };
  return patients.length > 1 ? { ...tv, place: "invite-whom", page: 0 } : inviteFor(tv, only);
}

function inviteFor(tv: Tv, patientId: Id): Tv {
  const before = childrenOf(tv).map(({ child }) => child.accountId);
  return {
    ...tv,
    place: "invite",
    page: 0,
    invite: { patientId, code: undefined, until: undefined, before },
  };
}

/** The parent agrees: only now is there a code. */
function makeCode(tv: Tv): Step {
  if (tv.invite === undefined || tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv)) return notConnected(tv);
  return act({ ...tv, pending: "make-code" }, { do: "make-code", patientId: tv.invite.patientId });
}

/** The hub knows the code: it can be shown, unless the person has walked on. */
export function codeMade(tv: Tv, patientId: Id, code: string): Tv {
  const { invite } = tv;
  if (tv.place !== "invite" || invite?.patientId !== patientId) return tv;
  const until = tv.now + INVITE_MILLIS;
  return { ...tv, place: "invite-code", invite: { ...invite, code, until } };
}

/** How long a code of the television is good (PROTOCOL.md §10). */
export const INVITE_MILLIS = 10 * 60_000;

/** The code of the invitation while it is good. */
export function inviteCode(tv: Tv): string | undefined {
  const isGood = tv.invite?.until !== undefined && tv.now < tv.invite.until;
  return isGood ? tv.invite?.code : undefined;
}

export function unbind(tv: Tv): Step {
  const { child } = tv;
  if (child === undefined || tv.pending !== undefined) return stay({ ...tv, dialog: undefined });
  if (!isConnected(tv)) return notConnected({ ...tv, dialog: undefined });
  return act({ ...tv, dialog: undefined, pending: "unbind" }, { do: "unbind", child });
}

export function reset(tv: Tv): Step {
  if (tv.pending !== undefined) return stay(tv);
  return act(
    { ...tv, dialog: undefined, place: "home", pending: "reset" },
    { do: "reset", unsent: unsent(tv) },
  );
}

/** Nothing of one household stays on the screen of another, or of none. */
export function forgetHousehold(tv: Tv): Tv {
  return {
    ...tv,
    inbox: undefined,
    wearables: undefined,
    device: undefined,
    consultation: undefined,
    consentText: undefined,
    place: "home",
    dialog: undefined,
    page: 0,
    person: 0,
    card: undefined,
    large: undefined,
    aside: undefined,
    hungUp: undefined,
    confirmed: [],
    reading: undefined,
    looks: undefined,
    wantsDoctorUntil: undefined,
    notice: undefined,
    invite: undefined,
    child: undefined,
    medicines: [],
    plans: [],
    putOff: [],
    homeFocus: "see",
  };
}
