import type {
  PrescriptionRefusal,
  PrescriptionSheet,
  RationalUseFinding,
} from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const WORDS = {
  title: word("处方", "Prescription"),
  search: word("加药：拼音首字母或药名", "Add a medicine: initials or name"),
  searchHint: word("上下键选，回车加入", "Arrows choose, Enter adds"),
  notFound: word("目录里没有。", "Not in the formulary."),
  shippedFormulary: word(
    "示例目录，不是本院目录",
    "The example formulary, not the institution's own",
  ),
  ownFormulary: word("本院目录", "The institution's formulary"),
  notReviewed: word("检查表未经药师审核", "The table of checks was not reviewed by a pharmacist"),
  reviewed: word("本院检查表", "The institution's table of checks"),
  dose: word("每次", "Dose"),
  doseUnreadable: word(
    "“每次”只写数字，如 0.5 或 15；单位在旁边选",
    "Dose: a number only, such as 0.5 or 15; its unit is chosen beside it",
  ),
  daysUnreadable: word("“天数”要写 1 到 {max} 的整数", "Days: a whole number from 1 to {max}"),
  egfrUnreadable: word(
    "eGFR 只写数字，如 45.5；这样写检查时没有用到",
    "eGFR: a number only, such as 45.5; the checks did not use this one",
  ),
  frequency: word("用法", "How often"),
  days: word("天数", "Days"),
  note: word("嘱咐", "Note"),
  amount: word(
    "每次 {pieces}，每天 {perDay} mg，共 {total}",
    "{pieces} at one time, {perDay} mg a day, {total} in all",
  ),
  remove: word("去掉", "Remove"),
  supply: word("处方类型", "Kind"),
  supplyReason: word("延长用量的理由", "Reason for the longer supply"),
  assessment: word("评估（四周以上必填）", "Assessment (needed above four weeks)"),
  egfr: word("eGFR", "eGFR"),
  egfrUnit: word("mL/min/1.73 m²，不知道就空着", "mL/min/1.73 m²; leave empty if unknown"),
  guardian: word("监护人在场", "A guardian is present"),
  diagnoses: word("诊断", "Diagnosis"),
  checks: word("检查", "Checks"),
  checking: word("正在检查…", "Checking…"),
  clean: word("没有发现问题。仍请您自己判断。", "Nothing was found. Your judgement still counts."),
  unknown: word("缺少资料", "Not known"),
  reason: word("仍要开，理由", "Prescribe all the same, because"),
  despite: word("我知道这是禁忌，仍要开", "I know that this is contraindicated and prescribe it"),
  sign: word("签名并送药师", "Sign and send to the pharmacist"),
  "why.noLines": word("还不能签名：还没有药", "Not to be signed yet: there is no medicine"),
  "why.unfinished": word(
    "还不能签名：第 {lines} 行的“每次”或“天数”还没写好",
    "Not to be signed yet: the dose or the days of line {lines} are not written",
  ),
  "why.unchecked": word(
    "还不能签名：要等检查结果",
    "Not to be signed yet: the result of the checks is awaited",
  ),
  "why.rules": word(
    "还不能签名：上面标 ✕ 的还没解决",
    "Not to be signed yet: what is marked ✕ above is not solved",
  ),
  "why.reasons": word(
    "还不能签名：上面有警告没有写理由",
    "Not to be signed yet: a warning above has no reason",
  ),
  signing: word("正在签名…", "Signing…"),
  save: word("存草稿", "Save the draft"),
  saved: word("已存", "Saved"),
  toConfirm: word(
    "存草稿后，请患者在电视上按 OK 同意，再签名。",
    "Save the draft; the patient agrees by OK on the television; then sign.",
  ),
  confirmed: word("患者已在电视上同意", "The patient agreed on the television"),
  draftKept: word("没签名的内容存在本机", "What is not signed is kept on this computer"),
  draftFailed: word(
    "本机没能存下，请勿关闭本页",
    "It could not be kept here; don't close this page",
  ),
  replaces: word("替换被退回的处方", "Replaces the one that was sent back"),
  again: word("照此改开", "Write it anew"),
  cancel: word("作废", "Cancel it"),
  extend: word("延长到 3 天", "Extend to 3 days"),
  reasonAsk: word("理由（必填）", "Reason (needed)"),
  confirm: word("确定", "Confirm"),
  back: word("返回", "Back"),
  validUntil: word("有效至 {time}", "Good until {time}"),
  reviewedBy: word("药师 {name} {time}", "Pharmacist {name}, {time}"),
  allergyAdded: word(
    "签名后病历加了内容，正在重新审核",
    "Something was added to the record after signing; it is reviewed again",
  ),
  toldAfterDelivery: word(
    "药送到后，病历里记了过敏；家里已收到先不要吃的提示。请马上联系患者：要停药就作废，可以继续吃就写明理由。",
    "An allergy was recorded after the delivery; the home is told to take nothing. Call the patient now: cancel it to stop it, or say why it may be taken on.",
  ),
  goOn: word("可以继续吃", "It may be taken on"),
  callAboutOrder: word(
    "药可能会送到患者家：请打电话给患者家和药店，告诉他们不要吃。",
    "The medicines may reach the home: call the home and the pharmacy, and say not to take them.",
  ),
  none: word("还没有处方。", "There is no prescription yet."),
  source: word("来源", "Source"),
  noDate: word("页面未载日期", "no date on the page"),
  line: word("第 {n} 行", "Line {n}"),
  returned: word("要再看的处方", "Prescriptions to look at again"),
  open: word("打开", "Open"),
} as const;

export type PrescribingWord = keyof typeof WORDS;

export function w(key: PrescribingWord, values: Readonly<Record<string, string>> = {}): string {
  return WORDS[key][i18n.language()].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

export const SUPPLIES: Readonly<Record<PrescriptionSheet["supply"], Word>> = {
  ordinary: word("普通（7 天以内）", "Ordinary (up to 7 days)"),
  emergency: word("急诊（3 天以内）", "Emergency (up to 3 days)"),
  chronic: word("慢病或老年（写明理由）", "Chronic or elderly (with a reason)"),
  long_term: word("长期（最多 12 周）", "Long-term (up to 12 weeks)"),
};

export const SEVERITIES: Readonly<Record<RationalUseFinding["severity"], Word>> = {
  contraindicated: word("禁忌", "Contraindicated"),
  warning: word("警告", "Warning"),
  caution: word("注意", "Caution"),
};

/** What a rule asks for, said to the doctor. */
export const RULES: Readonly<Record<PrescriptionRefusal["rule"], Word>> = {
  drugs_max: word("一张处方最多 5 种药。", "A prescription has at most 5 medicines."),
  line_twice: word("同一种药写了两行。", "The same medicine stands on two lines."),
  diagnosis: word("缺少诊断。", "The diagnosis is missing."),
  supply_days: word(
    "超过 7 天：减少天数，或按慢病、老年、长期处方写明理由。",
    "More than 7 days: fewer days, or chronic, elderly or long-term with a reason.",
  ),
  emergency_days: word("急诊处方不超过 3 天。", "An emergency prescription is for at most 3 days."),
  supply_reason: word("缺少延长用量的理由。", "The reason for the longer supply is missing."),
  long_term_weeks: word(
    "超过 4 周用长期处方；长期处方最多 12 周。",
    "Above 4 weeks it is a long-term prescription, which is for at most 12.",
  ),
  long_term_class: word("这类药不能开长期处方。", "This class can't be prescribed long-term."),
  long_term_assessment: word("4 周以上缺少评估记录。", "Above 4 weeks the assessment is missing."),
  long_term_confirmation: word(
    "4 周以上须患者在电视上按键同意。",
    "Above 4 weeks the patient has to agree by key on the television.",
  ),
  controlled_drug: word(
    "麻醉药品、精神药品等特殊管理药品不能在互联网上开具。",
    "Narcotics, psychotropics and others under special control can't be prescribed online.",
  ),
  under_six: word("6 岁以下儿童须监护人在场。", "Under 6 years a guardian has to be present."),
  drug_unknown: word("目录里没有这种药。", "The formulary does not have this medicine."),
  dose_unit: word("剂量单位与这种药不符。", "The unit of the dose does not fit this medicine."),
  dose_part: word(
    "剂量不是能掰开的整片数：小数点是否写错？",
    "The dose is no whole number of parts: did the decimal point slip?",
  ),
  dose_zero: word("剂量要大于零。", "The dose must be above zero."),
  dose_too_many: word(
    "一次超过 20 片（粒）：请核对剂量。",
    "More than 20 at one time: look at the dose again.",
  ),
  no_lines: word("还没有药。", "There is no medicine yet."),
  override_missing: word("有警告没有写理由。", "A warning has no reason yet."),
};

export const inWords = (words: Word): string => words[i18n.language()];

export const advice = (finding: RationalUseFinding): string =>
  i18n.language() === "en" ? finding.adviceEn : finding.adviceZh;
