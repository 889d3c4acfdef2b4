import { wordsIn } from "@wuduan/web-kit/i18n.ts";
import { dayAndTime, timeWithYear } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { en } from "./words.en.ts";
import { zh } from "./words.zh.ts";

export const t = wordsIn(i18n)({ zh, en });

/** Day and time in the language of the page. */
export const whenOf = (at: string) => dayAndTime(at, i18n.language());

/** The same with its year, for what is printed, or may be years old. */
export const yearAndTime = (at: string | number) => timeWithYear(at, i18n.language());
