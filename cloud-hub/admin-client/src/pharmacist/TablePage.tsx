import type { DrugTableReport } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";
import { useOffice } from "../office.tsx";
import { ImportFile, type Kind } from "../parts/ImportFile.tsx";
import { hrefOf } from "../route.ts";
import { w } from "./words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });
const PATH = "/api/drug-tables";
type RowFault = DrugTableReport["faults"][number];

const FAULTS: Readonly<Record<RowFault["fault"], Word>> = {
  missing: word("没有填", "missing"),
  unreadable: word("读不懂", "can't be read"),
  too_long: word("太长", "too long"),
  twice: word("和另一行重复", "stands in another row"),
  unknown: word("没有这一种", "no such choice"),
};

const COLUMNS: Readonly<Record<string, Word>> = {
  code: word("药品编码", "Code"),
  name_zh: word("通用名", "Name"),
  name_en: word("英文名", "English name"),
  pinyin: word("拼音首字母", "Initials"),
  ingredients: word("成分", "Ingredients"),
  classes: word("类别", "Classes"),
  form: word("剂型", "Form"),
  strength: word("规格", "Strength"),
  smallest_part: word("最小可分", "Smallest part"),
  control: word("管理类别", "Control"),
  route: word("给药途径", "Route"),
  row_id: word("行号", "Row"),
  kind: word("检查种类", "Kind"),
  subject: word("药品成分", "Subject"),
  object: word("对象", "Object"),
  limit: word("限值", "Limit"),
  severity: word("程度", "Severity"),
  advice_zh: word("提示", "Advice"),
  advice_en: word("英文提示", "English advice"),
  source_title: word("来源", "Source"),
  source_section: word("章节", "Section"),
  source_date: word("日期", "Date"),
  source_address: word("来源地址", "Address"),
};

/** The institution's own formulary, or its own table of rational use. */
export function TablePage({ kind }: { kind: "formulary" | "rational_use" }) {
  const { commands } = useOffice();
  const other = kind === "formulary" ? "rational_use" : "formulary";
  const titleOf = (of: typeof kind) => w(of === "formulary" ? "formulary" : "rationalUse");
  const table: Kind<string, RowFault["fault"], DrugTableReport> = {
    title: titleOf(kind),
    text: w("tableText"),
    columnsText: w("tableColumns"),
    back: { href: hrefOf("drug-tables", other), word: titleOf(other) },
    template: { href: `${PATH}/${kind}/template`, file: `${kind}.csv` },
    columns: COLUMNS as Kind<string, RowFault["fault"], DrugTableReport>["columns"],
    faults: FAULTS,
    ready: ({ rows }) => w("ready", { rows }),
    imported: ({ rows }) => w("imported", { rows }),
    check: (file) => commands.send<DrugTableReport>("POST", `${PATH}/${kind}/check`, file),
    run: (file, sha256) => commands.send("POST", `${PATH}/${kind}?checked=${sha256}`, file),
  };
  return <ImportFile key={kind} kind={table} />;
}
