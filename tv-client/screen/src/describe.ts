import type { Doctor, Language, Quantity, Reading, VitalSign } from "@wuduan/contract/messages.ts";
import { shownKinds } from "@wuduan/web-kit/browser/trend.ts";
import { takenWord } from "@wuduan/web-kit/plan.ts";
import { problemSentence } from "@wuduan/web-kit/problems.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { comparedSentence, formatValue, markWord, unitWord } from "@wuduan/web-kit/quantity.ts";
import {
  diastolic,
  glucose,
  pulse,
  spo2,
  systolic,
  temperature,
  weight,
  type Valued,
} from "@wuduan/web-kit/vitals.ts";
import { assessed } from "./core/cards.ts";
import { showsEnrolment } from "./core/household.ts";
import { dueNow } from "./core/plans.ts";
import { openConsultation } from "./core/screen.ts";
import { isConnected, languageOf, type Tv } from "./core/tv.ts";
import { sayIn, type Say } from "./words.ts";

/**
 * That no doctor can come now, and what to do instead: nobody shall wait before the screen for nobody.
 * Undefined while somebody is there, or while it is not known.
 */
export function nobodyOnDuty(tv: Tv, say: Say): string | undefined {
  if (isConnected(tv) && tv.hubSays === "no_new_calls") return say("noNewCalls");
  const nobody = isConnected(tv) ? tv.inbox?.nobodyOnDuty : undefined;
  if (nobody === undefined) return undefined;
  const { nextAt } = nobody;
  const until =
    nextAt === undefined
      ? ""
      : say("nobodyUntil", { time: dayAndTime(nextAt, languageOf(tv), "long") });
  // Who has asked already is not told to ask.
  const asked = openConsultation(tv)?.state === "waiting";
  return [say(asked ? "nobodyYet" : "nobodyOnDuty"), until].filter((part) => part !== "").join(" ");
}

/** What a doctor has ordered and nobody has measured yet; whose it is, where several live here. */
export function measureDue(tv: Tv, say: Say): string | undefined {
  const due = dueNow(tv);
  if (due === undefined) return undefined;
  const comma = languageOf(tv) === "en" ? ", " : "、";
  const words = due.vitals.map((vital) => takenWord(vital, languageOf(tv)));
  const what = [...new Set(words)].join(comma);
  return (tv.inbox?.patients.length ?? 0) > 1
    ? say("measureDueOf", { what, name: due.patient.name })
    : say("measureDue", { what });
}

/** What the screens draw and the voice says, said once for both. */
export interface ShownValue {
  readonly name:
    | "systolic"
    | "diastolic"
    | "pulse"
    | "heartRate"
    | "spo2"
    | "glucose"
    | "temperature"
    | "weight";
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

export function valuesOf(tv: Tv, profile: Reading["profile"], valued: Valued): ShownValue[] {
  const say = sayIn(languageOf(tv));
  const shown = (name: ShownValue["name"], quantity: Quantity | undefined): ShownValue[] =>
    quantity === undefined
      ? []
      : [
          {
            name,
            label: say(name),
            value: formatValue(quantity),
            unit: unitWord(quantity.unit, languageOf(tv)),
          },
        ];
  switch (profile) {
    case "blood_pressure":
      return [
        ...shown("systolic", systolic(valued)),
        ...shown("diastolic", diastolic(valued)),
        ...shown("pulse", pulse(valued)),
      ];
    case "heart_rate":
      return shown("heartRate", pulse(valued));
    case "pulse_oximeter_spot":
    case "pulse_oximeter_continuous":
      return [...shown("spo2", spo2(valued)), ...shown("pulse", pulse(valued))];
    case "glucose":
      return shown("glucose", glucose(valued));
    case "thermometer":
      return shown("temperature", temperature(valued));
    case "weight_scale":
      return shown("weight", weight(valued));
    case "glucose_context":
      return [];
  }
}

export interface CardWords {
  readonly title: string;
  readonly values: readonly ShownValue[];
  /** One plain sentence with its source; empty while there is nothing to say. */
  readonly sentence: string;
  readonly remarks: readonly string[];
  /** How far it came; undefined where nothing was measured that somebody could rely on. */
  readonly saved: string | undefined;
}

const TITLES = {
  blood_pressure: "cardBloodPressure",
  heart_rate: "cardHeartRate",
  pulse_oximeter_spot: "cardOximeter",
  pulse_oximeter_continuous: "cardOximeter",
  glucose: "cardGlucose",
  glucose_context: "cardGlucose",
  thermometer: "cardTemperature",
  weight_scale: "cardWeight",
} as const;

export function cardWords(tv: Tv): CardWords | undefined {
  const card = tv.card;
  if (card === undefined) return undefined;
  const language = languageOf(tv);
  const say = sayIn(language);
  const { profile } = card.reading;
  const values = valuesOf(tv, profile, card.reading);
  const tested = card.reading.marks.includes("control_solution");
  const failed = values.length === 0 && !tested;
  const waits = isConnected(tv) ? "stageSaved" : "stageSavedOffline";
  return {
    title: failed ? say("cardFailed") : say(TITLES[profile]),
    values,
    sentence: failed
      ? say("cardFailedText")
      : comparedSentence(assessed(tv)?.comparedWithUsual, language),
    remarks: card.reading.marks.map((mark) => markWord(mark, language)),
    saved: failed ? undefined : say(card.stage === "delivered" ? "stageDelivered" : waits),
  };
}

/** "高压 142，低压 86": the values for one line of text. */
export function inOneLine(values: readonly ShownValue[], language: Language): string {
  const comma = language === "en" ? ", " : "，";
  return values.map(({ label, value }) => `${label} ${value}`).join(comma);
}

export function doctorLine(doctor: Doctor | undefined): string {
  return doctor === undefined ? "" : `${doctor.institution} · ${doctor.title}`;
}

export function greeting(tv: Tv, say: Say): string {
  const hour = new Date(tv.now).getHours();
  if (hour >= 5 && hour < 9) return say("goodMorning");
  if (hour >= 9 && hour < 12) return say("goodForenoon");
  return hour >= 12 && hour < 18 ? say("goodAfternoon") : say("goodEvening");
}

export interface SavedWords {
  readonly state: "all" | "waiting" | "trouble" | "unknown";
  readonly text: string;
}

const TROUBLES = {
  thinned: "troubleThinned",
  full: "troubleFull",
  cannot_write: "troubleCannotWrite",
} as const;

/** Only what the box says now; a box that does not answer has said nothing. */
export function savedWords(tv: Tv): SavedWords {
  const say = sayIn(languageOf(tv));
  const box = tv.box;
  if (box === undefined || tv.boxLink !== "up") {
    return { state: "unknown", text: say("savedUnknown") };
  }
  if (box.outboxTrouble !== undefined) {
    return { state: "trouble", text: say(TROUBLES[box.outboxTrouble]) };
  }
  if (showsEnrolment(tv) && box.outboxWaiting === 0)
    return keptAtHome(box.outboxKeptHere ?? 0, say);
  const count = box.outboxWaiting;
  if (count > 0)
    return {
      state: "waiting",
      text: say(isConnected(tv) ? "savedSending" : "savedWaiting", { count }),
    };
  return { state: "all", text: say("savedAll") };
}

/** Nothing waits, but there is nobody to send to: "all is sent" would promise too much. */
function keptAtHome(count: number, say: Say): SavedWords {
  return count === 0
    ? { state: "all", text: say("savedKeep") }
    : { state: "waiting", text: say("savedKeptHere", { count }) };
}

export function noticeText(tv: Tv): string | undefined {
  const say = sayIn(languageOf(tv));
  switch (tv.notice?.kind) {
    case undefined:
      return undefined;
    case "asking":
      return say("asking");
    case "cancelled-by-you":
      return say("cancelledByYou");
    case "no-consent-given":
      return say("noConsentGiven");
    case "consent-withdrawn":
      return say("withdrawnByYou");
    case "connecting":
      return say("connectingDoctor");
    case "nobody-here":
      return say("nobodyHere");
    case "not-connected":
      return say(tv.box?.hub === "not_enrolled" ? "notEnrolledHelp" : "offlineHelp");
    case "use-hang-up":
      return say("useHangUp");
    case "refused":
      return problemSentence(tv.notice.problem, languageOf(tv));
  }
}

const PROFILES_OF_SIGNS = [
  ["bloodPressure", "blood_pressure"],
  ["heartRate", "heart_rate"],
  ["pulseOximeter", "pulse_oximeter_spot"],
  ["glucose", "glucose"],
  ["temperature", "thermometer"],
  ["weight", "weight_scale"],
] as const;

/** The name of each kind on the screen. */
const LABELS_OF_SIGNS = {
  bloodPressure: "bloodPressure",
  heartRate: "heartRate",
  pulseOximeter: "spo2",
  glucose: "glucose",
  temperature: "temperature",
  weight: "weight",
} as const;

export interface SignWords {
  readonly name: (typeof PROFILES_OF_SIGNS)[number][0];
  readonly label: string;
  readonly sign: VitalSign | undefined;
  readonly values: readonly ShownValue[];
}

/** The values of one member of the household: the usual three also while never measured, the others once they are. */
export function signWords(tv: Tv, person: number): readonly SignWords[] {
  const say = sayIn(languageOf(tv));
  const vitals = tv.inbox?.patients[person]?.vitals;
  const shown = shownKinds((kind) => vitals?.[kind] !== undefined);
  return PROFILES_OF_SIGNS.filter(([name]) => shown.includes(name)).map(([name, profile]) => {
    const sign = vitals?.[name];
    return {
      name,
      label: say(LABELS_OF_SIGNS[name]),
      sign,
      values: sign === undefined ? [] : valuesOf(tv, profile, sign),
    };
  });
}
