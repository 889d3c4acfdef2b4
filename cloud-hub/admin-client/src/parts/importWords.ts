import type { ImportFileFault } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";
import { sectionWords } from "../language.ts";

/** Words of every page that takes a table. */
const zh = {
  template: "下载模板",
  chooseFile: "选择文件",
  checking: "正在检查…",
  checkedBad: "有 {count} 处要改，改好后重新选择文件。还没有改动任何登记。",
  moreFaults: "只列出前 {shown} 处。",
  row: "行",
  column: "列",
  fault: "问题",
  doImport: "导入",
  importing: "正在导入…",
  atByte: "第 {at} 个字节",
  toList: "看列表",
} as const;

const en: { [Key in keyof typeof zh]: string } = {
  template: "Download the template",
  chooseFile: "Choose a file",
  checking: "Checking…",
  checkedBad: "{count} things to correct; then choose the file again. Nothing has been changed.",
  moreFaults: "Only the first {shown} are listed.",
  row: "Row",
  column: "Column",
  fault: "Problem",
  doImport: "Import",
  importing: "Importing…",
  atByte: "byte {at}",
  toList: "Show the list",
};

export const t = sectionWords({ zh, en });

const word = (chinese: string, english: string): Word => ({ "zh-CN": chinese, en: english });

/** Why a whole file can't be read. */
export const FILE_FAULTS: Readonly<Record<ImportFileFault, Word>> = {
  empty: word("文件里没有可以导入的行。", "There is no row to import in the file."),
  encoding: word(
    "读不懂这个文件的文字编码。请在表格软件里另存为“CSV UTF-8”。",
    "The file's text can't be read. Save it as “CSV UTF-8” in the spreadsheet.",
  ),
  spreadsheet: word(
    "这是表格软件的工作簿，不是 CSV。请另存为 CSV 再选。",
    "This is a workbook, not CSV. Save it as CSV and choose that.",
  ),
  quotes: word("有一个引号没有成对。", "A quotation mark is never closed."),
  column_missing: word("缺少这一列：", "A column is missing: "),
  column_twice: word("这一列出现了两次：", "A column stands there twice: "),
  column_unknown: word("标题里有不认识的列。", "The heading has an unknown column."),
  rows: word("行数太多，请分成几个文件。", "Too many rows; divide them into several files."),
  size: word("文件太大，请分成几个文件。", "The file is too large; divide it into several."),
};
