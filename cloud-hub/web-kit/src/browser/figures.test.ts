import { expect, test } from "vitest";
import type { LatestVitals } from "@wuduan/contract/messages.ts";
import example from "../../../contract/examples/VitalsView.json";
import { figuresOf, measured } from "./figures.ts";

const latest = example.latest as LatestVitals;

test("blood pressure shows systolic, diastolic and pulse, never the mean pressure", () => {
  const [pressure] = measured(latest);

  expect(pressure?.figures).toEqual([
    { name: "systolic", text: "142" },
    { name: "diastolic", text: "86" },
    { name: "pulse", text: "72" },
  ]);
});

test("a kind that was never measured is absent instead of empty", () => {
  expect(measured(latest).map(({ kind }) => kind)).toEqual([
    "bloodPressure",
    "heartRate",
    "glucose",
  ]);
});

test("the device's precision is shown as it came", () => {
  const sign = latest.heartRate;
  if (!sign) throw new Error("the example has a heart rate");
  const spo2 = { loinc: "59408-5", mdc: 150456, quantity: { value: "96.0", unit: "%" } };

  expect(figuresOf("pulseOximeter", { ...sign, values: [spo2] })).toEqual([
    { name: "spo2", text: "96.0" },
  ]);
});

test("an implausible reading has a time and a mark but no number", () => {
  const sign = latest.bloodPressure;
  if (!sign) throw new Error("the example has a blood pressure");

  expect(figuresOf("bloodPressure", { ...sign, values: [], marks: ["implausible"] })).toEqual([]);
});
