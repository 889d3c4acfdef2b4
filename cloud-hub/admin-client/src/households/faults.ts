import type { ImportColumn, ImportFault, Language, Problem } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

/** What is wrong with one field, as a form or a list of faulty rows says it. */
export const FAULTS: Readonly<Record<ImportFault, Word>> = {
  missing: word("没有填", "Missing"),
  too_long: word("太长了", "Too long"),
  not_a_name: word(
    "不像姓名（至少两个字，少数民族姓名用 · 隔开）",
    "Not a name (at least two characters)",
  ),
  not_a_phone: word(
    "不是手机号，也不是带区号的固定电话",
    "Neither a mobile number nor one with an area code",
  ),
  not_a_sex: word("请写 男、女 或 未知", "Write male, female or unknown"),
  not_a_date: word("没有这一天，请写成 1947-03-05", "No such day; write it as 1947-03-05"),
  born_in_future: word("出生日期在今天以后", "The date of birth lies in the future"),
  length: word("身份证号应有 18 位", "An ID number has 18 characters"),
  characters: word("有不该有的字符", "It has characters that do not belong there"),
  region: word("前两位不是任何省份", "The first two digits are no province"),
  birth_date: word("第 7 到 14 位不是日期", "Digits 7 to 14 are no date"),
  check_digit: word("校验位不对，有一位写错了", "The check digit is wrong: one digit was mistyped"),
  rounded_by_spreadsheet: word(
    "表格软件把号码变成了科学计数，请把这一列设成文本再填",
    "The spreadsheet rounded the number; format the column as text and enter it again",
  ),
  sex_differs: word("和身份证号里的性别不一致", "Differs from the sex in the ID number"),
  birth_date_differs: word(
    "和身份证号里的出生日期不一致",
    "Differs from the date of birth in the ID number",
  ),
  number_and_reason: word(
    "有身份证号就不用写原因",
    "There is an ID number, so no reason is needed",
  ),
  not_a_reason: word(
    "请写 未带、遗失、未办理、其他证件 或 不愿提供",
    "Write not_at_hand, lost, never_issued, foreign_papers or declined",
  ),
  duplicate: word("和另一行重复", "The same as another row"),
  already_registered: word("这个身份证号已经登记过", "This ID number is registered already"),
  household_registered: word(
    "这一家已经登记过，请在它的页面上加患者",
    "This household is registered already; add patients on its page",
  ),
  differs_within_household: word(
    "和同一家的其他行不一致",
    "Differs from other rows of the household",
  ),
  household_full: word("一家最多 40 位患者", "A household has at most 40 patients"),
  too_many_cells: word("这一行的格子比标题多", "The row has more cells than the heading"),
};

export const COLUMNS: Readonly<Record<ImportColumn, Word>> = {
  household: word("户名", "household"),
  address: word("地址", "address"),
  phone: word("联系电话", "phone"),
  name: word("姓名", "name"),
  sex: word("性别", "sex"),
  birth_date: word("出生日期", "birth_date"),
  id_number: word("身份证号", "id_number"),
  id_number_absent: word("无号原因", "id_number_absent"),
};

/** What the refusal says of this field of a form, if it is about it. */
export function faultOf(
  problem: Problem | null,
  field: string,
  language: Language,
): string | undefined {
  if (problem?.field !== field) return undefined;
  const fault = Object.entries(FAULTS).find(([name]) => name === problem.detail);
  return (fault?.[1] ?? FAULTS.characters)[language];
}
