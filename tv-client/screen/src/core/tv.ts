import type {
  Beat,
  BoxInbox,
  BoxState,
  ConsentText,
  ConsultationView,
  Id,
  Language,
  MedicinesView,
  PlanView,
  Problem,
  Reading,
  WearablesView,
} from "@wuduan/contract/messages.ts";
import type { DeviceScreen, DeviceStep, Typed } from "./devices.ts";
import type { Remote } from "./keys.ts";
import type { Looks } from "./looks.ts";
import type { Teaching } from "./teaching.ts";

/**
 * All that the television knows and shows, as one value. Events come in, the next value and what
 * has to be done come out; nothing here touches a browser.
 */
export type Link = "connecting" | "up" | "lost" | "ended";

/** Where the person has walked by keys; calls and measurements lie over it. */
export type Place =
  | "home"
  | "choose"
  | "measure"
  | "health"
  | "looks"
  | "family"
  | "children"
  | "invite-whom"
  | "invite"
  | "invite-code"
  | "settings"
  | "reset"
  | "teach"
  | DeviceScreen;

/** A question that stands over a screen and needs a second key. */
export type Dialog =
  "hang-up" | "withdraw" | "cancel" | "refuse" | "unbind" | "reset" | "remove-device" | "medicines";

export type Command =
  | "request"
  | "cancel"
  | "answer"
  | "inconvenient"
  | "consent"
  | "withdraw-consent"
  | "confirm-understanding"
  | "leave"
  | "join"
  | "make-code"
  | "unbind"
  | "name-wearer"
  | "reset"
  | "wearable"
  | "confirm-medicines";

/** The media of the own seat, as far as keys and words need it. */
export interface OwnMedia {
  readonly phase: "joining" | "live" | "rebuilding" | "superseded" | "ended";
  readonly micOn: boolean;
  readonly cameraOn: boolean;
  /** What is really being sent or could be; undefined while the devices are being opened. */
  readonly sends: { readonly sound: boolean; readonly picture: boolean } | undefined;
}

export interface Card {
  readonly reading: Reading;
  /** Saved: in the box's outbox. Delivered: the hub has committed it. */
  readonly stage: "saved" | "delivered";
}

export type Notice =
  | { readonly kind: "asking" | "cancelled-by-you" | "no-consent-given" | "not-connected" }
  | { readonly kind: "connecting" | "nobody-here" | "use-hang-up" | "consent-withdrawn" }
  | { readonly kind: "refused"; readonly problem: Problem };

/** One child of one parent. */
export interface Child {
  readonly patientId: Id;
  readonly accountId: Id;
}

export interface Invite {
  readonly patientId: Id;
  readonly code: string | undefined;
  /** The code is shown until then; the hub takes it no longer. */
  readonly until: number | undefined;
  /** Who was bound before: whoever comes now is the one who was invited. */
  readonly before: readonly Id[];
}

export interface Tv {
  /** Milliseconds since 1970; ages and the day on the home screen are counted from it. */
  readonly now: number;
  readonly hubLink: Link;
  readonly boxLink: Link;
  /** What the hub wants every screen to say now. */
  readonly hubSays?: Beat["notice"];
  readonly inbox: BoxInbox | undefined;
  readonly consultation: ConsultationView | undefined;
  readonly box: BoxState | undefined;
  readonly consentText: ConsentText | "missing" | undefined;
  readonly media: OwnMedia | undefined;
  readonly remote: Remote;

  readonly place: Place;
  readonly dialog: Dialog | undefined;
  /** First page is 0; of the consent text, a summary, or the people to choose from. */
  readonly page: number;
  /** Which member of the household 我的健康 shows. */
  readonly person: number;
  /** The measurement that is shown and has not been put away. */
  readonly card: Card | undefined;
  /** Seat of the large face when another than the leading doctor's was chosen. */
  readonly large: Id | undefined;
  /** A waiting or left consultation that the person has put aside by going home. */
  readonly aside: Id | undefined;
  /** The call that was hung up here: left at once on this screen, whatever the network does. */
  readonly hungUp: Id | undefined;
  /** Ends that the person has confirmed with OK, cancelled consultations and summaries; and what was said here by key. */
  readonly confirmed: readonly Id[];
  /** What was told last of all that is told until the hub shows it, and when. */
  readonly told: { readonly id: Id; readonly at: number } | undefined;
  /** A summary opened from 我的健康. */
  readonly reading: Id | undefined;
  /** Who looked at whose record, once somebody has asked. */
  readonly looks: Looks | undefined;
  /** The parent for whom a child is being invited, and the code once there is one. */
  readonly invite: Invite | undefined;
  /** The child whose binding a question is about. */
  readonly child: Child | undefined;
  /** What the members of the household take, one view each. */
  readonly medicines: readonly MedicinesView[];
  /** What is ordered for the members of the household, one view each. */
  readonly plans: readonly PlanView[];
  /** Readings, and prescriptions to agree to, about which it is not asked any more. */
  readonly putOff: readonly Id[];
  /** The household's devices, and the one that is being added. */
  readonly wearables: WearablesView | undefined;
  /** Address of the device whose own screen is open. */
  readonly device: string | undefined;
  /** The code that is being typed for a device. */
  readonly typed: Typed;
  /** How often somebody asked to hear it again. */
  readonly said: number;
  readonly pending: Command | undefined;
  /** 看医生 was pressed before the hospital could be asked; done as soon as it can be, until this time. */
  readonly wantsDoctorUntil: number | undefined;
  readonly notice: Notice | undefined;
  readonly teaching: Teaching;
  readonly unknownPresses: number;
  /** What is in sight and since when, as `now` counts: an OK too early was meant for what stood before. */
  readonly shown: { readonly what: string; readonly since: number };
  readonly focus: { readonly on: string; readonly id: string };
  /** A key has moved the focus on this screen: what is said now is the thing it came to. */
  readonly walked: boolean;
  /** Each focused key is said aloud, for who can't read it; off unless somebody chose it. */
  readonly speaksKeys: boolean;
  /** Where the focus stood on the home screen. */
  readonly homeFocus: string;
}

export type TvEvent =
  /** A key as the remote sent it; what it means depends on the remote and on the screen. */
  | { readonly type: "press"; readonly keyCode: number }
  /** A pointer, where one is plugged in: focuses the thing and presses it. */
  | { readonly type: "click"; readonly id: string }
  | { readonly type: "tick"; readonly now: number }
  | { readonly type: "link"; readonly which: "hub" | "box"; readonly link: Link }
  | { readonly type: "hub-says"; readonly notice: Beat["notice"] }
  | { readonly type: "inbox"; readonly inbox: BoxInbox }
  | { readonly type: "consultation"; readonly view: ConsultationView | undefined }
  | { readonly type: "box"; readonly state: BoxState }
  | { readonly type: "measurement"; readonly card: Card }
  | { readonly type: "consent-text"; readonly text: ConsentText | "missing" | undefined }
  /** A code that this page has made; the hub is told of it before it is shown. */
  | { readonly type: "wearables"; readonly view: WearablesView | undefined }
  | { readonly type: "code"; readonly patientId: Id; readonly code: string }
  | { readonly type: "looks"; readonly looks: Looks }
  | {
      readonly type: "medicines";
      readonly patientId: Id;
      readonly view: MedicinesView | undefined;
    }
  | { readonly type: "plan"; readonly patientId: Id; readonly view: PlanView | undefined }
  | { readonly type: "media"; readonly media: OwnMedia | undefined }
  | { readonly type: "answered"; readonly command: Command; readonly problem: Problem | undefined };

export type Effect =
  | { readonly do: "request"; readonly patientId: Id }
  | { readonly do: "cancel" | "answer" | "inconvenient" | "leave" | "join"; readonly id: Id }
  | { readonly do: "withdraw-consent" | "confirm-understanding"; readonly id: Id }
  | {
      readonly do: "consent";
      readonly id: Id;
      readonly decision: "agreed" | "refused";
      readonly language: Language;
      /** Of the text in sight; nobody needs one to refuse. */
      readonly textVersion: string | undefined;
    }
  | { readonly do: "wearable"; readonly householdId: Id; readonly step: DeviceStep }
  | { readonly do: "make-code" | "fetch-looks"; readonly patientId: Id }
  | { readonly do: "unbind"; readonly child: Child }
  | { readonly do: "name-wearer"; readonly readingId: Id; readonly patientId: Id | undefined }
  | { readonly do: "reset"; readonly unsent: number }
  | {
      readonly do: "confirm-medicines";
      readonly patientId: Id;
      readonly id: Id;
      readonly version: number;
    }
  | { readonly do: "microphone" | "camera"; readonly on: boolean }
  | { readonly do: "fetch-consent-text" }
  | { readonly do: "remember-confirmed"; readonly ids: readonly Id[] }
  | { readonly do: "remember-voice"; readonly on: boolean }
  | { readonly do: "remember-remote"; readonly remote: Remote }
  | { readonly do: "start-again" };

export interface Step {
  readonly tv: Tv;
  readonly effects: readonly Effect[];
}

export function languageOf(tv: Tv): Language {
  return tv.box?.locale ?? "zh-CN";
}

/** Connected means that the hub can be reached through the box; a page that guesses is not connected. */
export function isConnected(tv: Tv): boolean {
  return tv.hubLink === "up";
}

export interface Start {
  readonly now: number;
  readonly remote: Remote;
  readonly confirmed: readonly Id[];
  readonly speaksKeys: boolean;
}

export function beginTv({ now, remote, confirmed, speaksKeys }: Start): Tv {
  return {
    now,
    hubLink: "connecting",
    boxLink: "connecting",
    inbox: undefined,
    consultation: undefined,
    box: undefined,
    consentText: undefined,
    media: undefined,
    remote,
    place: "home",
    dialog: undefined,
    page: 0,
    person: 0,
    card: undefined,
    large: undefined,
    aside: undefined,
    hungUp: undefined,
    confirmed,
    told: undefined,
    reading: undefined,
    looks: undefined,
    invite: undefined,
    child: undefined,
    medicines: [],
    plans: [],
    putOff: [],
    said: 0,
    wearables: undefined,
    device: undefined,
    typed: { digits: "000000", at: 0 },
    pending: undefined,
    wantsDoctorUntil: undefined,
    notice: undefined,
    teaching: { codes: [], repeated: false },
    unknownPresses: 0,
    shown: { what: "", since: now },
    focus: { on: "home", id: "see" },
    walked: false,
    speaksKeys,
    homeFocus: "see",
  };
}
