import type { FoundWearable } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import { kindOfWearable, nameOfWearable, nearestFirst, nearness } from "./wearables.ts";

const found = (signal: number, address = "C0:00:00:00:01:04"): FoundWearable => ({
  address,
  model: "SimThermo",
  profiles: ["thermometer"],
  signal,
});

test("what is near is told from what is in the room and what may be a neighbour's", () => {
  expect([-59, -60, -61, -75, -76].map((signal) => nearness(found(signal))["zh-CN"])).toEqual([
    "就在旁边",
    "就在旁边",
    "在屋里",
    "在屋里",
    "比较远",
  ]);
});

test("the nearest comes first, and equal ones keep their order", () => {
  const all = [found(-80, "B"), found(-50, "C"), found(-80, "A")];

  expect(nearestFirst(all).map(({ address }) => address)).toEqual(["C", "A", "B"]);
});

test("a device is called by its own name, else by what it is", () => {
  const known = { address: "A", model: "SimThermo", profiles: [], wearers: [] };

  expect(nameOfWearable({ ...known, name: "耳温枪" }, "zh-CN")).toBe("耳温枪");
  expect(nameOfWearable({ ...known, profiles: ["thermometer"] }, "en")).toBe("Thermometer");
  expect(kindOfWearable(known).en).toBe("Device");
});
