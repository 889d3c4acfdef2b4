import { expect, test } from "vitest";
import { pagesOf } from "./pages.ts";

const SMALL = { characters: 5, lines: 2 };

test("short paragraphs take a line each and a full page begins the next", () => {
  expect(pagesOf(["aaaa", "bbbb", "cccc"], SMALL)).toEqual([["aaaa", "bbbb"], ["cccc"]]);
});

test("a paragraph of two lines does not share its page", () => {
  expect(pagesOf(["aaaa", "bbbbbb"], SMALL)).toEqual([["aaaa"], ["bbbbbb"]]);
});

test("a paragraph longer than a page is divided between its sentences", () => {
  const pages = pagesOf(["一二三四。五六七八。九十。"], SMALL);

  expect(pages).toEqual([["一二三四。五六七八。"], ["九十。"]]);
});

test("a sentence longer than a page is cut, and nothing of it is lost", () => {
  const pages = pagesOf(["x".repeat(25)], SMALL);

  expect(pages.flat().join("")).toBe("x".repeat(25));
  expect(pages.flat().every((part) => part.length <= 10)).toBe(true);
});

test("no text is one empty page", () => {
  expect(pagesOf([], SMALL)).toEqual([[]]);
});
