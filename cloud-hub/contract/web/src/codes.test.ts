import { expect, test } from "vitest";
import { codeFrom, grouped, newCode } from "./codes.ts";

test("a code has eight characters, each from five random bits", () => {
  expect(newCode((bytes) => bytes.map((_, n) => n))).toBe("23456789");
  expect(newCode((bytes) => bytes.fill(255))).toBe("ZZZZZZZZ");
  expect(newCode()).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
});

test("a code is shown in two groups and read however it is typed", () => {
  expect(grouped("K7MP4XQ2")).toBe("K7MP 4XQ2");
  expect(codeFrom(" k7mp-4xq2 ")).toBe("K7MP4XQ2");
});

test("letters that look alike, and a code too short or too long, are no code", () => {
  for (const typed of ["K7MP4XQ0", "K7MP4XQO", "K7MP4XQ1", "K7MP4XQ", "K7MP4XQ22", ""]) {
    expect(codeFrom(typed)).toBeUndefined();
  }
});
