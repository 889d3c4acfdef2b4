// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";

const STYLES = [
  "../../../cloud-hub/web-kit/src/browser/parts.css",
  "base.css",
  "tabs.css",
  "devices.css",
  "plan.css",
  "../medicines/medicines.css",
];

beforeEach(() => {
  const style = document.createElement("style");
  style.textContent = STYLES.map((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8"),
  ).join("\n");
  document.head.replaceChildren(style);
});

function styleOf(html: string): CSSStyleDeclaration {
  document.body.innerHTML = html;
  const inmost = [...document.querySelectorAll("body *")].at(-1);
  if (!inmost) throw new Error("nothing is drawn");
  return getComputedStyle(inmost);
}

/** At 195 px, a phone of 390 px at 200 %: a column without a least width of 0 is as wide as its longest word. */
test.each([
  '<main class="page">',
  '<section class="block">',
  '<section class="banner">',
  '<div class="sheet-body">',
  '<ol class="steps">',
  '<ul class="rights">',
  '<ul class="devices">',
  '<ul class="looks">',
  '<section class="plan"><ul>',
  '<section class="plan-alerts"><ul><li>',
  '<section class="medicines"><ul>',
])("no word makes the column of %s wider than the phone", (html) => {
  expect(styleOf(html).gridTemplateColumns).toBe("minmax(0, 1fr)");
});

test("a long name wraps on its key, and keys that don't fit go below each other", () => {
  expect(styleOf('<div class="picker"><button>').whiteSpace).not.toBe("nowrap");
  expect(styleOf('<div class="picker">').flexWrap).toBe("wrap");
  expect(styleOf('<div class="ranges">').flexWrap).toBe("wrap");
});

test("a word that is longer than its line is broken", () => {
  expect(styleOf('<div class="app">').overflowWrap).toBe("break-word");
  expect(styleOf('<div class="sheet-body">').overflowWrap).toBe("break-word");
});
