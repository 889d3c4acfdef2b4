import { expect, test } from "vitest";
import { focusByDigit, keepFocus, moveFocus, type Direction, type Layout } from "./focus.ts";

const HOME: Layout = [
  ["see", "measure"],
  ["health", "family"],
];
const walk = (layout: Layout, from: string, keys: readonly Direction[]): string =>
  keys.reduce((at, key) => moveFocus(layout, at, key), from);

test("arrows walk through the grid of the home screen", () => {
  expect(walk(HOME, "see", ["right"])).toBe("measure");
  expect(walk(HOME, "see", ["down", "right"])).toBe("family");
  expect(walk(HOME, "family", ["up", "left"])).toBe("see");
});

test("a key at the edge keeps the focus", () => {
  expect(walk(HOME, "see", ["up", "left"])).toBe("see");
  expect(walk(HOME, "family", ["down", "right"])).toBe("family");
});

test("rows of different length meet at the nearest column", () => {
  const layout: Layout = [["one"], ["a", "b", "c"], ["x", "y"]];

  expect(walk(layout, "one", ["down"])).toBe("a");
  expect(walk(layout, "c", ["down"])).toBe("y");
  expect(walk(layout, "c", ["up"])).toBe("one");
  expect(walk(layout, "y", ["up"])).toBe("c");
});

test("a focus whose thing has gone moves to the first thing", () => {
  expect(keepFocus(HOME, "gone")).toBe("see");
  expect(moveFocus(HOME, "gone", "down")).toBe("see");
  expect(keepFocus(HOME, undefined)).toBe("see");
});

test("a digit moves the focus and an unknown digit does not", () => {
  expect(focusByDigit(HOME, "see", 4)).toBe("family");
  expect(focusByDigit(HOME, "see", 9)).toBe("see");
  expect(focusByDigit(HOME, "see", 0)).toBe("see");
});

test("a screen without anything to focus is a bug", () => {
  expect(() => keepFocus([], "see")).toThrow();
});
