import { expect, test } from "vitest";
import { SPAN_SECONDS_MIN, timeRange } from "./trendRange.ts";

const READ_AT = Date.parse("2026-11-22T02:15:04Z") / 1000;
const HOUR_SECONDS = 3600;

test("one reading alone stands at the right of the shortest span", () => {
  const [from, to] = timeRange([READ_AT], READ_AT);

  expect(to).toBeGreaterThan(READ_AT);
  expect(to - from).toBeGreaterThanOrEqual(SPAN_SECONDS_MIN);
  expect(to - from).toBeLessThan(2 * SPAN_SECONDS_MIN);
});

test("readings of a few seconds are drawn on the shortest span too", () => {
  const [from, to] = timeRange([READ_AT - 2, READ_AT - 1, READ_AT], READ_AT);

  expect(to - from).toBeGreaterThanOrEqual(SPAN_SECONDS_MIN);
});

test("readings of hours fill the chart from the oldest to the newest", () => {
  const [from, to] = timeRange([READ_AT - HOUR_SECONDS, READ_AT], READ_AT + HOUR_SECONDS);

  expect(from).toBeLessThan(READ_AT - HOUR_SECONDS);
  expect(to).toBeGreaterThan(READ_AT);
  expect(to - from).toBeLessThan(1.2 * HOUR_SECONDS);
});

test("without a reading the span ends now", () => {
  const [from, to] = timeRange([], READ_AT);

  expect(from).toBeLessThan(READ_AT);
  expect(to).toBeGreaterThanOrEqual(READ_AT);
});
