import type {
  ConsultationView,
  Doctor,
  Language,
  LatestVitals,
  RemoteInvitation,
  VitalSign,
} from "@wuduan/contract/messages.ts";
import type { Drafts } from "@wuduan/web-kit/browser/drafts.ts";
import { measured } from "@wuduan/web-kit/browser/figures.ts";
import { formatBloodPressure } from "@wuduan/web-kit/quantity.ts";
import { isTimeKnown, shownAt } from "@wuduan/web-kit/vitals.ts";
import { ageInYears, departmentWord, sexWord } from "@wuduan/web-kit/words.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";

/** The fields in the order of the form, with their wire limits. */
export const FIELDS: { name: keyof RemoteInvitation; lengthMax: number; rows: number }[] = [
  { name: "reason", lengthMax: 500, rows: 1 },
  { name: "purpose", lengthMax: 500, rows: 1 },
  { name: "caseSummary", lengthMax: 4000, rows: 5 },
  { name: "schedule", lengthMax: 200, rows: 1 },
  { name: "specialty", lengthMax: 100, rows: 1 },
  { name: "title", lengthMax: 100, rows: 1 },
];

const DEFAULTS: Record<Language, { purpose: string; schedule: string; title: string }> = {
  "zh-CN": { purpose: "明确诊断，指导治疗", schedule: "现在", title: "副主任医师及以上" },
  en: {
    purpose: "Clarify the diagnosis and guide treatment",
    schedule: "Now",
    title: "Associate chief physician or above",
  },
};

/**
 * The form as far as the case itself fills it; an invitation already sent is the better start. Only what
 * is on record is written: nothing is concluded from it.
 */
export function prefilled(
  view: ConsultationView,
  vitals: LatestVitals,
  language: Language,
  doctors: Doctor[] = [],
): RemoteInvitation {
  const departments = new Set(doctors.map((doctor) => departmentWord(doctor.department, language)));
  const specialty = [...departments].join(language === "en" ? ", " : "、");
  if (view.invitation) return { ...view.invitation, ...(specialty && { specialty }) };
  return {
    ...DEFAULTS[language],
    reason: view.complaint ?? "",
    caseSummary: caseSummary(view, vitals, language),
    specialty,
  };
}

function caseSummary(view: ConsultationView, vitals: LatestVitals, language: Language): string {
  const { patient } = view;
  const age = ageInYears(patient.birthYear, Date.parse(view.requestedAt));
  const english = language === "en";
  const lines = [
    english
      ? `${sexWord(patient.sex, language)}, ${age} years.`
      : `${sexWord(patient.sex, language)}，${age} 岁。`,
  ];
  if (view.complaint)
    lines.push(english ? `Complaint: ${view.complaint}.` : `主诉：${view.complaint}。`);
  for (const { kind, sign, figures } of measured(vitals)) {
    const value = kind === "bloodPressure" ? formatBloodPressure(sign) : figures[0]?.text;
    if (!value || figures.length === 0) continue;
    lines.push(MEASURED[language][kind](value, timeOf(sign, language)));
  }
  return lines.join("\n");
}

/** In words that hold for a colleague who sees no marks: a reading of unknown age is not one of today. */
function timeOf(sign: VitalSign, language: Language): string {
  const time = dayAndTime(shownAt(sign), language);
  if (isTimeKnown(sign)) return time;
  return language === "en"
    ? `time of measurement unknown, received ${time}`
    : `测量时间不明，${time} 收到`;
}

type Line = (value: string, time: string) => string;

const MEASURED: Record<Language, Record<keyof LatestVitals, Line>> = {
  "zh-CN": {
    bloodPressure: (value, time) => `家庭血压 ${value} mmHg（${time}）。`,
    heartRate: (value, time) => `心率 ${value} 次/分（${time}）。`,
    pulseOximeter: (value, time) => `血氧饱和度 ${value}%（${time}）。`,
    glucose: (value, time) => `家庭血糖 ${value} mmol/L（${time}）。`,
    temperature: (value, time) => `体温 ${value} ℃（${time}）。`,
    weight: (value, time) => `体重 ${value} kg（${time}）。`,
  },
  en: {
    bloodPressure: (value, time) => `Blood pressure at home ${value} mmHg (${time}).`,
    heartRate: (value, time) => `Heart rate ${value}/min (${time}).`,
    pulseOximeter: (value, time) => `SpO2 ${value}% (${time}).`,
    glucose: (value, time) => `Glucose at home ${value} mmol/L (${time}).`,
    temperature: (value, time) => `Temperature ${value} °C (${time}).`,
    weight: (value, time) => `Weight ${value} kg (${time}).`,
  },
};

const draftName = (consultationId: string) => `${consultationId}/invitation`;

/** The form as it was left, or null. */
export function readFields(drafts: Drafts, consultationId: string): RemoteInvitation | null {
  const raw = drafts.read(draftName(consultationId));
  if (raw === "") return null;
  const parts = raw.split(SEPARATOR);
  if (parts.length !== FIELDS.length) return null;
  return Object.fromEntries(
    FIELDS.map(({ name }, i) => [name, parts[i] ?? ""]),
  ) as unknown as RemoteInvitation;
}

/** A character that nobody types (Unicode "unit separator"). */
const SEPARATOR = "\u001f";

/** After the doctors were rung: the next invitation starts from the one that was sent. */
export function forgetFields(drafts: Drafts, consultationId: string) {
  drafts.forget(draftName(consultationId));
}

export function writeFields(drafts: Drafts, consultationId: string, fields: RemoteInvitation) {
  drafts.write(draftName(consultationId), FIELDS.map(({ name }) => fields[name]).join(SEPARATOR));
}
