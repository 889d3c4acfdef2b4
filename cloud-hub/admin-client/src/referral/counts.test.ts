import { expect, test } from "vitest";
import { sums } from "./counts.ts";

test("the rows of a table add up, also when there are none", () => {
  expect(sums([])).toEqual({ up: 0, down: 0 });
  expect(
    sums([
      { name: "I10", up: 3, down: 1 },
      { name: "未分类", up: 2, down: 0 },
    ]),
  ).toEqual({ up: 5, down: 1 });
});
