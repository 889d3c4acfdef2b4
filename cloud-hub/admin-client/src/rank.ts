import type { AdministratorRole, Language, Me } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

export const ROLES: Readonly<Record<AdministratorRole, Word>> = {
  system: word("系统管理员", "System administrator"),
  security: word("安全管理员", "Security administrator"),
  audit: word("审计管理员", "Audit administrator"),
};

export const KINDS: Readonly<Record<Me["kind"], Word>> = {
  administrator: word("管理员", "Administrator"),
  doctor: word("医生", "Doctor"),
  pharmacist: word("药师", "Pharmacist"),
  registrar: word("登记员", "Registrar"),
  family: word("家人", "Family"),
  box: word("机顶盒", "Box"),
};

/** What somebody is here, and where: 登记员 · 清河镇卫生院. */
export function rankWord(
  me: Pick<Me, "kind" | "role" | "institution">,
  language: Language,
): string {
  const rank = me.role ? ROLES[me.role] : KINDS[me.kind];
  return me.institution ? `${rank[language]} · ${me.institution.name}` : rank[language];
}
