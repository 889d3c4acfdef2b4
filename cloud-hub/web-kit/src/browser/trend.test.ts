import { expect, test } from "vitest";
import type { VitalsView } from "@wuduan/contract/messages.ts";
import example from "../../../contract/examples/VitalsView.json";
import { fullestKind, hasRanges, trendOf, withinDays } from "./trend.ts";

const view = example as VitalsView;

test("the newest reading stands in the trend once", () => {
  const trend = trendOf(view, "bloodPressure");

  expect(trend.seconds).toEqual([Date.parse("2026-11-22T02:15:04Z") / 1000]);
  expect(trend.lines.map((line) => [line.name, line.values])).toEqual([
    ["systolic", [142]],
    ["diastolic", [86]],
  ]);
});

test("readings stand in the order of their time, not of their arrival", () => {
  const bp = view.latest.bloodPressure;
  if (!bp) throw new Error("the example has a blood pressure");
  const older = { ...bp, readingId: "older", at: "2026-11-21T02:15:04Z" };

  const trend = trendOf(
    { ...view, trend: { ...view.trend, bloodPressure: [bp, older] } },
    "bloodPressure",
  );

  expect(trend.seconds).toEqual([...trend.seconds].sort((a, b) => a - b));
  expect(trend.seconds).toHaveLength(2);
});

test("a reading without values is no point of the line", () => {
  const rate = view.latest.heartRate;
  if (!rate) throw new Error("the example has a heart rate");
  const empty = { ...rate, readingId: "empty", values: [] };

  const trend = trendOf({ ...view, trend: { ...view.trend, heartRate: [empty] } }, "heartRate");

  expect(trend.seconds).toHaveLength(1);
});

test("the chart opens on blood pressure, and on what is there when there is none", () => {
  const latest = { heartRate: view.latest.heartRate } as VitalsView["latest"];

  expect(fullestKind(view)).toBe("bloodPressure");
  expect(fullestKind({ ...view, latest, trend: { ...view.trend, bloodPressure: [] } })).toBe(
    "heartRate",
  );
});

test("a reading of which nobody knows when it was taken is no point of the line", () => {
  const rate = view.latest.heartRate;
  if (!rate) throw new Error("the example has a heart rate");
  const undated = { ...rate, readingId: "undated", marks: ["time_unknown" as const] };

  const trend = trendOf({ ...view, trend: { ...view.trend, heartRate: [undated] } }, "heartRate");

  expect(trend.seconds).toEqual([Date.parse(rate.at) / 1000]);
});

test("a span shows its days, the widest one everything, and an empty one nothing", () => {
  const now = Date.parse("2026-11-22T12:00:00Z") / 1000;
  const day = 86_400;
  const trend = {
    seconds: [now - 40 * day, now - 3 * day, now - 60],
    lines: [{ name: "weight" as const, values: [70, 71, 72] }],
    room: 2,
  };

  expect(withinDays(trend, 28, now).seconds).toHaveLength(3);
  expect(withinDays(trend, 7, now).lines[0]?.values).toEqual([71, 72]);
  expect(withinDays(trend, 1, now).seconds).toEqual([now - 60]);
  expect(withinDays({ ...trend, seconds: [now - 9 * day] }, 1, now).seconds).toEqual([]);
  expect(hasRanges(trend, now)).toBe(true);
  expect(hasRanges({ ...trend, seconds: [now - 60] }, now)).toBe(false);
});
