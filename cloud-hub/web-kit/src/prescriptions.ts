import type {
  HomePrescription,
  Medicine,
  PharmacyOrder,
  Prescription,
  PrescriptionLine,
  Quantity,
} from "@wuduan/contract/messages.ts";
import type { Word } from "./words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

export const FREQUENCIES: Readonly<Record<PrescriptionLine["frequency"], Word>> = {
  once_daily: word("每天 1 次", "once a day"),
  twice_daily: word("每天 2 次", "twice a day"),
  three_times_daily: word("每天 3 次", "three times a day"),
  four_times_daily: word("每天 4 次", "four times a day"),
  at_bedtime: word("每晚睡前", "at bedtime"),
  every_other_day: word("隔天 1 次", "every other day"),
  weekly: word("每周 1 次", "once a week"),
};

export const PRESCRIPTION_STATES: Readonly<
  Record<Prescription["state"] | HomePrescription["state"], Word>
> = {
  draft: word("草稿", "Draft"),
  to_confirm: word("等您确认", "Waits for your agreement"),
  awaiting_review: word("等药师审核", "Waits for the pharmacist"),
  approved: word("药师已通过", "Approved by the pharmacist"),
  rejected: word("药师退回", "Sent back by the pharmacist"),
  cancelled: word("已作废", "Cancelled"),
  dispensed: word("药已送到", "Delivered"),
  stop: word("先不要吃", "Don't take it"),
  expired: word("已过有效期", "Out of date"),
};

export const PHARMACY_STATES: Readonly<Record<PharmacyOrder["state"], Word>> = {
  placing: word("正在联系药店", "Asking the pharmacy"),
  preparing: word("药店正在备药", "The pharmacy is preparing it"),
  shipped: word("药在路上", "On its way"),
  delivered: word("药已送到", "Delivered"),
  out_of_stock: word("药店缺货，可以稍后再试", "Out of stock; try again later"),
  refused: word("药店不能发这张处方", "The pharmacy can't dispense this one"),
  unreachable: word("联系不上药店，可以再试一次", "The pharmacy can't be reached; try again"),
  withdrawing: word(
    "正在请药店撤单，药店还没有答复",
    "The pharmacy is asked to withdraw it and has not answered yet",
  ),
  withdrawn: word("药店已撤单，不会送药", "The pharmacy has withdrawn it; nothing will come"),
  too_late: word("来不及撤单，药已送出", "Too late to withdraw it: it was sent"),
};

const NOT_WITH_IT: readonly PharmacyOrder["state"][] = ["refused", "out_of_stock", "withdrawn"];

/** Whether a pharmacy was asked for it and may still bring it, or has brought it. */
export const pharmacyMayHave = ({ order }: Pick<Prescription, "order">): boolean =>
  order !== undefined && !NOT_WITH_IT.includes(order.state);

const STOPPED: Readonly<Partial<Record<PharmacyOrder["state"], Word>>> = {
  withdrawing: word(
    "正在请药店撤单，药店还没有答复。药送到了也请不要吃。",
    "The pharmacy is asked to withdraw it and has not answered yet. Don't take it, even if it comes.",
  ),
  withdrawn: word(
    "药店已撤单，这些药不会送来。",
    "The pharmacy has withdrawn it: these medicines won't come.",
  ),
  too_late: word(
    "来不及撤单，药已送出。请不要吃，马上打电话给药店或医生。",
    "Too late to withdraw it: the medicines were sent. Don't take them; call the pharmacy or the doctor at once.",
  ),
};

/** Said to the home about medicines that were ordered and may not be taken; nothing of all others. */
export function stopWord({ state, order }: HomePrescription): Word | undefined {
  if (!order || state === "approved" || state === "dispensed") return undefined;
  return STOPPED[order.state];
}

export const PHARMACY_REFUSALS: Readonly<Record<NonNullable<PharmacyOrder["refusal"]>, Word>> = {
  expired: word("处方已过有效期。", "The prescription is out of date."),
  duplicate: word("这张处方已经下过单。", "This prescription was ordered already."),
  not_approved: word("处方正在重新审核。", "The prescription is being reviewed again."),
  unknown_drug: word("药店没有这种药。", "The pharmacy does not have this medicine."),
  other: word("药店没有说明原因。", "The pharmacy gave no reason."),
};

const UNITS: Readonly<Record<string, Word>> = {
  "{tbl}": word("片", "tablets"),
  "{cap}": word("粒", "capsules"),
  mL: word("毫升", "mL"),
};

/** For example 2 片; halves are said as people say them. */
export function piecesWord({ value, unit }: Quantity, language: keyof Word): string {
  const name = UNITS[unit]?.[language] ?? unit;
  if (value === "0.5") return language === "en" ? `half a ${name.replace(/s$/, "")}` : `半${name}`;
  if (value === "1" && language === "en") return `1 ${name.replace(/s$/, "")}`;
  if (value === "1.5" && unit === "{tbl}" && language === "zh-CN") return "1 片半";
  return `${value} ${name}`;
}

/** A dose as it was prescribed: 15 mg, or 1 片. */
export function doseWord(dose: Quantity, language: keyof Word): string {
  return dose.unit in UNITS
    ? piecesWord(dose, language)
    : `${dose.value} ${MASS[dose.unit] ?? dose.unit}`;
}

/** UCUM as it is read on paper; the others are written the same. */
const MASS: Readonly<Record<string, string>> = { ug: "μg" };

/** What is taken at one time: 3 片（15 mg）, or 1 片 where it was prescribed by the piece. */
export function takenWord(dose: Quantity, pieces: Quantity, language: keyof Word): string {
  const taken = piecesWord(pieces, language);
  if (dose.unit === pieces.unit) return taken;
  const prescribed = doseWord(dose, language);
  return language === "en" ? `${taken} (${prescribed})` : `${taken}（${prescribed}）`;
}

/** How a medicine is taken, in one plain sentence: 每天 1 次，早上 08:00，每次 1 片. */
export function takingSentence(medicine: Medicine, language: keyof Word): string {
  const how = FREQUENCIES[medicine.frequency][language];
  const times = medicine.times.join(language === "en" ? ", " : "、");
  const pieces = piecesWord(medicine.pieces, language);
  return language === "en"
    ? `${pieces}, ${how}, at ${times}, for ${medicine.days} days`
    : `${how}，${times}，每次 ${pieces}，共 ${medicine.days} 天`;
}

/** 18.50 元; the currency is said unless it is the usual one. */
export function moneyWord(
  money: NonNullable<PharmacyOrder["price"]>,
  language: keyof Word,
): string {
  const amount = (money.minor / 100).toFixed(2);
  if (money.currency !== "CNY") return `${amount} ${money.currency}`;
  return language === "en" ? `¥${amount}` : `${amount} 元`;
}
