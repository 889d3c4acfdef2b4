import type { LatestVitals } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import vitalsExample from "../../../cloud-hub/contract/examples/VitalsView.json";
import { recentReadings } from "./templates.ts";

const { latest } = vitalsExample as unknown as { latest: LatestVitals };
const { bloodPressure } = latest;
if (!bloodPressure) throw new Error("the example has a blood pressure");
const at = "2026-11-22T15:58:00Z";
const cuff: LatestVitals = { bloodPressure: { ...bloodPressure, at, receivedAt: at, marks: [] } };
const after = (hours: number) => Date.parse(at) + hours * 3_600_000;

test("a reading of before midnight stands in the note of after it, with its time", () => {
  expect(recentReadings(cuff, after(0.1))).toContain("血压");
  expect(recentReadings(cuff, after(0.1))).toContain("居家测量");
  expect(recentReadings(cuff, after(23.9))).toContain("血压");
});

test("a reading of a day ago is too old for a new note", () => {
  expect(recentReadings(cuff, after(24))).toBe("");
});
