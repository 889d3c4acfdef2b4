import { expect, test } from "vitest";
import type { Shift } from "@wuduan/contract/messages.ts";
import { changesBetween, daysOf, faultOf, shiftsOn } from "./plan.ts";

const shift = (change: Partial<Shift> = {}): Shift => ({
  doctorId: "a",
  weekday: 1,
  from: "08:00",
  to: "12:00",
  ...change,
});

test("shifts that touch stand beside each other, and one minute more does not", () => {
  expect(faultOf(shift({ from: "12:00", to: "18:00" }), [shift()])).toBeUndefined();
  expect(faultOf(shift({ from: "11:59", to: "18:00" }), [shift()])).toBe("overlap");
});

test("two doctors and two days may have the same hours", () => {
  expect(faultOf(shift({ doctorId: "b" }), [shift()])).toBeUndefined();
  expect(faultOf(shift({ weekday: 2 }), [shift()])).toBeUndefined();
});

test("a shift ends after it begins, at midnight at the latest", () => {
  expect(faultOf(shift({ from: "18:00", to: "08:00" }), [])).toBe("order");
  expect(faultOf(shift({ from: "18:00", to: "24:00" }), [])).toBeUndefined();
});

test("what another has changed is what was added and what was removed", () => {
  const evening = shift({ from: "18:00", to: "24:00" });

  expect(changesBetween([shift()], [evening])).toEqual({ added: [evening], removed: [shift()] });
});

test("a day is in the order of its hours", () => {
  const evening = shift({ from: "18:00", to: "24:00" });

  expect(shiftsOn([evening, shift({ weekday: 2 }), shift()], 1)).toEqual([shift(), evening]);
});

test("several days are chosen as one", () => {
  expect(daysOf("workdays")).toEqual([1, 2, 3, 4, 5]);
  expect(daysOf("daily")).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(daysOf("6")).toEqual([6]);
});
