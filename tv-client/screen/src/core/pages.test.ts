import { expect, test } from "vitest";
import { pagesOf } from "./pages.ts";

test("short paragraphs share a page and a full page begins the next", () => {
  expect(pagesOf(["aaaa", "bbbb", "cccc"], 8)).toEqual([["aaaa", "bbbb"], ["cccc"]]);
});

test("a paragraph longer than a page is divided between its sentences", () => {
  expect(pagesOf(["一二三四。五六七八。九十。"], 10)).toEqual([
    ["一二三四。五六七八。"],
    ["九十。"],
  ]);
});

test("a sentence longer than a page is cut, and nothing of it is lost", () => {
  const pages = pagesOf(["x".repeat(25)], 10);

  expect(pages.flat().join("")).toBe("x".repeat(25));
  expect(pages.flat().every((part) => part.length <= 10)).toBe(true);
});

test("no text is one empty page", () => {
  expect(pagesOf([], 10)).toEqual([[]]);
});
