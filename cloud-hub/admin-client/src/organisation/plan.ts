import type { Shift } from "@wuduan/contract/messages.ts";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The same hours on several days at once, because most weeks are made of them. */
export const SEVERAL_DAYS = { workdays: [1, 2, 3, 4, 5], daily: WEEKDAYS } as const;
export type Days = `${(typeof WEEKDAYS)[number]}` | keyof typeof SEVERAL_DAYS;

/** The days that a choice stands for. */
export function daysOf(choice: Days): readonly number[] {
  return choice === "workdays" || choice === "daily" ? SEVERAL_DAYS[choice] : [Number(choice)];
}

/** What stands between two versions of a week. */
export interface Changes {
  added: readonly Shift[];
  removed: readonly Shift[];
}

export function changesBetween(before: readonly Shift[], after: readonly Shift[]): Changes {
  return { added: without(after, before), removed: without(before, after) };
}

/** Shifts of one day, the earliest first. */
export function shiftsOn(shifts: readonly Shift[], weekday: number): Shift[] {
  return shifts
    .filter((shift) => shift.weekday === weekday)
    .sort((one, other) => one.from.localeCompare(other.from));
}

/** Why a shift can't stand beside the others; undefined when it can. */
export function faultOf(shift: Shift, others: readonly Shift[]): "order" | "overlap" | undefined {
  if (shift.from >= shift.to) return "order";
  const overlaps = others.some(
    (other) =>
      other.doctorId === shift.doctorId &&
      other.weekday === shift.weekday &&
      other.from < shift.to &&
      shift.from < other.to,
  );
  return overlaps ? "overlap" : undefined;
}

export const isSame = (one: Shift, other: Shift) =>
  one.doctorId === other.doctorId &&
  one.weekday === other.weekday &&
  one.from === other.from &&
  one.to === other.to;

function without(these: readonly Shift[], those: readonly Shift[]): Shift[] {
  return these.filter((one) => !those.some((other) => isSame(one, other)));
}
