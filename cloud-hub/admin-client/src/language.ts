import { createI18n, wordsIn } from "@wuduan/web-kit/i18n.ts";
import { en } from "./words.en.ts";
import { zh } from "./words.zh.ts";

export const i18n = createI18n({ zh, en });
export const t = i18n.t;

/** The words of one section, in the language of the page: `const t = sectionWords({ zh, en })`. */
export const sectionWords = wordsIn(i18n);
