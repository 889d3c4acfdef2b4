import type { Language, Mark, Quantity, VitalSign } from "@wuduan/contract/messages.ts";
import { diastolic, systolic, type Valued } from "./vitals.ts";
import type { Word } from "./words.ts";

/** Shown where a value is missing: never 0, which would be a value. */
export const NO_VALUE = "–";

const UNITS: Readonly<Record<string, Word>> = {
  "mm[Hg]": { "zh-CN": "毫米汞柱", en: "mmHg" },
  kPa: { "zh-CN": "千帕", en: "kPa" },
  "{beat}/min": { "zh-CN": "次/分", en: "beats/min" },
  "/min": { "zh-CN": "次/分", en: "per minute" },
  "%": { "zh-CN": "%", en: "%" },
  "mmol/L": { "zh-CN": "毫摩尔/升", en: "mmol/L" },
  Cel: { "zh-CN": "℃", en: "°C" },
  kg: { "zh-CN": "公斤", en: "kg" },
  cm: { "zh-CN": "厘米", en: "cm" },
  "kg/m2": { "zh-CN": "kg/m²", en: "kg/m²" },
  ms: { "zh-CN": "毫秒", en: "ms" },
};

/** A UCUM unit in words; a unit that this client does not know is shown as it is written. */
export function unitWord(unit: string, language: Language): string {
  return UNITS[unit]?.[language] ?? unit;
}

/** The number exactly as precise as the device gave it, without its unit. */
export function formatValue(quantity: Quantity | undefined): string {
  return quantity?.value ?? NO_VALUE;
}

/** Number and unit: "96%", "72 次/分". */
export function formatQuantity(quantity: Quantity | undefined, language: Language): string {
  if (!quantity) return NO_VALUE;
  const unit = unitWord(quantity.unit, language);
  return unit === "%" ? `${quantity.value}%` : `${quantity.value} ${unit}`;
}

/** "142/86"; a half that is missing shows as a dash. */
export function formatBloodPressure(sign: Valued | undefined): string {
  if (!sign) return NO_VALUE;
  const [upper, lower] = [systolic(sign), diastolic(sign)];
  return upper || lower ? `${formatValue(upper)}/${formatValue(lower)}` : NO_VALUE;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How old a value is: "刚刚", "2 分钟前". Counted in whole units, rounded down; what lies in the future
 * by a clock that differs counts as just now.
 *
 * @param at RFC 3339
 * @param nowMillis Unix time
 */
export function ageOf(at: string, nowMillis: number, language: Language): string {
  const age = nowMillis - Date.parse(at);
  if (!Number.isFinite(age)) return NO_VALUE;
  if (age < MINUTE) return language === "en" ? "just now" : "刚刚";
  if (age < HOUR) return ago(Math.floor(age / MINUTE), ["分钟", "minute"], language);
  if (age < DAY) return ago(Math.floor(age / HOUR), ["小时", "hour"], language);
  return ago(Math.floor(age / DAY), ["天", "day"], language);
}

function ago(count: number, [zh, en]: [string, string], language: Language): string {
  if (language === "en") return `${count} ${en}${count === 1 ? "" : "s"} ago`;
  return `${count} ${zh}前`;
}

type Compared = NonNullable<VitalSign["comparedWithUsual"]>;

const COMPARED: Readonly<Record<"patient" | "others", Record<Compared, Word>>> = {
  patient: {
    higher: { "zh-CN": "比您平时高一些", en: "A little higher than your usual" },
    similar: { "zh-CN": "和您平时差不多", en: "About the same as your usual" },
    lower: { "zh-CN": "比您平时低一些", en: "A little lower than your usual" },
  },
  others: {
    higher: { "zh-CN": "比平时高一些", en: "A little higher than usual" },
    similar: { "zh-CN": "和平时差不多", en: "About the same as usual" },
    lower: { "zh-CN": "比平时低一些", en: "A little lower than usual" },
  },
};

/** The reading against the patient's own mean, in one plain sentence; empty while there is no mean. */
export function comparedSentence(
  compared: VitalSign["comparedWithUsual"],
  language: Language,
  reader: "patient" | "others" = "patient",
): string {
  return compared ? COMPARED[reader][compared][language] : "";
}

const MARKS: Readonly<Record<Mark, Word>> = {
  device_clock_unset: {
    "zh-CN": "设备没有时间，按收到的时间显示",
    en: "The device has no clock; shown with the time of receipt",
  },
  device_clock_ahead: {
    "zh-CN": "设备时间偏快，按收到的时间显示",
    en: "The device's clock is ahead; shown with the time of receipt",
  },
  received_late: { "zh-CN": "之前测的，刚收到", en: "Taken earlier, received just now" },
  box_clock_corrected: {
    "zh-CN": "机顶盒时间不准，时间已校正",
    en: "The box's clock was wrong; the time was corrected",
  },
  time_unknown: {
    "zh-CN": "不知道是什么时候测的，按医院收到的时间显示",
    en: "Not known when it was taken; shown with the time when the hospital received it",
  },
  motion: { "zh-CN": "测的时候动了", en: "There was movement during the measurement" },
  cuff_loose: { "zh-CN": "袖带松了", en: "The cuff was loose" },
  irregular_pulse: { "zh-CN": "设备提示脉搏不齐", en: "The device noted an irregular pulse" },
  range_exceeded: {
    "zh-CN": "超出设备的测量范围",
    en: "Outside the range that the device measures",
  },
  position: { "zh-CN": "手臂位置不对", en: "The arm was not in the right position" },
  no_contact: { "zh-CN": "没有贴好皮肤", en: "There was no good contact with the skin" },
  sensor_problem: { "zh-CN": "传感器有问题", en: "The sensor has a problem" },
  control_solution: {
    "zh-CN": "这是质控液，不算血糖",
    en: "This was control solution, not blood",
  },
  fasting: { "zh-CN": "空腹", en: "Fasting" },
  before_meal: { "zh-CN": "餐前", en: "Before a meal" },
  after_meal: { "zh-CN": "餐后", en: "After a meal" },
  bedtime: { "zh-CN": "睡前", en: "At bedtime" },
  implausible: {
    "zh-CN": "数值不可信，没有显示",
    en: "The value can't be right and is not shown",
  },
  malformed: { "zh-CN": "数据读不出来", en: "The reading could not be understood" },
};

const OCCASIONS: readonly Mark[] = ["fasting", "before_meal", "after_meal", "bedtime"];

/** On what occasion it was measured: nothing is wrong with the value, so no sign warns of it. */
export function isOccasion(mark: Mark): boolean {
  return OCCASIONS.includes(mark);
}

/** What a reader must know beside the value, in words. */
export function markWord(mark: Mark, language: Language): string {
  return MARKS[mark][language];
}
