import type { StaffColumn, StaffFault } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";
import { sectionWords } from "../language.ts";

const zh = {
  title: "从表格导入人员",
  back: "返回人员",
  text: "先下载模板，用表格软件填好，存成 CSV。执业证书编号一列请设成“文本”格式。",
  columns:
    "身份写 医生、药师 或 登记员；管理员请一个一个建。机构写全名。职称、科室、执业证书编号和从哪年执业只给医生填，都要填。机构同意互联网诊疗也只给医生填 是 或 否，空着算否。最多 500 行。",
  ready: "可以导入：{members} 位人员。还没有建任何账号。",
  imported: "导入完成：{members} 位人员。请在人员页给每人发激活链接。",
} as const;

const en: { [Key in keyof typeof zh]: string } = {
  title: "Import staff",
  back: "Back to the staff",
  text: "Download the template, fill it in with a spreadsheet and save it as CSV. Format the column of certificate numbers as text.",
  columns:
    "kind is doctor, pharmacist or registrar; administrators are made one by one. institution is its full name. Title, department, certificate number and year are for doctors alone, who need all four. So is whether the institution agrees to practice online; empty means no. At most 500 rows.",
  ready: "Ready: {members} members of staff. No account has been made yet.",
  imported:
    "Imported: {members} members of staff. Give each of them an activation link on the staff page.",
};

export const t = sectionWords({ zh, en });

const word = (chinese: string, english: string): Word => ({ "zh-CN": chinese, en: english });

export const COLUMNS: Readonly<Record<StaffColumn, Word>> = {
  kind: word("身份", "kind"),
  name: word("姓名", "name"),
  login: word("账号", "login"),
  institution: word("机构", "institution"),
  title: word("职称", "title"),
  department: word("科室", "department"),
  licence: word("执业证书编号", "licence"),
  practising_since: word("从哪年执业", "practising_since"),
  internet_practice: word("机构同意互联网诊疗", "internet_practice"),
};

export const FAULTS: Readonly<Record<StaffFault, Word>> = {
  missing: word("没有填", "Missing"),
  too_long: word("太长了", "Too long"),
  not_a_kind: word("请写 医生、药师 或 登记员", "Write doctor, pharmacist or registrar"),
  not_a_login: word(
    "账号只能有小写字母、数字、点、横线、@，至少两个",
    "A login has lower-case letters, digits, dots, dashes and @; at least two",
  ),
  institution_unknown: word("没有叫这个名字、在用的机构", "No institution in use is called this"),
  not_a_department: word(
    "请写 全科、心内科、内分泌科、呼吸科 或 神经内科",
    "Write general, cardiology, endocrinology, respiratory or neurology",
  ),
  department_not_there: word("这个机构没有这个科室", "That institution has no such department"),
  not_a_licence: word(
    "编号应是 5 到 32 个字母或数字；表格软件可能改过它",
    "It has 5 to 32 letters or digits; the spreadsheet may have changed it",
  ),
  not_a_year: word("请写一个年份，例如 2008", "Write a year, for example 2008"),
  not_yes_or_no: word("请写 是 或 否", "Write yes or no"),
  doctors_only: word("只有医生填这一列，请留空", "Only doctors have this; leave it empty"),
  duplicate: word("和另一行重复", "The same as another row"),
  login_taken: word("这个账号已经有人用", "This login is taken"),
  licence_taken: word("这个编号已经登记在另一位医生名下", "This number belongs to another doctor"),
  too_many_cells: word("这一行的格子比标题多", "The row has more cells than the heading"),
};
