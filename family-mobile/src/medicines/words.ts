import type { Word } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const WORDS = {
  title: word("药", "Medicines"),
  from: word("{doctor} {time} 开的", "Prescribed by {doctor}, {time}"),
  awaiting: word(
    "药师正在审核，审核通过才能取药。",
    "A pharmacist is reviewing it; it can be fetched after that.",
  ),
  reviewedAgain: word(
    "有了新情况，药师正在重新审核。药到了也请先不要吃。",
    "Something new is known; a pharmacist is reviewing it again. Please don't take it yet, even if it has come.",
  ),
  rejected: word(
    "药师退回了这张处方，医生会重新看。请先不要吃这些药。",
    "The pharmacist sent it back; the doctor looks at it again. Please don't take these yet.",
  ),
  cancelled: word(
    "医生作废了这张处方，请不要吃。",
    "The doctor cancelled it; please don't take it.",
  ),
  stop: word(
    "药送到后记了过敏。请先不要吃这些药，马上给医生打电话。",
    "An allergy became known after it had come. Please don't take these, and call the doctor at once.",
  ),
  expired: word(
    "处方过了有效期，要医生重新开。",
    "It is out of date; the doctor has to write a new one.",
  ),
  toConfirm: word(
    "这是四周以上的药，要老人在电视上按 OK 同意。",
    "It is for more than four weeks: your parent agrees by OK on the television.",
  ),
  validUntil: word("{time} 前取药", "Fetch it before {time}"),
  order: word("请药店送药", "Ask the pharmacy to deliver"),
  again: word("再试一次", "Try again"),
  price: word("药费 {price}", "Price {price}"),
} as const;

export function w(key: keyof typeof WORDS, values: Readonly<Record<string, string>> = {}): string {
  return WORDS[key][i18n.language()].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

export const inWords = (words: Word): string => words[i18n.language()];
