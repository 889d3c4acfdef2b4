import { isStream } from "./core/cards.ts";
import { markWord } from "@wuduan/web-kit/quantity.ts";
import {
  asksUnderstanding,
  detailOf,
  dialogOf,
  isLastPage,
  openConsultation,
  personOf,
  screenOf,
  shownSummary,
  textPages,
} from "./core/screen.ts";
import { askedChild, childrenOf, inviteCode, invitedParent, unsent } from "./core/household.ts";
import { looksOnPage } from "./core/looks.ts";
import { askedMedicines, daysOf, stoppedMedicines } from "./core/medicines.ts";
import { hasWithdrawn } from "./core/said.ts";
import { askedKey } from "./core/teaching.ts";
import { isConnected, languageOf, type Tv } from "./core/tv.ts";
import { cardWords, inOneLine, nobodyOnDuty, noticeText, signWords } from "./describe.ts";
import { pairingWords } from "./describe-devices.ts";
import { labelOf } from "./labels.ts";
import { lookerWords, lookWords } from "@wuduan/web-kit/looks.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { isTimeKnown, shownAt } from "@wuduan/web-kit/vitals.ts";
import { sayIn, type Say } from "./words.ts";

/** The box refuses longer texts (PROTOCOL.md §6). */
export const SPOKEN_CHARACTERS_MAX = 500;

export interface Spoken {
  /** Another occasion stops the prompt of the one before. */
  readonly occasion: string;
  /** On the same occasion only parts that are new are spoken. */
  readonly parts: readonly string[];
}

/**
 * What the television says on its present screen. In a call it is silent, because the doctor is speaking:
 * only a key that somebody walked to is said there, where that was chosen.
 */
export function spokenOn(tv: Tv): Spoken {
  const screen = screenOf(tv);
  const dialog = dialogOf(tv);
  const inCall = screen === "call";
  const occasion = inCall
    ? ["call", dialog ?? ""].join("/")
    : [screen, dialog ?? "", tv.page, tv.card?.reading.profile ?? "", tv.said].join("/");
  const label = tv.speaksKeys ? labelOf(tv, tv.focus.id) : "";
  if (tv.speaksKeys && tv.walked) {
    return spoken(`${occasion}/${tv.focus.id}`, [label, inCall ? undefined : noticeText(tv)]);
  }
  if (inCall && !(tv.speaksKeys && dialog !== undefined)) return { occasion, parts: [] };
  const say = sayIn(languageOf(tv));
  const prompt =
    dialog === undefined ? promptOf(tv, say) : [say(DIALOG_WORDS[dialog], aboutQuestion(tv))];
  return spoken(occasion, [...prompt, label, inCall ? undefined : noticeText(tv)]);
}

function spoken(occasion: string, parts: readonly (string | undefined)[]): Spoken {
  const said = parts.filter((part) => part !== undefined && part !== "") as string[];
  return { occasion, parts: said.map((part) => part.slice(0, SPOKEN_CHARACTERS_MAX)) };
}

const DIALOG_WORDS = {
  "hang-up": "hangUpAsk",
  cancel: "cancelAsk",
  refuse: "refuseAsk",
  withdraw: "withdrawAsk",
  unbind: "unbindAsk",
  reset: "resetAsk",
  "remove-device": "removeAsk",
  medicines: "medicinesAsk",
} as const;

/** Where a screen has nothing but a sentence, the sentence is its prompt. */
function promptOf(tv: Tv, say: Say): readonly string[] {
  switch (screenOf(tv)) {
    case "home":
      // No greeting: it changes with the hour, and what is new is spoken, also at five in the morning.
      return [isConnected(tv) ? (nobodyOnDuty(tv, say) ?? say("homeSpoken")) : ""];
    case "choose":
      return [say("chooseSpoken")];
    case "measure":
      return [say("measureSpoken")];
    case "devices":
      return [say("devicesSpoken")];
    case "device":
      return [];
    case "pairing":
      return [pairingWords(tv)];
    case "health":
      return healthPrompt(tv, say);
    case "looks":
      return looksPrompt(tv, say);
    case "family":
      return [say("familyHow")];
    case "teach":
      return [`${say("teachPress")}${say(KEY_WORDS[askedKey(tv.teaching)])}`];
    case "waiting":
      return waitingPrompt(tv, say);
    case "ring":
      return [say("ringSpoken", { doctor: tv.consultation?.doctor?.name ?? say("ringSomebody") })];
    case "consent":
      return consentPrompt(tv, say);
    case "left":
      return [say(leftWords(tv).title), say(leftWords(tv).text)];
    case "cancelled":
      return [say(cancelledTitle(tv))];
    case "measurement":
      return cardPrompt(tv, say);
    case "summary":
      return summaryPrompt(tv, say);
    case "medicines":
      return medicinesPrompt(tv, say);
    case "elsewhere":
      return [say("elsewhereTitle")];
    case "call":
      return [];
    case "enrol":
      return enrolPrompt(tv, say);
    case "whose":
      return [say("whoseSpoken")];
    case "children":
      return [say(childrenOf(tv).length === 0 ? "childrenNone" : "childrenSpoken")];
    case "invite-whom":
      return [say("inviteWhom")];
    case "invite":
      return invitePrompt(tv, say);
    case "invite-code":
      return codePrompt(tv, say("inviteCodeSpoken"), inviteCode(tv));
    case "settings":
      return [say("settingsSpoken")];
    case "reset":
      return [say("resetText"), resetSentence(tv)];
  }
}

/** The title and the text once this seat was left: for now, or for good. */
export function leftWords(tv: Tv) {
  return hasWithdrawn(tv, openConsultation(tv)?.id)
    ? ({ title: "withdrawnTitle", text: "withdrawnText" } as const)
    : ({ title: "leftTitle", text: "leftText" } as const);
}

/** A talk that had begun was not cancelled: it was ended. */
export function cancelledTitle(tv: Tv): "withdrawnTitle" | "cancelledTitle" {
  return tv.consultation?.cancelled?.reason === "consent_withdrawn"
    ? "withdrawnTitle"
    : "cancelledTitle";
}

function enrolPrompt(tv: Tv, say: Say): readonly string[] {
  const removed = tv.box?.enrolment?.removedAt !== undefined;
  return codePrompt(
    tv,
    say(removed ? "enrolRemovedSpoken" : "enrolSpoken"),
    tv.box?.enrolment?.code,
  );
}

function invitePrompt(tv: Tv, say: Say): readonly string[] {
  return [say("inviteText", { parent: invitedParent(tv)?.name ?? "" }), say("inviteText2")];
}

function aboutQuestion(tv: Tv): Record<string, string> {
  return { ...aboutChild(tv), ...aboutMedicines(tv) };
}

/** The doctor and the patient of a supply that is asked about, and its days. */
export function aboutMedicines(tv: Tv): Record<string, string> {
  const asked = askedMedicines(tv);
  if (asked === undefined) return {};
  const { patient, prescription } = asked;
  return {
    doctor: prescription.doctor.name,
    patient: patient.name,
    days: String(daysOf(prescription)),
  };
}

/** The child of a question, and the parent. */
export function aboutChild(tv: Tv): Record<string, string> {
  const asked = askedChild(tv);
  return { name: asked?.child.name ?? "", parent: asked?.parent.name ?? "" };
}

export function resetSentence(tv: Tv): string {
  const count = unsent(tv);
  return sayIn(languageOf(tv))(count === 0 ? "resetNothing" : "resetUnsent", { count });
}

/** A code is read out only when somebody asks: it changes every ten minutes, also at night. */
function codePrompt(tv: Tv, prompt: string, code: string | undefined): readonly string[] {
  if (tv.said === 0 || code === undefined) return [prompt];
  const comma = languageOf(tv) === "en" ? ", " : "，";
  return [sayIn(languageOf(tv))("codeSpoken", { code: [...code].join(comma) })];
}

export const KEY_WORDS = {
  up: "teachUp",
  down: "teachDown",
  left: "teachLeft",
  right: "teachRight",
  ok: "teachOk",
  back: "teachBack",
  confirm: "teachConfirm",
} as const;

/** The page that is shown, person by person. */
function looksPrompt(tv: Tv, say: Say): readonly string[] {
  const list = tv.looks?.list;
  if (list === undefined) return [];
  if (list === "missing") return [say("looksMissing")];
  if (list.length === 0) return [say("looksNone")];
  const language = languageOf(tv);
  return looksOnPage(tv).map(
    (look) =>
      `${look.who}, ${lookerWords(look, language)}, ${lookWords(look, language)}. ${dayAndTime(look.at, language, "long")}`,
  );
}

function healthPrompt(tv: Tv, say: Say): readonly string[] {
  const name = tv.inbox?.patients[personOf(tv)]?.patient.name;
  if (name === undefined) return [];
  return [say("healthSpoken", { name }), pressureSpoken(tv, say)];
}

/** The newest blood pressure with its day; the streams beside it change each second and are only shown. */
function pressureSpoken(tv: Tv, say: Say): string {
  const pressure = signWords(tv, personOf(tv)).find(({ name }) => name === "bloodPressure");
  if (pressure?.sign === undefined || pressure.values.length === 0) {
    return `${say("bloodPressure")}: ${say("never")}`;
  }
  const when = isTimeKnown(pressure.sign)
    ? dayAndTime(shownAt(pressure.sign), languageOf(tv), "long")
    : markWord("time_unknown", languageOf(tv));
  return `${pressure.label}: ${inOneLine(pressure.values, languageOf(tv))}. ${when}`;
}

export const UNANSWERED_WORDS = {
  inconvenient: "unansweredInconvenient",
  no_answer: "unansweredNoAnswer",
  withdrawn: "unansweredWithdrawn",
} as const;

function waitingPrompt(tv: Tv, say: Say): readonly string[] {
  const detail = detailOf(tv);
  if (detail?.state !== "unanswered") {
    const nobody = nobodyOnDuty(tv, say);
    return nobody === undefined
      ? [say("waitingTitle"), say("waitingText")]
      : [say("waitingKept"), nobody];
  }
  return [say("unansweredTitle"), say(UNANSWERED_WORDS[detail.ring?.outcome ?? "no_answer"])];
}

function consentPrompt(tv: Tv, say: Say): readonly string[] {
  const text = tv.consentText;
  if (typeof text !== "object") return text === "missing" ? [say("consentMissing")] : [];
  const pages = textPages(tv);
  const title = tv.page === 0 ? [say("consentSpokenFirst", { title: text.title })] : [];
  const end = say(tv.page === pages.length - 1 ? "consentSpokenEnd" : "spokenNextPage");
  return [...title, ...(pages[tv.page] ?? []), end];
}

/** Numbers that change each second are shown, not spoken. */
function cardPrompt(tv: Tv, say: Say): readonly string[] {
  const words = cardWords(tv);
  const profile = tv.card?.reading.profile;
  if (words === undefined) return [];
  if (profile !== undefined && isStream(profile)) {
    return [say("cardStreamSpoken", { what: words.title })];
  }
  return [words.title, inOneLine(words.values, languageOf(tv)), words.sentence, ...words.remarks];
}

function summaryPrompt(tv: Tv, say: Say): readonly string[] {
  const summary = shownSummary(tv);
  const inPerson = summary?.outcome === "in_person" && tv.page === 0;
  const first = tv.page === 0 ? [say("summaryTitle")] : [];
  const asked = asksUnderstanding(tv) ? [say("understoodSpoken")] : [];
  return [
    ...first,
    ...(inPerson ? [say("summaryInPerson")] : []),
    ...(textPages(tv)[tv.page] ?? []),
    ...(isLastPage(tv) ? asked : [say("spokenNextPage")]),
  ];
}

/** What the screen of the medicines is called: what may be taken, or what may not. */
export function medicinesTitle(tv: Tv): "medicinesStopped" | "medicinesTitle" {
  return stoppedMedicines(tv) === undefined ? "medicinesTitle" : "medicinesStopped";
}

function medicinesPrompt(tv: Tv, say: Say): readonly string[] {
  const asked = askedMedicines(tv) === undefined ? [] : [say("medicinesAsk", aboutMedicines(tv))];
  return [
    ...(tv.page === 0 ? [say(medicinesTitle(tv)), ...asked] : []),
    ...(textPages(tv)[tv.page] ?? []),
    ...(isLastPage(tv) ? [] : [say("spokenNextPage")]),
  ];
}
