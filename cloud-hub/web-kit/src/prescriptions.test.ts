import { expect, test } from "vitest";
import { takenWord } from "./prescriptions.ts";

test.each([
  [
    { value: "15", unit: "mg" },
    { value: "3", unit: "{tbl}" },
    "3 片（15 mg）",
    "3 tablets (15 mg)",
  ],
  [{ value: "2", unit: "{cap}" }, { value: "2", unit: "{cap}" }, "2 粒", "2 capsules"],
  [{ value: "50", unit: "ug" }, { value: "1", unit: "{tbl}" }, "1 片（50 μg）", "1 tablet (50 μg)"],
])("what is taken is said in words, and by the piece only once: %o", (dose, pieces, zh, en) => {
  expect([takenWord(dose, pieces, "zh-CN"), takenWord(dose, pieces, "en")]).toEqual([zh, en]);
});
