import type { Language } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const WORDS = {
  search: word("按账号或姓名查找", "Find by login or name"),
  find: word("查找", "Find"),
  none: word("没有找到账号。", "No account was found."),
  more: word("还有更多，请写得更具体。", "There are more; please search narrower."),
  locked: word("密码或口令错太多次，锁到 {time}", "Locked until {time} after too many failures"),
  inactive: word("已停用", "Deactivated"),
  factorOn: word("有动态口令", "Second factor set"),
  factorOff: word("没有动态口令", "No second factor"),
  sessions: word("登录着 {count} 处", "Signed in at {count} places"),
  unlock: word("解锁", "Unlock"),
  endSessions: word("结束登录", "End sessions"),
  reset: word("重设动态口令", "Reset second factor"),
  resetTitle: word("重设 {name} 的动态口令？", "Reset the second factor of {name}?"),
  resetText: word(
    "请先当面或用电话确认是本人。重设后，所有登录会结束，下次登录要重新扫码。",
    "First make sure that it is really this person, face to face or by telephone. All sessions end, and the next sign-in sets up a new one.",
  ),
  link: word("新激活链接", "New activation link"),
  linkTitle: word("给 {name} 发新的激活链接？", "Make a new activation link for {name}?"),
  linkText: word(
    "用于忘了密码的人。请先当面或用电话确认是本人：谁拿到链接，谁就能定新密码。链接用过以后，以前的登录都会结束；动态口令不变。",
    "For who forgot the password. First make sure that it is really this person, face to face or by telephone: whoever has the link chooses the new password. Using it ends all sessions; the second factor stays.",
  ),
  cancel: word("取消", "Cancel"),
  loading: word("正在读取…", "Loading…"),
} as const;

export function accessDeskWord(
  key: keyof typeof WORDS,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return WORDS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
