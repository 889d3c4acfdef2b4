import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Relative luminance (WCAG 2.2) of a token that is written as #rrggbb. */
function luminance(token: string): number {
  const hex = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(css)?.[1];
  if (!hex) throw new Error(`no colour is called --${token}`);
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const HUES = ["primary", "answer", "danger", "caution", "calm"];

test.each(HUES)("words in and on %s are readable on phone and workstation", (hue) => {
  expect(contrast(`${hue}-strong`, "paper")).toBeGreaterThanOrEqual(4.5);
  expect(contrast("on-strong", `${hue}-strong`)).toBeGreaterThanOrEqual(4.5);
  expect(contrast("ink", `${hue}-tint`)).toBeGreaterThanOrEqual(7);
  expect(contrast(`${hue}-strong`, `${hue}-tint`)).toBeGreaterThanOrEqual(4.5);
});

test.each(HUES)("%s is readable from three metres", (hue) => {
  expect(contrast(`tv-${hue}`, "tv-ground")).toBeGreaterThanOrEqual(7);
  expect(contrast("tv-on-key", `tv-${hue}`)).toBeGreaterThanOrEqual(7);
});

test("plain words are readable on every ground", () => {
  expect(contrast("ink", "paper")).toBeGreaterThanOrEqual(7);
  expect(contrast("ink-soft", "paper")).toBeGreaterThanOrEqual(4.5);
  for (const ground of ["tv-ground", "tv-surface"]) {
    expect(contrast("tv-ink", ground)).toBeGreaterThanOrEqual(7);
    expect(contrast("tv-ink-soft", ground)).toBeGreaterThanOrEqual(7);
    expect(contrast("tv-focus", ground)).toBeGreaterThanOrEqual(7);
  }
});
