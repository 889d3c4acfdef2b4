import type { Language, PrescriptionSheet } from "@wuduan/contract/messages.ts";
import { wordsIn } from "../i18n.ts";
import type { Checked } from "../prescriptionPaper.ts";
import type { Word } from "../words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const DICTIONARIES = {
  zh: {
    print: "打印处方笺",
    title: "处方笺",
    number: "处方编号 {id}",
    name: "姓名",
    sex: "性别",
    age: "年龄 {age} 岁",
    department: "科别",
    issued: "开具日期",
    diagnosis: "诊断",
    amount: "共 {total}",
    asking: "正在验签…",
    each: "每次 {taken}",
    days: "{days} 天",
    supplyReason: "延长用量的理由",
    assessment: "评估",
    override: "医师理由",
    extended: "延长有效期的理由",
    doctor: "医师",
    pharmacist: "审核药师",
    notReviewed: "未审核",
    signed: "{name} {at} 电子签名，密钥指纹",
    unsigned: "{name} {at}，没有签名",
    validUntil: "有效至",
    dispensing: "调配（签名）__________ 核对、发药（签名）__________",
    printed: "{at} 打印，以上是打印时的情况；之后可能被作废或重新审核，调配前请核实。",
  },
  en: {
    print: "Print the prescription",
    title: "Prescription",
    number: "No. {id}",
    name: "Name",
    sex: "Sex",
    age: "Age {age}",
    department: "Department",
    issued: "Issued",
    diagnosis: "Diagnosis",
    amount: "{total} in all",
    asking: "Verifying…",
    each: "{taken} each time",
    days: "for {days} days",
    supplyReason: "Reason for the longer supply",
    assessment: "Assessment",
    override: "The doctor's reason",
    extended: "Reason for the longer validity",
    doctor: "Doctor",
    pharmacist: "Reviewing pharmacist",
    notReviewed: "not reviewed",
    signed: "Signed electronically by {name}, {at}; key",
    unsigned: "{name}, {at}, not signed",
    validUntil: "Good until",
    dispensing: "Prepared by __________  Checked and handed out by __________",
    printed:
      "Printed {at}, as it was then. It may have been cancelled or put under review since: ask before dispensing.",
  },
} as const;

export const paperWords = (language: Language) =>
  wordsIn({ language: () => language })(DICTIONARIES);

export const SUPPLIES_ON_PAPER: Readonly<Record<PrescriptionSheet["supply"], Word>> = {
  ordinary: word("普通处方", "Ordinary"),
  emergency: word("急诊处方", "Emergency"),
  chronic: word("慢病、老年处方", "Chronic or elderly"),
  long_term: word("长期处方", "Long-term"),
};

/** What was found of a signature when the paper was printed. */
export const CHECKED: Readonly<Record<Checked, Word>> = {
  holds: word("打印时验签有效", "valid when printed"),
  broken: word("验签无效", "NOT VALID"),
  unknown: word("未能验签", "not verified"),
};
