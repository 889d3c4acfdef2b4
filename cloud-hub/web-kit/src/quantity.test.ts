import { readFileSync } from "node:fs";
import type { Mark, Value, VitalsView } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import {
  ageOf,
  comparedSentence,
  formatBloodPressure,
  formatQuantity,
  formatValue,
  markWord,
  unitWord,
} from "./quantity.ts";
import { asNumber, diastolic, pulse, shownAt, spo2, systolic } from "./vitals.ts";

const CONTRACT = new URL("../../contract/", import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, CONTRACT), "utf8"));
const { latest } = json("examples/VitalsView.json") as VitalsView;
const pressure = latest.bloodPressure ?? expect.fail("the example has no blood pressure");
const value = (loinc: string, text: string, unit: string): Value => ({
  loinc,
  mdc: 0,
  quantity: { value: text, unit },
});

test("blood pressure reads as people say it", () => {
  expect(formatBloodPressure(pressure)).toBe("142/86");
  expect(formatBloodPressure({ values: [value("8480-6", "142", "mm[Hg]")] })).toBe("142/–");
  expect(formatBloodPressure({ values: [] })).toBe("–");
  expect(formatBloodPressure(undefined)).toBe("–");
});

test("values are found by their code, not by their place", () => {
  expect([systolic, diastolic, pulse].map((pick) => formatValue(pick(pressure)))).toEqual([
    "142",
    "86",
    "72",
  ]);
  expect(spo2({ values: [value("2708-6", "96", "%")] })?.value).toBe("96");
  expect(spo2({ values: [value("59408-5", "97", "%")] })?.value).toBe("97");
  expect(spo2(pressure)).toBeUndefined();
});

test("units are words, and the precision of the device survives", () => {
  expect(formatQuantity({ value: "142", unit: "mm[Hg]" }, "zh-CN")).toBe("142 毫米汞柱");
  expect(formatQuantity({ value: "18.90", unit: "kPa" }, "en")).toBe("18.90 kPa");
  expect(formatQuantity({ value: "96", unit: "%" }, "zh-CN")).toBe("96%");
  expect(formatQuantity(undefined, "en")).toBe("–");
  expect(unitWord("{beat}/min", "zh-CN")).toBe("次/分");
  expect(unitWord("mg/dL", "en")).toBe("mg/dL");
});

test.each([
  [-5, "刚刚", "just now"],
  [59, "刚刚", "just now"],
  [60, "1 分钟前", "1 minute ago"],
  [150, "2 分钟前", "2 minutes ago"],
  [3600, "1 小时前", "1 hour ago"],
  [86_399, "23 小时前", "23 hours ago"],
  [172_800, "2 天前", "2 days ago"],
])("a value that is %i s old is %s", (seconds, zh, en) => {
  const now = Date.parse("2026-11-22T02:15:04Z");
  const at = new Date(now - seconds * 1000).toISOString();

  expect(ageOf(at, now, "zh-CN")).toBe(zh);
  expect(ageOf(at, now, "en")).toBe(en);
});

test("a value whose device clock is wrong shows its time of receipt", () => {
  const early = {
    ...pressure,
    at: "2027-01-01T00:00:00Z",
    marks: ["device_clock_ahead"] as Mark[],
  };

  expect(shownAt(early)).toBe(pressure.receivedAt);
  expect(shownAt(pressure)).toBe(pressure.at);
});

test("the comparison is one plain sentence for the one who reads it", () => {
  expect(comparedSentence("higher", "zh-CN")).toBe("比您平时高一些");
  expect(comparedSentence("similar", "zh-CN", "others")).toBe("和平时差不多");
  expect(comparedSentence(undefined, "en")).toBe("");
});

test("every mark of the contract has words in both languages", () => {
  const common = json("schemas/common.schema.json") as { $defs: { Mark: { enum: Mark[] } } };

  for (const mark of common.$defs.Mark.enum) {
    expect(markWord(mark, "zh-CN")).toMatch(/[\u4e00-\u9fff]/);
    expect(markWord(mark, "en")).toMatch(/^[A-Z]/);
  }
});

test("a chart gets numbers or nothing", () => {
  expect(asNumber({ value: "36.60", unit: "Cel" })).toBe(36.6);
  for (const odd of ["", " ", "NaN", "Infinity", "abc"]) {
    expect(asNumber({ value: odd, unit: "%" })).toBeUndefined();
  }
  expect(asNumber(undefined)).toBeUndefined();
});
