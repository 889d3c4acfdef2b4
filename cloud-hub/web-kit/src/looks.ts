import type { Language, LookKind, LookPage } from "@wuduan/contract/messages.ts";
import type { Word } from "./words.ts";

export type Look = LookPage["looks"][number];

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const DONE: Readonly<Record<LookKind, Word>> = {
  vitals: word("看了测量", "looked at the measurements"),
  request: word("看到了看诊请求和最近的测量", "saw the request and the newest measurements"),
  consultation: word("看了看诊的内容", "looked at a consultation"),
  prescription: word("看了处方", "looked at a prescription"),
  care: word("在看诊里做了事", "did something in a consultation"),
  registration: word("看了或改了登记资料", "looked at or changed the registration"),
  id_number: word("看了完整的身份证号", "looked at the whole ID number"),
  record: word("看了病历", "looked at the medical record"),
  record_change: word("写了或改了病历", "wrote into the medical record"),
  consent_withdrawn: word("撤回了看诊同意", "took back the consent to a consultation"),
};

const KINDS: Readonly<Record<Look["kind"], Word>> = {
  doctor: word("医生", "Doctor"),
  family: word("家人", "Family"),
  pharmacist: word("药师", "Pharmacist"),
  registrar: word("登记员", "Registrar"),
  administrator: word("管理员", "Administrator"),
  box: word("电视", "Television"),
};

/** What was looked at or done, in plain words. */
export const lookWords = (look: Look, language: Language): string => DONE[look.what][language];

/** Who somebody is to the patient: 主治医师 全科 · 清河镇卫生院, or 儿子. */
export function lookerWords(look: Look, language: Language): string {
  const rank = look.title ?? look.relation ?? KINDS[look.kind][language];
  return look.institution === undefined ? rank : `${rank} · ${look.institution}`;
}
