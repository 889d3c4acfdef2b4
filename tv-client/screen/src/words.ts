import type { Language } from "@wuduan/contract/messages.ts";
import { createI18n } from "@wuduan/web-kit/i18n.ts";
import { en } from "./words.en.ts";
import { zh } from "./words.zh.ts";

/** The language of the television is the box's; it is never chosen or kept by the page. */
function fixed(language: Language) {
  return createI18n({ zh, en }, { getItem: () => language, setItem: () => undefined }).t;
}
const TEXTS = { "zh-CN": fixed("zh-CN"), en: fixed("en") } as const;

export type Say = (typeof TEXTS)[Language];

export function sayIn(language: Language): Say {
  return TEXTS[language];
}
