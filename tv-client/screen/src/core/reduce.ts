import { takeCard } from "./cards.ts";
import { pairingQuestion } from "./devices.ts";
import { keepFocus } from "./focus.ts";
import { codeMade, forgetHousehold } from "./household.ts";
import { looksCome } from "./looks.ts";
import { medicinesCame } from "./medicines.ts";
import { planCame } from "./plans.ts";
import { click, press, seeDoctorAsAsked } from "./press.ts";
import { inSight } from "./ready.ts";
import {
  dialogOf,
  firstFocus,
  layoutOf,
  openConsultation,
  ownSeat,
  screenOf,
  textPages,
} from "./screen.ts";
import { tell } from "./telling.ts";
import { languageOf, type Command, type Effect, type Step, type Tv, type TvEvent } from "./tv.ts";

/** The next state of the television and what has to be done because of it. */
export function reduce(tv: Tv, event: TvEvent): Step {
  const step = take(tv, event);
  const settled = settle(step.tv);
  const told = tell(settled);
  return { tv: told.tv, effects: [...step.effects, ...needs(tv, settled), ...told.effects] };
}

function take(tv: Tv, event: TvEvent): Step {
  switch (event.type) {
    case "press":
      return press(tv, event.keyCode);
    case "click":
      return click(tv, event.id);
    case "answered":
      return { tv: answered(tv, event.command, event.problem), effects: [] };
    default:
      return seeDoctorAsAsked(learn(tv, event));
  }
}

type Fact = Exclude<TvEvent, { type: "press" | "click" | "answered" }>;

function learn(tv: Tv, event: Fact): Tv {
  switch (event.type) {
    case "tick":
      return { ...tv, now: event.now };
    case "link":
      return linkChanged(tv, event.which, event.link);
    case "hub-says":
      return tv.hubSays === event.notice ? tv : { ...tv, hubSays: event.notice };
    case "inbox":
      return inboxCame(tv, event.inbox);
    case "wearables":
      return { ...tv, wearables: event.view };
    case "code":
      return codeMade(tv, event.patientId, event.code);
    case "consultation":
      return consultationChanged(tv, event.view);
    case "box":
      return boxChanged(tv, event.state);
    case "measurement":
      return takeCard(tv, event.card);
    case "consent-text":
      return { ...tv, consentText: event.text };
    case "looks":
      return looksCome(tv, event.looks);
    case "medicines":
      return medicinesCame(tv, event.patientId, event.view);
    case "plan":
      return planCame(tv, event.patientId, event.view);
    case "media":
      return { ...tv, media: event.media };
  }
}

/** "Not connected" is no longer true once the link is back. */
function linkChanged(tv: Tv, which: "hub" | "box", link: Tv["hubLink"]): Tv {
  if (which === "box") return { ...tv, boxLink: link };
  const untrue = link === "up" && tv.notice?.kind === "not-connected";
  const told = link === "up" ? tv.told : undefined;
  return { ...tv, hubLink: link, told, notice: untrue ? undefined : tv.notice };
}

function consultationChanged(tv: Tv, view: Tv["consultation"]): Tv {
  return { ...tv, consultation: view, notice: endedHere(tv, view) ?? tv.notice };
}

/** How the patient has just ended it before this television. */
function endedHere(tv: Tv, view: Tv["consultation"]): Tv["notice"] {
  const before = tv.consultation?.state;
  if (view?.cancelled?.by !== "patient") return undefined;
  const { reason } = view.cancelled;
  if (before === "consenting" && reason === "consent_refused") return { kind: "no-consent-given" };
  return before === "live" && reason === "consent_withdrawn"
    ? { kind: "consent-withdrawn" }
    : undefined;
}

/** Who lives here is known, so nobody waits for that any more. */
function inboxCame(tv: Tv, inbox: NonNullable<Tv["inbox"]>): Tv {
  const notice = tv.notice?.kind === "connecting" ? undefined : tv.notice;
  return { ...householdChanged({ ...tv, notice }, inbox), inbox };
}

/** The television was taken to other people. */
function householdChanged(tv: Tv, inbox: NonNullable<Tv["inbox"]>): Tv {
  const known = tv.inbox?.household.id;
  return known === undefined || known === inbox.household.id ? tv : forgetHousehold(tv);
}

/** Another language needs another consent text: the version that is agreed to is the one that was read. */
function boxChanged(tv: Tv, box: NonNullable<Tv["box"]>): Tv {
  const lost = box.hub === "not_enrolled" && tv.inbox !== undefined;
  if (lost) return { ...forgetHousehold(tv), box };
  const same = tv.box === undefined || tv.box.locale === box.locale;
  return { ...tv, box, consentText: same ? tv.consentText : undefined };
}

function answered(tv: Tv, command: Command, problem: Parameters<typeof refusal>[1]): Tv {
  // it is told again until the hub shows it: nobody at home has to hear of a try that failed
  if (command === "confirm-understanding") return tv;
  const free = tv.pending === command ? { ...tv, pending: undefined } : tv;
  const quiet = tv.notice?.kind === "asking" ? { ...free, notice: undefined } : free;
  // no view shows that the television was not made new: it has to be said
  if (problem !== undefined && command === "reset") {
    return { ...quiet, notice: { kind: "refused", problem } };
  }
  if (problem !== undefined) return refusal(quiet, problem);
  if (command === "cancel") return { ...quiet, notice: { kind: "cancelled-by-you" } };
  return quiet;
}

/** A step that came too late is no news: the view that overtook it already shows what is so. */
function refusal(
  tv: Tv,
  problem: NonNullable<(TvEvent & { type: "answered" })["problem"]> | undefined,
): Tv {
  if (problem === undefined || problem.type.endsWith(":wrong-state")) return tv;
  const outdated = problem.type.endsWith(":consent-text-outdated");
  return {
    ...tv,
    consentText: outdated ? undefined : tv.consentText,
    notice: { kind: "refused", problem },
  };
}

/** After every event: no dialog over a foreign screen, a page that exists, and a focus on something. */
function settle(tv: Tv): Tv {
  const tidy = forgetEnded(tv);
  const dialog = dialogOf(tidy);
  const screen = screenOf(tidy);
  const question = screen === "pairing" ? ` ${pairingQuestion(tidy)}` : "";
  const on = dialog === undefined ? screen + question : `${screen}/${dialog}`;
  const entered = on !== tidy.focus.on;
  const fresh = entered && dialog === undefined && !tidy.focus.on.startsWith(`${screen}/`);
  const page = fresh ? 0 : Math.min(tidy.page, lastPage(tidy));
  const here = { ...tidy, dialog, page };
  const kept = strayedToHangUp(here) ? undefined : here.focus.id;
  const wanted = entered ? (screen === "home" ? here.homeFocus : undefined) : kept;
  const id = keepFocus(layoutOf(here), wanted, firstFocus(here));
  const focused = { ...here, walked: here.walked && !entered, focus: { on, id } };
  return { ...focused, shown: inSight(focused) };
}

/** The focus fell on hanging up while nobody else was to be seen; no key has put it there. */
function strayedToHangUp(tv: Tv): boolean {
  return screenOf(tv) === "call" && !tv.walked && tv.focus.id === "hang-up";
}

/** Their pages turn round and round. */
const PAGED_BY_PEOPLE: readonly string[] = [
  "choose",
  "children",
  "invite-whom",
  "whose",
  "devices",
  "pairing",
  "looks",
];

function lastPage(tv: Tv): number {
  const screen = screenOf(tv);
  return PAGED_BY_PEOPLE.includes(screen) ? tv.page : textPages(tv).length - 1;
}

/**
 * What belonged to a consultation ends with it; a measurement seen beside a call is not shown again. A ring that is over
 * was answered, also before the hub's word for it came: the next key counts.
 */
function forgetEnded(tv: Tv): Tv {
  const open = openConsultation(tv);
  const screen = screenOf(tv);
  const inCall = screen === "call";
  const callEnded = !inCall && tv.focus.on.startsWith("call");
  return {
    ...tv,
    aside: open === undefined || inCall ? undefined : tv.aside,
    hungUp: open === undefined ? undefined : tv.hungUp,
    card: callEnded ? undefined : tv.card,
    large: inCall ? tv.large : undefined,
    place: inCall || screen === "ring" ? "home" : tv.place,
    reading: inCall || screen === "ring" ? undefined : tv.reading,
    consentText: open?.state === "consenting" ? tv.consentText : undefined,
    pending: tv.pending === "answer" && open?.state !== "ringing" ? undefined : tv.pending,
  };
}

/** Things to do that follow from the state and not from one key. */
function needs(before: Tv, after: Tv): readonly Effect[] {
  const wants = (tv: Tv) => screenOf(tv) === "consent" && tv.consentText === undefined;
  const again = !wants(before) || languageOf(before) !== languageOf(after);
  const fetch: readonly Effect[] = wants(after) && again ? [{ do: "fetch-consent-text" }] : [];
  return [...fetch, ...owedLeave(before, after), ...forgotten(before, after)];
}

/** What was remembered of the last household goes with it. */
function forgotten(before: Tv, after: Tv): readonly Effect[] {
  const left = before.inbox?.household.id;
  const isLeft = left !== undefined && left !== after.inbox?.household.id;
  return isLeft ? [{ do: "remember-confirmed", ids: [] }] : [];
}

/** A hang-up that the hub could not hear is told again as soon as the link is back. */
function owedLeave(before: Tv, after: Tv): readonly Effect[] {
  const id = after.hungUp;
  const back = before.hubLink !== "up" && after.hubLink === "up";
  return back && id !== undefined && ownSeat(after)?.presence !== "left"
    ? [{ do: "leave", id }]
    : [];
}
