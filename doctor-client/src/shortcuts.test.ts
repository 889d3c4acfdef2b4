import { expect, test } from "vitest";
import { SHORTCUT_KEYS, shortcutOf, TAB_LETTERS } from "./shortcuts.ts";

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

test("digits open the waiting patients by their place", () => {
  expect(shortcutOf(press("1"), false)).toEqual({ kind: "queue", index: 0 });
  expect(shortcutOf(press("9"), false)).toEqual({ kind: "queue", index: 8 });
  expect(shortcutOf(press("0"), false)).toBeNull();
});

test("letters are letters while the doctor types", () => {
  expect(shortcutOf(press("m"), true)).toBeNull();
  expect(shortcutOf(press("m", { isComposing: true }), false)).toBeNull();
});

test("the browser's own combinations stay the browser's", () => {
  expect(shortcutOf(press("a", { ctrlKey: true }), false)).toBeNull();
  expect(shortcutOf(press("a", { metaKey: true }), false)).toBeNull();
});

test("the letters of the tabs bring a tab to the front", () => {
  for (const letter of TAB_LETTERS)
    expect(shortcutOf(press(letter.toUpperCase()), false)).toEqual({ kind: "tab", letter });
});

test("a held key mutes once and does not flutter", () => {
  expect(shortcutOf(press("m", { repeat: true }), false)).toBeNull();
});

test("the help sheet lists exactly the keys that work", () => {
  const listed = SHORTCUT_KEYS.filter(([key]) => key.length === 1);

  for (const [key, kind] of listed) expect(shortcutOf(press(key), false)).toEqual({ kind });
});
