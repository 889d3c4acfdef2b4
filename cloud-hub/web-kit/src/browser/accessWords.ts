import type { Language, OpenSession } from "@wuduan/contract/messages.ts";
import type { Word } from "../words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

/** What every client says around the second factor and the own account. */
const WORDS = {
  "code.title": word("请输入动态口令", "Enter the code"),
  "code.text": word(
    "打开手机上的验证器，输入“五端”下面的六位数字。",
    "Open the authenticator on your phone and enter the six digits shown for 五端.",
  ),
  "code.label": word("六位数字", "Six digits"),
  "code.submit": word("继续", "Continue"),
  "code.busy": word("请稍等…", "One moment…"),
  "code.wrong": word(
    "口令不对，或者已经用过。请等下一个口令。",
    "This code is wrong or was used already; please wait for the next one.",
  ),
  "code.recoveryTitle": word("请输入恢复码", "Enter a recovery code"),
  "code.recoveryText": word(
    "手机不在身边？输入一个恢复码，每个只能用一次。恢复码也没有？请安全管理员重设。",
    "Phone not at hand? Enter one of your recovery codes; each works once. None left? Ask the security administrator for a reset.",
  ),
  "code.recoveryWrong": word(
    "恢复码不对，或者已经用过。请换一个。",
    "This recovery code is wrong or was used already; please take another one.",
  ),
  "code.locked": word(
    "等不及？请安全管理员解锁。",
    "Can't wait? Ask the security administrator to unlock you.",
  ),
  "code.recoveryLabel": word("恢复码", "Recovery code"),
  "code.useRecovery": word("用恢复码", "Use a recovery code"),
  "code.usePhone": word("用手机口令", "Use the phone"),
  "code.back": word("返回", "Back"),
  "enrol.title": word("设置动态口令", "Set up your second factor"),
  "enrol.text": word(
    "您的账号除了密码，还要用手机上的口令。请用验证器应用扫这个码，再输入它显示的六位数字。",
    "Besides the password, your account needs a code from your phone. Scan this with an authenticator app, then enter the six digits that it shows.",
  ),
  "enrol.qr": word("验证器要扫的二维码", "QR code for the authenticator app"),
  "enrol.manual": word(
    "扫不了？手工输入密钥（没有数字 0 和 1）：",
    "Can't scan? Type this key (it has no digits 0 and 1):",
  ),
  "enrol.wrong": word(
    "口令不对。如果重新打开过这个页面，请删掉旧的，重新扫现在这个码；再看看手机的时间准不准。",
    "The code is wrong. If you have opened this page anew, delete the old entry and scan the code shown now; and check that your phone's clock is right.",
  ),
  "codes.title": word("请抄下恢复码", "Write these recovery codes down"),
  "codes.text": word(
    "手机丢了或坏了，用其中一个登录，每个只能用一次。以后不再显示；丢了可以在“账号与安全”里换一批。里面没有数字 0 和 1。",
    "If your phone is lost or broken, each of these lets you in once. They are not shown again; under Account and security you can make new ones. None has a digit 0 or 1.",
  ),
  "codes.done": word("我抄好了", "I have written them down"),
  "own.title": word("账号与安全", "Account and security"),
  "own.password": word("密码", "Password"),
  "own.current": word("现在的密码", "Present password"),
  "own.fresh": word("新密码", "New password"),
  "own.rule": word(
    "至少十个字符，不要用账号、姓名或常见的密码。改了以后，其他地方的登录都会结束。",
    "At least 10 characters, not your login, your name or a common password. Everywhere else you will be signed out.",
  ),
  "own.change": word("修改密码", "Change password"),
  "own.changed": word("密码已改。", "Your password is changed."),
  "own.wrongPassword": word("现在的密码不对。", "The present password is wrong."),
  "own.factor": word("动态口令", "Second factor"),
  "own.factorOn": word("已开启，还有 {count} 个恢复码。", "On; {count} recovery codes left."),
  "own.factorOff": word(
    "没有开启。开启后，别人知道密码也进不来。",
    "Off. With it, a stolen password alone lets nobody in.",
  ),
  "own.factorRequired": word(
    "您的账号必须用动态口令。换手机请找安全管理员重设。",
    "Your account must have it. For a new phone, ask the security administrator for a reset.",
  ),
  "own.renewCodes": word("换一批恢复码", "Make new recovery codes"),
  "own.renewText": word(
    "恢复码丢了，或者没来得及抄？输入手机上的口令，换一批新的。旧的从此都不能用。",
    "Lost the recovery codes, or had no time to write them down? Enter the code from your phone for new ones; the old ones stop working.",
  ),
  "own.turnOn": word("开启", "Turn on"),
  "own.turnOff": word("关闭", "Turn off"),
  "own.sessions": word("登录的地方", "Where you are signed in"),
  "own.here": word("这里", "here"),
  "own.opened": word("{time} 登录", "since {time}"),
  "own.revoke": word("结束", "End"),
  "own.revokeLabel": word("结束 {place} 的登录", "End the session of {place}"),
  "own.cancel": word("取消", "Cancel"),
  "own.loading": word("正在读取…", "Loading…"),
} as const;

export type AccessWord = keyof typeof WORDS;

export function accessWord(
  key: AccessWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return WORDS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const BROWSERS: Readonly<Record<OpenSession["browser"], Word>> = {
  chrome: word("Chrome 浏览器", "Chrome"),
  edge: word("Edge 浏览器", "Edge"),
  firefox: word("Firefox 浏览器", "Firefox"),
  safari: word("Safari 浏览器", "Safari"),
  wechat: word("微信", "WeChat"),
  other: word("别的浏览器", "another browser"),
};

const SYSTEMS: Readonly<Record<OpenSession["system"], Word>> = {
  windows: word("Windows 电脑", "a Windows computer"),
  macos: word("苹果电脑", "a Mac"),
  linux: word("Linux 电脑", "a Linux computer"),
  android: word("安卓手机", "an Android phone"),
  ios: word("苹果手机", "an iPhone or iPad"),
  harmony: word("鸿蒙手机", "a HarmonyOS phone"),
  other: word("别的设备", "another device"),
};

/** A session in words that its owner recognises: Windows 电脑 · Edge 浏览器. */
export function placeWord(session: OpenSession, language: Language): string {
  return `${SYSTEMS[session.system][language]} · ${BROWSERS[session.browser][language]}`;
}
