import { childrenOf } from "./core/household.ts";
import { takesOk } from "./core/ready.ts";
import { hasWithdrawn } from "./core/said.ts";
import {
  asksUnderstanding,
  dialogOf,
  nextLarge,
  openConsultation,
  ownSeat,
  screenOf,
} from "./core/screen.ts";
import { deviceLabel } from "./describe-devices.ts";
import { languageOf, type Tv } from "./core/tv.ts";
import { sayIn, type Say } from "./words.ts";

const FIXED = {
  measure: "measure",
  health: "health",
  family: "family",
  again: "again",
  inconvenient: "inconvenient",
  agree: "agree",
  "agree-medicines": "agree",
  "later-medicines": "laterMedicines",
  "not-understood": "notUnderstood",
  next: "nextPage",
  fetch: "fetchAgain",
  refuse: "refuse",
  "hang-up": "hangUp",
  "hang-up-really": "hangUpReally",
  cancel: "cancel",
  "cancel-really": "cancelReally",
  "refuse-really": "refuseReally",
  withdraw: "withdraw",
  "withdraw-really": "withdraw",
  teach: "teach",
  summary: "lastSummary",
  person: "anotherPerson",
  looks: "looks",
  "start-again": "startAgain",
  children: "children",
  settings: "settings",
  "say-code": "sayCode",
  none: "whoseNone",
  invite: "invite",
  "unbind-really": "unbindReally",
  reset: "reset",
  devices: "devicesKey",
  "add-device": "addDevice",
  "next-wearer": "nextWearer",
  "next-name": "nextName",
  "remove-device": "removeDevice",
  "remove-really": "removeReally",
  "code-same": "pairingSame",
  "code-different": "pairingDifferent",
  "pairing-done": "pairingDone",
  "stop-pairing": "stopPairing",
  "send-code": "sendCode",
} as const;

const STAY = {
  "hang-up": "stayInCall",
  cancel: "keepWaiting",
  refuse: "reread",
  withdraw: "keepConsent",
  unbind: "keepBound",
  reset: "resetStay",
  "remove-device": "keepDevice",
  medicines: "laterMedicines",
} as const;

/** What stands on a key, and what is said of it: one text for the eye and for the ear. */
export function labelOf(tv: Tv, id: string): string {
  const say = sayIn(languageOf(tv));
  return isFixed(id) ? say(FIXED[id]) : changing(tv, id, say);
}

function isFixed(id: string): id is keyof typeof FIXED {
  return id in FIXED;
}

/** Keys whose words follow what is going on; anything else is a person to choose. */
function changing(tv: Tv, id: string, say: Say): string {
  switch (id) {
    case "see":
      return say(seeWord(tv));
    case "done":
      return say(asksUnderstanding(tv) ? "understood" : "done");
    case "home":
      return say(screenOf(tv) === "teach" ? "teachLeave" : "home");
    case "more":
      return say(screenOf(tv) === "devices" ? "moreDevices" : "more");
    case "stay":
      return say(STAY[dialogOf(tv) ?? "hang-up"]);
    case "answer":
      return say(tv.pending === "answer" ? "answering" : "answer");
    case "rejoin":
      return say(tv.pending === "join" ? "answering" : "rejoin");
    case "large":
      return say(nextLarge(tv) === ownSeat(tv)?.id ? "seeMyself" : "changeLarge");
    case "mute":
      return say(tv.media?.micOn === false ? "unmute" : "mute");
    case "camera":
      return say(tv.media?.cameraOn === false ? "cameraOn" : "cameraOff");
    case "invite-yes":
      return say(tv.pending === "make-code" ? "inviteAsking" : "inviteYes");
    case "reset-really":
      if (tv.focus.id !== id) return say("resetReally");
      return say(takesOk(tv) ? "resetReady" : "resetWait");
    case "voice":
      return say(tv.speaksKeys ? "keysSpoken" : "keysSilent");
    default:
      return deviceLabel(tv, id) ?? personLabel(tv, id);
  }
}

function seeWord(tv: Tv): "seeDoctor" | "backToCall" | "backToWaiting" {
  const open = openConsultation(tv);
  if (open === undefined || hasWithdrawn(tv, open.id)) return "seeDoctor";
  return open.state === "live" ? "backToCall" : "backToWaiting";
}

/** A member of the household, or a child of one. */
function personLabel(tv: Tv, id: string): string {
  const member = tv.inbox?.patients.find(({ patient }) => patient.id === id);
  const child = childrenOf(tv).find((one) => one.id === id);
  return member?.patient.name ?? child?.child.name ?? "";
}
