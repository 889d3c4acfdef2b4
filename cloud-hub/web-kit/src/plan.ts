import type {
  CarePackage,
  Language,
  PlanAlert,
  PlannedMeasure,
  PlannedVital,
  PlanView,
} from "@wuduan/contract/messages.ts";
import { timeIn } from "./times.ts";
import type { Word } from "./words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const VITALS: Readonly<Record<PlannedVital, Word>> = {
  systolic: word("收缩压", "Systolic pressure"),
  diastolic: word("舒张压", "Diastolic pressure"),
  heart_rate: word("心率", "Heart rate"),
  oxygen: word("血氧", "SpO₂"),
  glucose: word("血糖", "Glucose"),
  temperature: word("体温", "Temperature"),
  weight: word("体重", "Weight"),
};

/** Shown behind a number; the wire has UCUM. */
const UNITS: Readonly<Record<PlannedVital, string>> = {
  systolic: "mmHg",
  diastolic: "mmHg",
  heart_rate: "/min",
  oxygen: "%",
  glucose: "mmol/L",
  temperature: "℃",
  weight: "kg",
};

const DAY_MILLIS = 24 * 3_600_000;

export const PLANNED_VITALS = Object.keys(VITALS) as PlannedVital[];

export const plannedWord = (vital: PlannedVital, language: Language): string =>
  VITALS[vital][language];

export const plannedUnit = (vital: PlannedVital): string => UNITS[vital];

/** Such as "100–150 mmHg", "≤ 150 mmHg", or nothing. */
export function limitsWord({ vital, low, high }: Pick<PlannedMeasure, "vital" | "low" | "high">) {
  const unit = UNITS[vital];
  if (low !== undefined && high !== undefined) return `${low}–${high} ${unit}`;
  if (high !== undefined) return `≤ ${high} ${unit}`;
  return low === undefined ? "" : `≥ ${low} ${unit}`;
}

/** What is measured at home in one go, in the words of home: a cuff's two pressures are one thing. */
export const takenWord = (vital: PlannedVital, language: Language): string =>
  TAKEN[vital][language];

/** Whether this day is not over yet, where the terminal stands. */
export function isNotOver(day: string, now: number): boolean {
  return now < Date.parse(`${day}T00:00:00`) + DAY_MILLIS;
}

/** What a cuff measures at once is one thing at home. */
const TAKEN: Readonly<Record<PlannedVital, Word>> = {
  ...VITALS,
  systolic: word("血压", "Blood pressure"),
  diastolic: word("血压", "Blood pressure"),
};

/**
 * A plan in the words of home: what the doctor wrote, what is measured how often and until when, and the days to come again.
 * What is over is left out.
 */
export function planLines(
  { plan, medication, measures, followUps }: CarePackage,
  language: Language,
  now: number,
): readonly string[] {
  const english = language === "en";
  const measured = measures
    .filter(({ until }) => isNotOver(until, now))
    .map(({ vital, everyHours, until }) => {
      const often = oftenWord(everyHours, language);
      const last = dayWord(until, language);
      return english
        ? `${TAKEN[vital].en}: measure ${often}, until ${last}`
        : `${TAKEN[vital]["zh-CN"]}：${often}量一次，量到 ${last}`;
    });
  const days = followUps
    .filter(({ on }) => isNotOver(on, now))
    .map(({ on, note }) => {
      const day = dayWord(on, language);
      return english ? `Come again on ${day}. ${note ?? ""}`.trim() : `${day}复查。${note ?? ""}`;
    });
  const taken = english ? `Medication: ${medication}` : `用药：${medication}`;
  return [...plan.split(/\n+/), ...(medication ? [taken] : []), ...new Set(measured), ...days];
}

function oftenWord(hours: number, language: Language): string {
  const days = hours / 24;
  if (language === "en") {
    if (!Number.isInteger(days)) return `at least every ${hours} hours`;
    return days === 1 ? "every day" : `at least every ${days} days`;
  }
  if (!Number.isInteger(days)) return `每 ${hours} 小时`;
  return days === 1 ? "每天" : `每 ${days} 天`;
}

/** Such as 12 月 22 日. */
function dayWord(day: string, language: Language): string {
  const [, month = "", date = ""] = day.split("-");
  return language === "en" ? day : `${Number(month)} 月 ${Number(date)} 日`;
}

/** Who ended a plan, when and why, such as 赵医生 2026年12月22日停止了居家计划：血压平稳. */
export function endedSentence(
  { by, at, reason }: NonNullable<PlanView["ended"]>,
  language: Language,
): string {
  const on = timeIn(at, language, ENDED_ON);
  return language === "en"
    ? `${by.name} ended the plan at home on ${on}: ${reason}`
    : `${by.name} ${on}停止了居家计划：${reason}`;
}

/** With the year: it may stand there for long. */
const ENDED_ON: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", day: "numeric" };

/** What an alert says, in one sentence without a diagnosis. */
export function alertSentence(alert: PlanAlert, language: Language): string {
  const name = VITALS[alert.vital][language];
  if (alert.kind === "missing")
    return language === "en"
      ? `${name}: the planned measurement has not come`
      : `${name}：到时间没有测量`;
  const value = `${alert.value ?? ""} ${UNITS[alert.vital]}`;
  const limits = limitsWord(alert);
  return language === "en"
    ? `${name} ${value}, planned ${limits}`
    : `${name} ${value}，计划范围 ${limits}`;
}
