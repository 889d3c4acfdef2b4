import type {
  ConsultationState,
  ConsultationView,
  Id,
  Patient,
  Seat,
  Summary,
} from "@wuduan/contract/messages.ts";
import { deviceLayout, isDeviceScreen, type DeviceScreen } from "./devices.ts";
import type { Layout } from "./focus.ts";
import {
  askedReading,
  householdLayout,
  showsEnrolment,
  type HouseholdScreen,
} from "./household.ts";
import { looksLayout } from "./looks.ts";
import { askedMedicines, shownLines, shownMedicines, takenBy } from "./medicines.ts";
import { PAGE_SIZES, pagesOf } from "./pages.ts";
import { plannedFor } from "./plans.ts";
import { hasUnderstood, hasWithdrawn } from "./said.ts";
import { isConnected, languageOf, type Tv } from "./tv.ts";

/** Which screen is shown follows from what is known; it is never stored. Most urgent first. */
export type ScreenName =
  | "elsewhere"
  | "ring"
  | "consent"
  | "call"
  | "left"
  | "teach"
  | "cancelled"
  | "measurement"
  | "summary"
  | "medicines"
  | "waiting"
  | "home"
  | "choose"
  | "measure"
  | "health"
  | "looks"
  | "family"
  | HouseholdScreen
  | DeviceScreen;

/** A summary that nobody has confirmed is offered again for so long, in milliseconds. */
export const SUMMARY_NEW_MILLIS = 24 * 3_600_000;
export const PEOPLE_PER_PAGE = 3;
const CALL_SCREENS: readonly ScreenName[] = ["ring", "consent", "call"];

/** The open consultation: its own view where that has come, otherwise the line in the inbox. */
export function openConsultation(
  tv: Tv,
): { readonly id: Id; readonly state: ConsultationState; readonly patient: Patient } | undefined {
  const view = tv.consultation;
  if (view !== undefined && view.state !== "concluded" && view.state !== "cancelled") return view;
  const line = tv.inbox?.consultation;
  if (line === undefined || line.consultationId === view?.id) return undefined;
  return { id: line.consultationId, state: line.state, patient: line.patient };
}

export function detailOf(tv: Tv): ConsultationView | undefined {
  return tv.consultation?.id === openConsultation(tv)?.id ? tv.consultation : undefined;
}

export function ownSeat(tv: Tv): Seat | undefined {
  const call = tv.consultation?.call;
  return call?.seats.find((seat) => seat.id === call.mySeatId);
}

function liveScreen(tv: Tv): ScreenName | undefined {
  const open = openConsultation(tv);
  const isOver = open?.id === tv.hungUp || hasWithdrawn(tv, open?.id);
  const left = ownSeat(tv)?.presence === "left" || isOver;
  const seatless = detailOf(tv)?.actions.includes("join") === true;
  if (!left && !seatless) return "call";
  return open?.id === tv.aside ? undefined : "left";
}

function consultationScreen(tv: Tv): ScreenName | undefined {
  switch (openConsultation(tv)?.state) {
    case "ringing":
      return "ring";
    case "consenting":
      return "consent";
    case "live":
      return liveScreen(tv);
    default:
      return undefined;
  }
}

export function screenOf(tv: Tv): ScreenName {
  if (tv.hubLink === "ended") return "elsewhere";
  const consultation = consultationScreen(tv);
  if (consultation !== undefined) return consultation;
  if (tv.place === "teach") return "teach";
  if (showsEnrolment(tv) && tv.card === undefined && tv.place !== "measure") return "enrol";
  if (unconfirmedCancellation(tv) !== undefined) return "cancelled";
  if (askedReading(tv) !== undefined) return "whose";
  if (tv.card !== undefined) return "measurement";
  if (shownSummary(tv) !== undefined) return "summary";
  if (shownMedicines(tv) !== undefined) return "medicines";
  const open = openConsultation(tv);
  if (open !== undefined && open.id !== tv.aside && open.state !== "live") return "waiting";
  return tv.place;
}

export function isCallScreen(name: ScreenName): boolean {
  return CALL_SCREENS.includes(name);
}

/** Somebody else ended it: that needs a word. Who cancels here has just seen it happen. */
export function unconfirmedCancellation(tv: Tv): ConsultationView | undefined {
  const view = tv.consultation;
  if (view?.state !== "cancelled" || view.cancelled === undefined) return undefined;
  if (view.cancelled.by === "patient" || tv.confirmed.includes(view.id)) return undefined;
  return view;
}

/** Also while another of the household waits: the words to the one who was seen come first. */
export function shownSummary(tv: Tv): Summary | undefined {
  const summaries = tv.inbox?.summaries ?? [];
  if (tv.reading !== undefined) return summaries.find((s) => s.consultationId === tv.reading);
  return newestFirst(summaries).find(
    (s) =>
      !tv.confirmed.includes(s.consultationId) && tv.now - Date.parse(s.at) < SUMMARY_NEW_MILLIS,
  );
}

/** Whether the keys below the doctor's words ask if they were understood: once, as long as the hub has not heard it. */
export function asksUnderstanding(tv: Tv): boolean {
  const summary = screenOf(tv) === "summary" ? shownSummary(tv) : undefined;
  return (
    summary !== undefined &&
    summary.understood === undefined &&
    !hasUnderstood(tv, summary.consultationId)
  );
}

/** Who has not understood can say so as plainly as who has. */
function summaryLayout(tv: Tv): Layout {
  if (!isLastPage(tv)) return [["next"]];
  return [asksUnderstanding(tv) ? ["done", "not-understood"] : ["done"]];
}

export function newestFirst(summaries: readonly Summary[]): readonly Summary[] {
  return [...summaries].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** The member of the household that 我的健康 shows. */
export function personOf(tv: Tv): number {
  const count = tv.inbox?.patients.length ?? 0;
  return count === 0 ? 0 : tv.person % count;
}

export function summaryOfPerson(tv: Tv): Summary | undefined {
  const id = tv.inbox?.patients[personOf(tv)]?.patient.id;
  return newestFirst(tv.inbox?.summaries ?? []).find((s) => s.patient.id === id);
}

/** The pages of text on the present screen; screens without pages have one. */
export function textPages(tv: Tv): readonly string[][] {
  const size = PAGE_SIZES[languageOf(tv)];
  const screen = screenOf(tv);
  const text = tv.consentText;
  if (screen === "consent" && typeof text === "object") return pagesOf(text.paragraphs, size);
  return pagesOf(textOf(tv, screen), size);
}

/** The doctor's words with what is to be taken and measured, or what is to be taken alone. */
function textOf(tv: Tv, screen: ScreenName): readonly string[] {
  if (screen === "medicines") return shownLines(tv);
  const summary = screen === "summary" ? shownSummary(tv) : undefined;
  return summary === undefined
    ? []
    : [
        ...summary.text.split(/\n+/),
        ...takenBy(tv, summary.patient.id),
        ...plannedWith(tv, summary),
      ];
}

/** A plan stands below the newest words alone: what was said before had another one. */
function plannedWith(tv: Tv, { consultationId, patient }: Summary): readonly string[] {
  const own = (tv.inbox?.summaries ?? []).filter((s) => s.patient.id === patient.id);
  return newestFirst(own)[0]?.consultationId === consultationId ? plannedFor(tv, patient.id) : [];
}

export function isLastPage(tv: Tv): boolean {
  return tv.page >= textPages(tv).length - 1;
}

/** At most three people and, if there are more, a fourth thing that shows the next ones. */
export function peopleOnPage(tv: Tv): readonly Patient[] {
  const all = (tv.inbox?.patients ?? []).map(({ patient }) => patient);
  if (all.length <= PEOPLE_PER_PAGE + 1) return all;
  const from =
    (tv.page * PEOPLE_PER_PAGE) % (Math.ceil(all.length / PEOPLE_PER_PAGE) * PEOPLE_PER_PAGE);
  return all.slice(from, from + PEOPLE_PER_PAGE);
}

const SEAT_ORDER: readonly Seat["role"][] = [
  "first_contact",
  "county",
  "tertiary",
  "family",
  "patient",
];

/** The others in the call, the leading doctor first; who left is not among them. */
export function othersInCall(tv: Tv): readonly Seat[] {
  const call = tv.consultation?.call;
  return (call?.seats ?? [])
    .filter((seat) => seat.id !== call?.mySeatId && seat.presence !== "left")
    .sort((a, b) => SEAT_ORDER.indexOf(a.role) - SEAT_ORDER.indexOf(b.role));
}

/** The large face changes by key only; it goes back to the leading doctor when the chosen one leaves. */
export function largeSeat(tv: Tv): Seat | undefined {
  const others = othersInCall(tv);
  const own = ownSeat(tv);
  return (
    others.find((seat) => seat.id === tv.large) ??
    (own?.id === tv.large ? own : undefined) ??
    others[0]
  );
}

/** The face after the large one. With one doctor there, it is the own: is the sore foot in the picture? */
export function nextLarge(tv: Tv): Id | undefined {
  const others = othersInCall(tv);
  const own = ownSeat(tv);
  const isSeen = tv.media?.sends?.picture !== false && tv.media?.cameraOn !== false;
  const withOwn = others.length === 1 && (isSeen || own?.id === tv.large);
  const faces = withOwn && own ? [...others, own] : others;
  if (faces.length < 2) return undefined;
  const at = faces.findIndex((seat) => seat.id === largeSeat(tv)?.id);
  return faces[(at + 1) % faces.length]?.id;
}

function callLayout(tv: Tv): Layout {
  const sends = tv.media?.sends ?? { sound: true, picture: true };
  const row = nextLarge(tv) === undefined ? [] : ["large"];
  if (sends.sound) row.push("mute");
  if (sends.picture) row.push("camera");
  return [[...row, "hang-up"]];
}

/** Where the focus begins: an OK too many must not mute anybody, and hanging up only asks. */
export function firstFocus(tv: Tv): string | undefined {
  if (screenOf(tv) !== "call" || dialogOf(tv) !== undefined) return undefined;
  return nextLarge(tv) === undefined ? "hang-up" : "large";
}

/** Nobody agrees to a page that was not shown: the key to agree comes with the last one. */
function consentLayout(tv: Tv): Layout {
  if (typeof tv.consentText !== "object") return [["fetch", "refuse"]];
  return [[isLastPage(tv) ? "agree" : "next", "refuse"]];
}

function chooseLayout(tv: Tv): Layout {
  const people = peopleOnPage(tv).map((patient) => [patient.id]);
  const all = tv.inbox?.patients.length ?? 0;
  if (people.length === 0) return [["home"]];
  return all > people.length ? [...people, ["more"]] : people;
}

function healthLayout(tv: Tv): Layout {
  const row = ["home"];
  if (summaryOfPerson(tv) !== undefined) row.push("summary");
  if ((tv.inbox?.patients.length ?? 0) > 1) row.push("person");
  if ((tv.inbox?.patients.length ?? 0) > 0) row.push("looks");
  return [row];
}

function waitingLayout(tv: Tv): Layout {
  const may = detailOf(tv)?.actions.includes("cancel") === true;
  return [may ? ["home", "measure", "cancel"] : ["home", "measure"]];
}

const DIALOGS: Readonly<Record<NonNullable<Tv["dialog"]>, Layout>> = {
  "hang-up": [["stay", "hang-up-really"]],
  cancel: [["stay", "cancel-really"]],
  refuse: [["stay", "refuse-really"]],
  withdraw: [["stay", "withdraw-really"]],
  unbind: [["stay", "unbind-really"]],
  "remove-device": [["stay", "remove-really"]],
  reset: [["stay", "reset-really"]],
  medicines: [["later-medicines", "agree-medicines"]],
};

const DIALOG_SCREENS: Readonly<Record<NonNullable<Tv["dialog"]>, ScreenName>> = {
  "hang-up": "call",
  cancel: "waiting",
  refuse: "consent",
  withdraw: "call",
  unbind: "children",
  "remove-device": "device",
  reset: "reset",
  medicines: "call",
};

/** Whether consent can be taken back now; the choice stands beside the end of the call. */
export function mayWithdraw(tv: Tv): boolean {
  return detailOf(tv)?.actions.includes("withdraw-consent") === true;
}

function dialogLayout(tv: Tv, dialog: NonNullable<Tv["dialog"]>): Layout {
  return dialog === "hang-up" && mayWithdraw(tv)
    ? [["stay", "hang-up-really", "withdraw"]]
    : DIALOGS[dialog];
}

/** In a call the question about a long supply lies over its keys: the faces stay. */
export function dialogOf(tv: Tv): Tv["dialog"] {
  const screen = screenOf(tv);
  const { dialog } = tv;
  if (dialog !== undefined && dialog !== "medicines" && DIALOG_SCREENS[dialog] === screen) {
    return dialog;
  }
  return screen === "call" && askedMedicines(tv) !== undefined ? "medicines" : undefined;
}

function medicinesLayout(tv: Tv): Layout {
  if (!isLastPage(tv)) return [["next"]];
  return [askedMedicines(tv) === undefined ? ["done"] : ["agree-medicines", "later-medicines"]];
}

/** What can be focused now, as it lies on the screen. Never empty, never more than four. */
export function layoutOf(tv: Tv): Layout {
  const dialog = dialogOf(tv);
  if (dialog !== undefined) return dialogLayout(tv, dialog);
  const screen = screenOf(tv);
  switch (screen) {
    case "elsewhere":
      return [["start-again"]];
    case "ring":
      return [["answer", "inconvenient"]];
    case "consent":
      return consentLayout(tv);
    case "call":
      return callLayout(tv);
    case "left":
      return [hasWithdrawn(tv, openConsultation(tv)?.id) ? ["home"] : ["rejoin", "home"]];
    case "cancelled":
      return [["done"]];
    case "summary":
      return summaryLayout(tv);
    case "medicines":
      return medicinesLayout(tv);
    case "measurement":
      return [mayAskForDoctor(tv) ? ["done", "again", "see"] : ["done", "again"]];
    case "waiting":
      return waitingLayout(tv);
    case "home":
      return [
        ["see", "measure"],
        ["health", "family"],
      ];
    case "choose":
      return chooseLayout(tv);
    case "measure":
      return [["home", "devices"]];
    case "teach":
      return [["home"]];
    case "health":
      return healthLayout(tv);
    case "looks":
      return looksLayout(tv);
    case "family":
      return [["home", "children", "settings"]];
    default:
      return isDeviceScreen(screen) ? deviceLayout(tv, screen) : householdLayout(tv, screen);
  }
}

export function mayAskForDoctor(tv: Tv): boolean {
  return isConnected(tv) && tv.inbox !== undefined && openConsultation(tv) === undefined;
}
