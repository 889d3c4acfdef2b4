import type { Language, Problem } from "@wuduan/contract/messages.ts";
import type { Word } from "./words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

/** The rules of the hub by their ids, as a refusal names them. */
const RULES: Readonly<Record<string, Word>> = {
  "no-first-visit": word("首诊不能只在线上进行", "A first visit can't be held online alone"),
  "follow-up-evidence": word(
    "复诊要有线下诊断的凭据",
    "A follow-up needs evidence of a diagnosis made in person",
  ),
  "family-doctor-contract": word(
    "家庭医生签约要在有效期内",
    "The family doctor's contract must be in force",
  ),
  "local-doctor-present": word("病人身边要有当地医生", "A local doctor must be with the patient"),
  "young-child": word(
    "低龄儿童要有监护人和相关专业医师陪伴",
    "A young child needs a guardian and a physician of the specialty",
  ),
  "doctor-years": word(
    "您的独立临床工作年限还不够",
    "You have not practised independently for long enough",
  ),
  "doctor-consent": word(
    "您的机构还没有同意您开展互联网诊疗",
    "Your institution has not agreed to your practising online",
  ),
  "remote-invitation": word("远程医疗邀请要写全", "An invitation to telemedicine must be complete"),
  "remote-agreement": word(
    "两家机构之间要有协议（同属一个医联体的视为已有，这一点待核）",
    "The two institutions need an agreement (a common consortium counts as one; this is to be confirmed)",
  ),
  "remote-consent": word(
    "远程医疗要患者或监护人、近亲属书面同意（按键同意是否算书面，待核）",
    "Telemedicine needs the written consent of patient, guardian or near relative (whether a key is enough: unconfirmed)",
  ),
  "remote-doctor-years": word(
    "受邀医师的独立临床工作年限还不够",
    "The invited doctor has not practised independently for long enough",
  ),
  "prescription-signature": word(
    "处方内容和医生签名的不一样，不能审核，也不能取药",
    "The prescription is not what its doctor signed and can't be reviewed or dispensed",
  ),
};

/** What a rule asks for, by the words of a refusal. */
const MISSING: Readonly<Record<string, Word>> = {
  "earlier-visit": word(
    "当面诊断过的凭据；没有的话，请有当地医生在场，或由基层机构发起远程医疗",
    "evidence that somebody saw the patient in person; without it, have a local doctor present or let the first-contact institution invite another",
  ),
  institution: word("机构", "the institution"),
  on: word("日期", "the day"),
  "on-in-future": word("日期不能在今天之后", "a day that is not in the future"),
  "on-before-birth": word("日期不能早于病人出生", "a day after the patient's birth"),
  diagnosis: word("当时的诊断", "the diagnosis made then"),
  until: word("签约到期日", "the end of the contract"),
  "contract-ended": word("还在有效期内的签约", "a contract that has not ended"),
  present: word("在场医生的姓名和机构", "name and institution of the doctor present"),
  guardian: word("陪同的监护人", "the guardian who takes part"),
  physician: word("在场的相关专业医师", "the physician of the specialty who is present"),
  "practising-since": word(
    "从哪一年开始执业（请系统管理员登记）",
    "the year of beginning to practise (the system administrator registers it)",
  ),
  "years-of-practice": word("足够的执业年限", "enough years of practice"),
  "internet-consent": word(
    "所在机构的同意（请系统管理员登记）",
    "the institution's agreement (the system administrator registers it)",
  ),
  reason: word("事由", "the reason"),
  purpose: word("目的", "the purpose"),
  schedule: word("时间安排", "the schedule"),
  "case-summary": word("病历摘要", "the case summary"),
  specialty: word("拟邀医师专业", "the specialty"),
  title: word("拟邀医师职称", "the title"),
  agreement: word("协议", "the agreement"),
  consent: word("同意", "consent"),
  medicine: word("药品", "a medicine"),
  "prescribed-diagnosis": word("诊断", "the diagnosis"),
  "supply-reason": word("延长用量的理由", "the reason for the longer supply"),
  assessment: word("评估记录", "the assessment"),
  "patient-key": word("病人在电视上按键同意", "the patient's agreement by key on the television"),
  "override-reason": word("对警告写明的理由", "a reason for each warning"),
  "valid-prescription": word("有效期内的处方", "a prescription that is in date"),
  "signed-text": word(
    "医生签过名的内容（请医生作废后重新开）",
    "the text that was signed (the doctor has to cancel it and write another)",
  ),
  "signed-review": word(
    "药师签过名的审核（请医生作废后重新开）",
    "a pharmacist's signed approval (the doctor has to cancel it and write another)",
  ),
};

/**
 * Why a rule forbids it: the rule, what is missing, and where it stands.
 *
 * @param sentence of the problem, for a rule that has no words of its own
 */
export function ruleSentence(problem: Problem, language: Language, sentence: string): string {
  const english = language === "en";
  const rule = RULES[problem.rule ?? ""]?.[language] ?? sentence.replace(/[。.]$/, "");
  const missing = (problem.missing ?? [])
    .map((each) => MISSING[each]?.[language] ?? each)
    .join(english ? ", " : "、");
  const parts = english
    ? [rule, missing && `missing: ${missing}`, problem.source && `source: ${problem.source}`]
    : [rule, missing && `还缺：${missing}`, problem.source && `依据：${problem.source}`];
  return parts.filter(Boolean).join(english ? "; " : "；") + (english ? "." : "。");
}
