import type { RationalUseFinding } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const WORDS = {
  title: word("处方审核", "Prescriptions to review"),
  purpose: word(
    "看处方、检查结果和医生写的理由，通过或退回。",
    "See prescriptions, checks and the doctor's reasons; approve or send back.",
  ),
  none: word("没有等待审核的处方。", "No prescription waits."),
  waiting: word("{count} 张等待审核", "{count} waiting"),
  decided: word("最近审核的", "Reviewed last"),
  diagnosis: word("诊断", "Diagnosis"),
  doctor: word("开方医生", "Prescribed by"),
  validUntil: word("有效至 {time}", "Good until {time}"),
  supplyReason: word("延长用量的理由", "Reason for the longer supply"),
  assessment: word("评估", "Assessment"),
  egfr: word("eGFR", "eGFR"),
  again: word(
    "医生签名后，病历里加了新的内容（如过敏）。请重新审核。",
    "Something (such as an allergy) was added to the record after the doctor signed. Review it again.",
  ),
  orderUnderWay: word(
    "药店可能已备药或送出：请马上打电话给药店和病人家。",
    "The pharmacy may have prepared or sent it: call the pharmacy and the home at once.",
  ),
  withdrawing: word(
    "正在请药店撤单，药店还没有答复：请马上打电话给药店和病人家。",
    "The pharmacy is asked to withdraw it and has not answered yet: call the pharmacy and the home at once.",
  ),
  withdrawn: word("药店已撤单，不会送药。", "The pharmacy has withdrawn it; nothing will come."),
  tooLate: word(
    "来不及撤单，药已送出：请马上打电话给病人家，告诉他们不要吃。",
    "Too late to withdraw it, it was sent: call the home at once, and say not to take it.",
  ),
  reasonOfDoctor: word("医生的理由", "The doctor's reason"),
  despite: word("医生明知禁忌", "The doctor knows that it is contraindicated"),
  noReason: word("签名时还没有这条警告", "This warning was not there when it was signed"),
  notReviewed: word("检查表未经药师审核", "The table of checks was not reviewed by a pharmacist"),
  source: word("来源", "Source"),
  noDate: word("页面未载日期", "no date on the page"),
  approve: word("通过并签名", "Approve and sign"),
  reject: word("退回", "Send back"),
  reason: word("退回的理由（必填）", "Reason for sending back (needed)"),
  rejectNow: word("退回并签名", "Send back and sign"),
  back: word("返回", "Back"),
  toAccount: word("去设好签名密钥", "Set up the signing key"),
  unknown: word("缺少资料", "Not known"),
  days: word("{days} 天", "{days} days"),
  tables: word("药品目录与检查表", "Formulary and table of checks"),
  tablesPurpose: word("导入本院的药品目录和合理用药表。", "Bring the institution's own tables."),
  formulary: word("导入药品目录", "Bring a formulary"),
  rationalUse: word("导入合理用药表", "Bring a table of rational use"),
  tableText: word(
    "先检查，什么也不改；没有错误才能导入，整张表生效。",
    "Checked first, which changes nothing; only a table without a fault is brought, as a whole.",
  ),
  tableColumns: word(
    "第一行是列名，模板里有。合理用药表每行必须写来源、章节和地址。",
    "The first row has the headings of the template. Each row of checks needs its source, section and address.",
  ),
  ready: word("{rows} 行，可以导入。", "{rows} rows, ready."),
  imported: word(
    "已导入 {rows} 行，现在起生效。",
    "{rows} rows were brought; they count from now on.",
  ),
} as const;

export function w(
  key: keyof typeof WORDS,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return WORDS[key][i18n.language()].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

export const SEVERITIES: Readonly<Record<RationalUseFinding["severity"], Word>> = {
  contraindicated: word("禁忌", "Contraindicated"),
  warning: word("警告", "Warning"),
  caution: word("注意", "Caution"),
};

export const inWords = (words: Word): string => words[i18n.language()];
