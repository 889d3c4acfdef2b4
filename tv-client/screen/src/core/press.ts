import type { Id } from "@wuduan/contract/messages.ts";
import { giveConsent, withdrawConsent } from "./consent.ts";
import { focusByDigit, idsOf, moveFocus } from "./focus.ts";
import { pressInHousehold, putOff, reset, unbind } from "./household.ts";
import { isDeviceScreen, pressInDevices, removeDevice, typing } from "./devices.ts";
import { confirmEnd, seenMedicines, understand } from "./ends.ts";
import { intentOf, type Intent } from "./keys.ts";
import { openLooks, pressInLooks } from "./looks.ts";
import { agreeToMedicines, putOffMedicines } from "./medicines.ts";
import { isGrave, takesOk } from "./ready.ts";
import { hasWithdrawn } from "./said.ts";
import {
  detailOf,
  dialogOf,
  isCallScreen,
  isLastPage,
  layoutOf,
  nextLarge,
  openConsultation,
  personOf,
  screenOf,
  summaryOfPerson,
  textPages,
  type ScreenName,
} from "./screen.ts";
import { teach, TEACHING_BEGINS, UNKNOWN_PRESSES_MAX } from "./teaching.ts";
import { isConnected, type Command, type Effect, type Step, type Tv } from "./tv.ts";

/** Nobody who pressed so long ago waits for the doctor's page any more. */
export const PRESS_HELD_MILLIS = 15_000;

const stay = (tv: Tv): Step => ({ tv, effects: [] });
const act = (tv: Tv, ...effects: readonly Effect[]): Step => ({ tv, effects });

/** One key. A notice stays until the next key, so that nothing goes away while it is being read. */
export function press(tv: Tv, keyCode: number): Step {
  if (screenOf(tv) === "teach") return learnKey(tv, keyCode);
  const intent = intentOf(tv.remote, keyCode);
  if (intent === undefined) return unknownKey(tv);
  const looked = startsAnew(tv, intent) ? { ...tv, shown: { what: "", since: tv.now } } : tv;
  return obey(
    { ...looked, notice: undefined, wantsDoctorUntil: undefined, unknownPresses: 0 },
    intent,
  );
}

/** Before something grave, any key begins the wait again: keys that are played with never get there. */
function startsAnew(tv: Tv, intent: Intent): boolean {
  return isGrave(tv) && !(intent === "ok" && takesOk(tv));
}

export function click(tv: Tv, id: string): Step {
  if (!idsOf(layoutOf(tv)).includes(id)) return stay(tv);
  if (screenOf(tv) === "teach") return goHome(tv);
  const focused = { ...tv, focus: { ...tv.focus, id } };
  return pressFocused({ ...focused, notice: undefined, wantsDoctorUntil: undefined });
}

function unknownKey(tv: Tv): Step {
  const unknownPresses = tv.unknownPresses + 1;
  const idle = screenOf(tv) === "home" && unknownPresses >= UNKNOWN_PRESSES_MAX;
  return stay(idle ? beginTeaching(tv) : { ...tv, unknownPresses });
}

function beginTeaching(tv: Tv): Tv {
  return { ...tv, place: "teach", teaching: TEACHING_BEGINS, unknownPresses: 0 };
}

function learnKey(tv: Tv, keyCode: number): Step {
  const asksForBack = tv.teaching.codes.length >= 5;
  if (intentOf(tv.remote, keyCode) === "back" && !asksForBack) return goHome(tv);
  const step = teach(tv.teaching, keyCode);
  switch (step.kind) {
    case "goes-on":
      return stay({ ...tv, teaching: step.teaching });
    case "given-up":
      return goHome(tv);
    case "learnt":
      return act(
        { ...goHome(tv).tv, remote: step.remote },
        { do: "remember-remote", remote: step.remote },
      );
  }
}

function obey(tv: Tv, intent: Intent): Step {
  const typed = dialogOf(tv) === undefined && screenOf(tv) === "pairing" && typing(tv, intent);
  if (typed) return stay(typed);
  switch (intent) {
    case "ok":
      return pressFocused(tv);
    case "back":
      return back(tv);
    case "up":
    case "down":
      return isPaged(tv) ? turnPage(tv, intent === "down" ? 1 : -1) : move(tv, intent);
    case "left":
    case "right":
      return move(tv, intent);
    case "red":
      return red(tv);
    case "green":
      return screenOf(tv) === "ring" ? command(tv, "answer") : stay(tv);
    case "yellow":
    case "blue":
      return stay(tv);
    default:
      return stay(focusOn(tv, focusByDigit(layoutOf(tv), tv.focus.id, Number(intent.slice(5)))));
  }
}

function focusOn(tv: Tv, id: string): Tv {
  return { ...tv, focus: { ...tv.focus, id }, walked: true };
}

function move(tv: Tv, direction: "up" | "down" | "left" | "right"): Step {
  return stay(focusOn(tv, moveFocus(layoutOf(tv), tv.focus.id, direction)));
}

function isPaged(tv: Tv): boolean {
  return dialogOf(tv) === undefined && textPages(tv).length > 1;
}

function turnPage(tv: Tv, by: number): Step {
  const last = textPages(tv).length - 1;
  return stay({ ...tv, walked: false, page: Math.min(last, Math.max(0, tv.page + by)) });
}

/** Red says no where a no is asked for, and never more than the first of two steps to hang up. */
function red(tv: Tv): Step {
  const screen = screenOf(tv);
  if (screen === "ring") return command(tv, "inconvenient");
  if (screen === "call" && dialogOf(tv) === undefined) return stay({ ...tv, dialog: "hang-up" });
  return stay(tv);
}

/** Back closes what lies on top or goes home. It never ends, refuses or cancels anything. */
function back(tv: Tv): Step {
  if (dialogOf(tv) === "medicines") return stay(putOffMedicines(tv));
  if (dialogOf(tv) !== undefined) return stay({ ...tv, dialog: undefined });
  const screen = screenOf(tv);
  if (screen === "consent") return turnPage(tv, -1);
  if (screen === "call") return stay({ ...tv, notice: { kind: "use-hang-up" } });
  if (isCallScreen(screen) || screen === "elsewhere") return stay(tv);
  return leaveScreen(tv, screen);
}

function leaveScreen(tv: Tv, screen: ScreenName): Step {
  switch (screen) {
    case "whose":
      return stay(putOff(tv));
    case "measurement":
      return stay({ ...tv, card: undefined });
    case "summary":
    case "cancelled":
      return confirmEnd(tv);
    case "medicines":
      return seenMedicines(tv);
    case "device":
    case "pairing":
      return stay({ ...tv, place: "devices", page: 0 });
    default:
      return goHome(tv);
  }
}

/** Home keeps an open consultation in sight as its first tile; it only puts its screen aside. */
function goHome(tv: Tv): Step {
  const aside = openConsultation(tv)?.id ?? tv.aside;
  return stay({ ...tv, place: "home", page: 0, aside, dialog: undefined });
}

function pressInMedicines(tv: Tv, id: string): Step {
  if (id === "next") return turnPage(tv, 1);
  return id === "agree-medicines" ? agreeToMedicines(tv) : seenMedicines(tv);
}

function pressFocused(tv: Tv): Step {
  if (!takesOk(tv)) return stay(tv);
  const { id } = tv.focus;
  const screen = screenOf(tv);
  const dialog = dialogOf(tv);
  if (dialog !== undefined) return pressInDialog(tv, id);
  switch (screen) {
    case "elsewhere":
      return act(tv, { do: "start-again" });
    case "ring":
      return command(tv, id === "inconvenient" ? "inconvenient" : "answer");
    case "consent":
      return pressInConsent(tv, id);
    case "call":
      return pressInCall(tv, id);
    case "left":
      return id === "rejoin" ? rejoin(tv) : goHome(tv);
    case "cancelled":
      return confirmEnd(tv);
    case "summary":
      if (!isLastPage(tv)) return turnPage(tv, 1);
      return id === "not-understood" ? confirmEnd(tv) : understand(tv);
    case "medicines":
      return pressInMedicines(tv, id);
    case "measurement":
      return pressOnCard(tv, id);
    case "waiting":
      return pressInWaiting(tv, id);
    case "choose":
      return pressInChoose(tv, id);
    case "health":
      return pressInHealth(tv, id);
    case "looks": {
      const step = pressInLooks(tv, id);
      return step === "home" ? goHome(tv) : step;
    }
    case "home":
      return pressAtHome(tv, id);
    case "family":
      return pressInFamily(tv, id);
    case "measure":
      return id === "devices" ? stay({ ...tv, place: "devices", page: 0 }) : goHome(tv);
    case "teach":
      return goHome(tv);
    default: {
      const step = isDeviceScreen(screen)
        ? pressInDevices(tv, screen, id)
        : pressInHousehold(tv, screen, id);
      return step === "home" ? pressHome(tv, id) : step;
    }
  }
}

/** The settings share two keys with nobody else. */
function pressHome(tv: Tv, id: string): Step {
  if (id === "teach") return stay(beginTeaching(tv));
  if (id !== "voice") return goHome(tv);
  const on = !tv.speaksKeys;
  return act({ ...tv, speaksKeys: on, walked: on }, { do: "remember-voice", on });
}

/** A command to the open consultation; one at a time, so that a second OK is not a second command. */
function command(tv: Tv, name: "cancel" | "answer" | "inconvenient" | "join"): Step {
  const id = openConsultation(tv)?.id;
  if (id === undefined || tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv)) return stay({ ...tv, notice: { kind: "not-connected" } });
  return act({ ...tv, pending: name satisfies Command, dialog: undefined }, { do: name, id });
}

/** Camera and microphone end at once, also without a network; the hub hears of it when it can. */
function hangUp(tv: Tv): Step {
  const id = openConsultation(tv)?.id;
  if (id === undefined) return stay(tv);
  return act({ ...tv, hungUp: id, dialog: undefined, pending: "leave" }, { do: "leave", id });
}

/** The hub is asked only if it knows that this seat was left. */
function rejoin(tv: Tv): Step {
  if (tv.pending !== undefined) return stay(tv);
  const back = { ...tv, hungUp: undefined, aside: undefined };
  return screenOf(back) === "call" ? stay(back) : command(back, "join");
}

function pressInDialog(tv: Tv, id: string): Step {
  switch (id) {
    case "hang-up-really":
      return hangUp(tv);
    case "cancel-really":
      return command(tv, "cancel");
    case "refuse-really":
      return giveConsent({ ...tv, dialog: undefined }, "refused");
    case "withdraw":
      return stay({ ...tv, dialog: "withdraw" });
    case "withdraw-really":
      return withdrawConsent(tv);
    case "remove-really":
      return removeDevice(tv);
    case "unbind-really":
      return unbind(tv);
    case "reset-really":
      return reset(tv);
    case "agree-medicines":
      return agreeToMedicines(tv);
    case "later-medicines":
      return stay(putOffMedicines(tv));
    default:
      return stay({ ...tv, dialog: undefined });
  }
}

function pressInConsent(tv: Tv, id: string): Step {
  if (id === "agree") return giveConsent(tv, "agreed");
  if (id === "next") return turnPage(tv, 1);
  if (id === "refuse") return stay({ ...tv, dialog: "refuse" });
  return stay({ ...tv, consentText: undefined });
}

function pressInCall(tv: Tv, id: string): Step {
  switch (id) {
    case "mute":
      return act(tv, { do: "microphone", on: tv.media?.micOn === false });
    case "camera":
      return act(tv, { do: "camera", on: tv.media?.cameraOn === false });
    case "large":
      return stay({ ...tv, large: nextLarge(tv) });
    default:
      return stay({ ...tv, dialog: "hang-up" });
  }
}

function pressOnCard(tv: Tv, id: string): Step {
  const away = { ...tv, card: undefined };
  if (id === "again") return stay({ ...goHome(away).tv, place: "measure" });
  return id === "see" ? seeDoctor(away) : stay(away);
}

function pressInWaiting(tv: Tv, id: string): Step {
  if (id === "cancel") return stay({ ...tv, dialog: "cancel" });
  const home = goHome(tv).tv;
  return stay(id === "measure" ? { ...home, place: "measure" } : home);
}

function pressInChoose(tv: Tv, id: string): Step {
  if (id === "more") return stay({ ...tv, page: tv.page + 1 });
  return id === "home" ? goHome(tv) : request(tv, id);
}

function pressInFamily(tv: Tv, id: string): Step {
  if (id === "home") return goHome(tv);
  return stay({ ...tv, place: id === "children" ? "children" : "settings", page: 0 });
}

function pressInHealth(tv: Tv, id: string): Step {
  if (id === "person") return stay({ ...tv, person: tv.person + 1 });
  if (id === "home") return goHome(tv);
  if (id === "looks") return openLooks(tv, tv.inbox?.patients[personOf(tv)]?.patient.id);
  return stay({ ...tv, reading: summaryOfPerson(tv)?.consultationId, page: 0 });
}

function pressAtHome(tv: Tv, id: string): Step {
  const remembered = { ...tv, homeFocus: id };
  switch (id) {
    case "see":
      return seeDoctor(remembered);
    case "measure":
    case "health":
    case "family":
      return stay({ ...remembered, place: id, page: 0 });
    default:
      return stay(tv);
  }
}

/** An open consultation is shown again; otherwise one is asked for, for a chosen member. */
function seeDoctor(tv: Tv): Step {
  if (openConsultation(tv) !== undefined) return seeAgain(tv);
  if (!isConnected(tv) || tv.inbox === undefined) {
    const kind = tv.hubLink === "lost" ? "not-connected" : "connecting";
    return stay({ ...tv, wantsDoctorUntil: tv.now + PRESS_HELD_MILLIS, notice: { kind } });
  }
  const { patients } = tv.inbox;
  const only = patients[0]?.patient.id;
  if (only === undefined) return stay({ ...tv, notice: { kind: "nobody-here" } });
  const isAsked = tv.pending === "request";
  if (patients.length > 1 && !isAsked) return stay({ ...tv, place: "choose", page: 0 });
  return request(tv, only);
}

/** Does what was asked for while the hospital could not be reached; after a while it has to be asked for again. */
export function seeDoctorAsAsked(tv: Tv): Step {
  if (tv.wantsDoctorUntil === undefined) return stay(tv);
  const free = { ...tv, wantsDoctorUntil: undefined };
  if (screenOf(tv) !== "home") return stay({ ...free, notice: undefined });
  const isLate = tv.now > tv.wantsDoctorUntil;
  if (tv.hubLink === "lost") {
    return stay({ ...(isLate ? free : tv), notice: { kind: "not-connected" } });
  }
  if (isLate) return stay({ ...free, notice: undefined });
  if (!isConnected(tv) || tv.inbox === undefined) {
    return stay({ ...tv, notice: { kind: "connecting" } });
  }
  return seeDoctor({ ...free, notice: undefined });
}

function seeAgain(tv: Tv): Step {
  const back = { ...tv, aside: undefined, place: "home" } as const;
  const talk = detailOf(tv);
  return talk?.state === "live" && !hasWithdrawn(tv, talk.id) ? rejoin(back) : stay(back);
}

function request(tv: Tv, patientId: Id): Step {
  if (tv.pending === "request") return stay({ ...tv, notice: { kind: "asking" } });
  if (tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv)) return stay({ ...tv, notice: { kind: "not-connected" } });
  return act(
    { ...tv, place: "home", pending: "request", notice: { kind: "asking" } },
    { do: "request", patientId },
  );
}
