import type { Language } from "@wuduan/contract/messages.ts";
import type { Word } from "../words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

/** What every client says around the own signing key. */
const WORDS = {
  "unlock.title": word("签名", "Sign"),
  "unlock.text": word(
    "输入签名密码和手机上的动态口令。解锁后 15 分钟内再签不用重输。",
    "Type your signing PIN and the code on your phone. For 15 minutes after that you sign without them.",
  ),
  "unlock.kept": word("您写的文字还在，没有丢。", "What you wrote is still there."),
  "unlock.pin": word("签名密码", "Signing PIN"),
  "unlock.code": word("动态口令", "Code of the second factor"),
  "unlock.submit": word("解锁并签名", "Unlock and sign"),
  "unlock.busy": word("正在签名…", "Signing…"),
  "unlock.wrongCode": word(
    "动态口令不对，请等下一个再输。连续错五次会锁十分钟。",
    "This code is wrong; wait for the next one. Five wrong ones in a row lock for ten minutes.",
  ),
  "unlock.later": word("先不签", "Not now"),
  "key.title": word("签名密钥", "Signing key"),
  "key.loading": word("正在查看签名密钥…", "Looking for your signing key…"),
  "key.none": word(
    "您还没有签名密钥。设置后，您的会诊意见会显示“已签名”，任何改动都查得出来。",
    "You have no signing key yet. With one, your opinions are shown as signed, and any later change can be found.",
  ),
  "key.noFactor": word(
    "请先在上面设置动态口令，再设置签名密钥。",
    "Set up a second factor above first, then the signing key.",
  ),
  "key.again": word("已设置，再看一次", "Done, look again"),
  "key.open": word("设置签名密钥", "Set up a signing key"),
  "key.pin": word("签名密码（6 到 12 位数字）", "Signing PIN (6 to 12 digits)"),
  "key.pinAgain": word("再输一次", "Once more"),
  "key.differ": word("两次输入的不一样。", "The two are not the same."),
  "key.make": word("设置", "Set up"),
  "key.since": word("{time} 起使用", "In use since {time}"),
  "key.fingerprint": word("公钥指纹", "Fingerprint of the public key"),
  "key.unlocked": word("已解锁，到 {time}", "Unlocked until {time}"),
  "key.locked": word("已锁定，签名时再解锁", "Locked; it is unlocked when you sign"),
  "key.refused": word(
    "签名密码错了太多次，{time} 后可以再试",
    "Too many wrong PINs; you can try again after {time}",
  ),
  "key.lock": word("现在锁定", "Lock now"),
  "key.replace": word("忘了签名密码，换一个密钥", "PIN forgotten: replace the key"),
  "key.replaceText": word(
    "换了以后，以前的签名仍然有效，旧密钥不能再用。",
    "What you signed before stays valid; the old key can't be used any more.",
  ),
  "key.cancel": word("不换了", "Keep it"),
} as const satisfies Record<string, Word>;

export type SigningWord = keyof typeof WORDS;

export function signingWord(
  key: SigningWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return WORDS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
