import type {
  Department,
  Language,
  LatestVitals,
  LegalBasisKind,
  Level,
  Presence,
  SeatRole,
  Sex,
} from "@wuduan/contract/messages.ts";

/** One thing's name in both languages. */
export type Word = Readonly<Record<Language, string>>;

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

export const LEVELS: Readonly<Record<Level, Word>> = {
  first_contact: word("首诊医生", "First-contact doctor"),
  county: word("县级医生", "County doctor"),
  tertiary: word("三级医院专家", "Tertiary specialist"),
};

export const DEPARTMENTS: Readonly<Record<Department, Word>> = {
  general: word("全科", "General practice"),
  cardiology: word("心内科", "Cardiology"),
  endocrinology: word("内分泌科", "Endocrinology"),
  respiratory: word("呼吸科", "Respiratory medicine"),
  neurology: word("神经内科", "Neurology"),
};

/** Short enough for a tile of a call. */
export const SEAT_ROLES: Readonly<Record<SeatRole, Word>> = {
  patient: word("患者", "Patient"),
  family: word("家人", "Family"),
  first_contact: word("首诊医生", "Doctor"),
  county: word("县医生", "County doctor"),
  tertiary: word("专家", "Specialist"),
};

export const PRESENCES: Readonly<Record<Presence, Word>> = {
  absent: word("不在", "Not here"),
  present: word("在线", "Here"),
  reconnecting: word("正在重连", "Reconnecting"),
  left: word("已离开", "Left"),
};

export const SEXES: Readonly<Record<Sex, Word>> = {
  female: word("女", "Female"),
  male: word("男", "Male"),
  unknown: word("性别未知", "Sex unknown"),
};

export const LEGAL_BASES: Readonly<Record<LegalBasisKind, Word>> = {
  follow_up: word("复诊", "Follow-up of an earlier visit"),
  family_doctor: word("家庭医生签约", "Signed family doctor"),
  in_person_local: word("当地医生面诊", "In person with a local doctor"),
  first_visit: word("首诊", "First visit"),
};

export const VITALS: Readonly<Record<keyof LatestVitals, Word>> = {
  bloodPressure: word("血压", "Blood pressure"),
  heartRate: word("心率", "Heart rate"),
  pulseOximeter: word("血氧", "SpO₂"),
  glucose: word("血糖", "Glucose"),
  temperature: word("体温", "Temperature"),
  weight: word("体重", "Weight"),
};

/** Spans of a trend in days. */
export const RANGES: Readonly<Record<1 | 7 | 28, Word>> = {
  1: word("今天", "Today"),
  7: word("7 天", "7 days"),
  28: word("28 天", "28 days"),
};

/** The pulse that a cuff or an oximeter counts beside its own value. */
export const PULSE: Word = word("脉搏", "Pulse");

/** The same by function, for templates. */
export const levelWord = (level: Level, language: Language) => LEVELS[level][language];
export const departmentWord = (department: Department, language: Language) =>
  DEPARTMENTS[department][language];
export const seatRoleWord = (role: SeatRole, language: Language) => SEAT_ROLES[role][language];
export const presenceWord = (presence: Presence, language: Language) =>
  PRESENCES[presence][language];
export const sexWord = (sex: Sex, language: Language) => SEXES[sex][language];
export const legalBasisWord = (kind: LegalBasisKind, language: Language) =>
  LEGAL_BASES[kind][language];

export const vitalWord = (kind: keyof LatestVitals, language: Language) => VITALS[kind][language];

/** Age in years this year; the birthday itself is not known to screens. */
export function ageInYears(birthYear: number, nowMillis: number): number {
  return new Date(nowMillis).getFullYear() - birthYear;
}
