import type { Language } from "@wuduan/contract/messages.ts";

const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };

/**
 * The hour and minute of an instant as the wall clock here shows them.
 *
 * @param at RFC 3339, or Unix milliseconds
 */
export function clockTime(at: string | number, language: Language): string {
  return new Date(at).toLocaleTimeString(language, CLOCK);
}

/** The same with its day; `long` writes the month as a word. */
export function dayAndTime(
  at: string | number,
  language: Language,
  month: "numeric" | "long" = "numeric",
): string {
  return new Date(at).toLocaleString(language, { month, day: "numeric", ...CLOCK });
}

/** The day of something that may be years away. */
export function dayWithYear(at: string | number, language: Language): string {
  return new Date(at).toLocaleDateString(language, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
}
