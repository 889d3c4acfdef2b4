import type { DiagnosisColumn, DiagnosisFault } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";
import { sectionWords } from "../language.ts";

const zh = {
  title: "导入诊断编码",
  back: "返回",
  text: "下载模板，填好后存成 CSV。导入会整份替换现在的清单；已经写好的病历不变。没有导入过时，用的是程序自带的起始清单（国家临床版 2.0 的常见部分）。",
  columns:
    "诊断编码（如 I10 或 I10.x00x002）和诊断名称要填；拼音码可以不填，程序按名称的读音查找。最多 60000 行，8 MB。",
  ready:
    "可以导入：{codes} 条诊断，代替所有机构现在用的 {inUse} 条，其中 {gone} 条文件里没有，导入后查不到。还没有改动清单。",
  imported: "导入完成：{codes} 条诊断，医生现在就能查到。",
  starterTitle: "程序自带的清单",
  starterText: "改回自带清单后，导入的清单不再使用；以后可以再导入。已经写好的病历不变。",
  starter: "改回自带清单",
  starterSure: "所有机构的医生马上改用程序自带的清单。确定吗？",
  starterDone: "现在用的是程序自带的清单。",
} as const;

const en: { [Key in keyof typeof zh]: string } = {
  title: "Import diagnoses",
  back: "Back",
  text: "Download the template, fill it in and save it as CSV. An import replaces the whole list; notes that were written stay as they are. Before the first import the program's own starter list is in use: the common part of the national clinical edition 2.0.",
  columns:
    "code (for example I10 or I10.x00x002) and name are needed; initials may be empty, names are found by their sounds. At most 60,000 rows and 8 MB.",
  ready:
    "Ready: {codes} diagnoses in the place of the {inUse} that all institutions use now; {gone} of those are not in the file and will not be found any more. The list has not been changed yet.",
  imported: "Imported: {codes} diagnoses; doctors find them now.",
  starterTitle: "The program's own list",
  starterText:
    "Going back takes the imported list out of use; it can be imported again. Notes that were written stay as they are.",
  starter: "Use the program's own list",
  starterSure: "The doctors of all institutions use the program's own list at once. Are you sure?",
  starterDone: "The program's own list is in use now.",
};

export const t = sectionWords({ zh, en });

const word = (chinese: string, english: string): Word => ({ "zh-CN": chinese, en: english });

export const COLUMNS: Readonly<Record<DiagnosisColumn, Word>> = {
  code: word("诊断编码", "code"),
  name: word("诊断名称", "name"),
  initials: word("拼音码", "initials"),
};

export const FAULTS: Readonly<Record<DiagnosisFault, Word>> = {
  missing: word("没有填", "Missing"),
  too_long: word("太长了", "Too long"),
  not_a_code: word(
    "不像 ICD-10 编码，例如 I10 或 I10.x00x002",
    "Not a code of ICD-10, for example I10 or I10.x00x002",
  ),
  not_initials: word("拼音码只能有字母和数字", "Initials have letters and digits only"),
  duplicate: word("和另一行重复", "The same as another row"),
  too_many_cells: word("这一行的格子比标题多", "The row has more cells than the heading"),
};
