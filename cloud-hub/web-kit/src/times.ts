import type { Language } from "@wuduan/contract/messages.ts";

const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };

const CLOCK_TO_THE_SECOND: Intl.DateTimeFormatOptions = {
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
};

const DAY_WITH_YEAR: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
};

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant as the wall clock here shows it. Browsers take milliseconds to learn a format and microseconds to use it:
 * each is made once.
 *
 * @param at RFC 3339, or Unix milliseconds
 */
export function timeIn(
  at: string | number,
  language: Language,
  format: Intl.DateTimeFormatOptions,
): string {
  const key = JSON.stringify([language, format]);
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(language, format);
    formats.set(key, known);
  }
  return known.format(new Date(at));
}

/** The hour and minute of an instant. */
export function clockTime(at: string | number, language: Language): string {
  return timeIn(at, language, CLOCK);
}

/** The same with its day; `long` writes the month as a word. */
export function dayAndTime(
  at: string | number,
  language: Language,
  month: "numeric" | "long" = "numeric",
): string {
  return timeIn(at, language, { month, day: "numeric", ...CLOCK });
}

/** Day and time with the year, for what is read years later. */
export function timeWithYear(at: string | number, language: Language): string {
  return timeIn(at, language, { ...DAY_WITH_YEAR, ...CLOCK });
}

/** Day, year and second, for who has to compare moments. */
export function secondOf(at: string | number, language: Language): string {
  return timeIn(at, language, { ...DAY_WITH_YEAR, ...CLOCK_TO_THE_SECOND });
}

/**
 * Until when something is good, as people read it: the last moment before this one, so that what ends with a day is not
 * read as good on the next.
 */
export function lastMoment(until: string, language: Language): string {
  return secondOf(Date.parse(until) - 1, language);
}

/** The day of something that may be years away. */
export function dayWithYear(at: string | number, language: Language): string {
  return timeIn(at, language, DAY_WITH_YEAR);
}
