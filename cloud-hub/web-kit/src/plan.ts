import type {
  CarePackage,
  Language,
  PlanAlert,
  PlannedMeasure,
  PlannedVital,
} from "@wuduan/contract/messages.ts";
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

/** A plan in the words of home: what the doctor wrote, what is measured until when, and the days to come again. */
export function planLines(
  { plan, medication, measures, followUps }: CarePackage,
  language: Language,
): readonly string[] {
  const english = language === "en";
  const measured = measures.map(({ vital, everyHours, until }) =>
    english
      ? `${VITALS[vital].en}: measure at least every ${everyHours} h, until ${until}`
      : `${VITALS[vital]["zh-CN"]}：每 ${everyHours} 小时内量一次，到 ${until}`,
  );
  const days = followUps.map(({ on, note }) =>
    english ? `Come again on ${on}. ${note ?? ""}`.trim() : `${on} 复查。${note ?? ""}`,
  );
  const taken = english ? `Medication: ${medication}` : `用药：${medication}`;
  return [...plan.split(/\n+/), ...(medication ? [taken] : []), ...measured, ...days];
}

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
