import type { Language, TrailLine, TrailVerdict } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

export const TRAIL_KINDS: Readonly<Record<TrailLine["kind"], Word>> = {
  write: word("操作", "Change"),
  opening: word("查看", "Opening"),
  denial: word("被拒绝", "Denied"),
  sign_in: word("登录", "Sign-in"),
  sign_in_failure: word("登录失败", "Failed sign-in"),
};

export const FAULTS: Readonly<Record<NonNullable<TrailVerdict["fault"]>, Word>> = {
  entry_changed: word("第 {number} 条被改过。", "Entry {number} was changed."),
  entry_taken_away: word("第 {number} 条被删掉了。", "Entry {number} was taken away."),
  entry_put_in: word(
    "第 {number} 条是后来塞进去的。",
    "Entry {number} was put in past the system.",
  ),
  seal_changed: word("第 {number} 个封存被改过。", "Seal {number} was changed."),
  seal_taken_away: word("第 {number} 个封存被删掉了。", "Seal {number} was taken away."),
  end_cut_off: word(
    "数据库外保存的第 {number} 个封存不在记录里：结尾被截断、整个重做，或恢复了旧的备份。",
    "Seal {number}, kept outside the database, is not in the trail: its end was cut off, all of it made anew, or an older copy brought back.",
  ),
  anchor_unreadable: word(
    "数据库外的封存文件读不出来。",
    "The seal outside the database can't be read.",
  ),
};

const WORDS = {
  title: word("审计记录", "Audit trail"),
  verify: word("校验整个记录", "Verify the whole trail"),
  verifying: word("正在校验…", "Verifying…"),
  whole: word(
    "完好。{entries} 条记录，{seals} 个封存，{waiting} 条等待封存。",
    "Whole. {entries} entries under {seals} seals; {waiting} wait for theirs.",
  ),
  notAnchored: word(
    "数据库外没有保存封存，结尾被截断时看不出来。",
    "No seal is kept outside the database: a cut-off end would not be seen.",
  ),
  broken: word("记录被动过！", "The trail was tampered with!"),
  kind: word("种类", "Kind"),
  all: word("全部", "All"),
  about: word("只看：{who}", "Only about {who}"),
  clear: word("看全部", "Show all"),
  when: word("时间", "When"),
  who: word("谁", "Who"),
  what: word("做了什么", "What"),
  object: word("对象", "About"),
  operator: word("本机的运维命令", "a command on the machine itself"),
  nobody: word("没有这个账号", "no such account"),
  none: word("没有记录。", "There are no entries."),
  older: word("更早的", "Older"),
  loading: word("正在读取…", "Loading…"),
} as const;

export function trailWord(
  key: keyof typeof WORDS,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return filled(WORDS[key][language], values);
}

export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
