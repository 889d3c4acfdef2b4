export type Shortcut =
  | { kind: "queue"; index: number }
  | { kind: "tab"; letter: string }
  | { kind: "accept" | "invite" | "opinion" | "conclude" | "mic" | "camera" | "home" | "help" };

type Plain = Exclude<Shortcut, { index: number } | { letter: string }>["kind"];

/** Keys of the tabs of a case; which of them lead somewhere depends on the case. */
export const TAB_LETTERS: readonly string[] = ["c", "r", "p", "t"];

const LETTERS: Record<string, Plain> = {
  a: "accept",
  i: "invite",
  o: "opinion",
  e: "conclude",
  m: "mic",
  v: "camera",
  h: "home",
  "?": "help",
};

/** The help sheet lists these in this order. */
export const SHORTCUT_KEYS: [string, "queue" | Plain][] = [
  ["1 … 9", "queue"],
  ["A", "accept"],
  ["I", "invite"],
  ["O", "opinion"],
  ["E", "conclude"],
  ["M", "mic"],
  ["V", "camera"],
  ["H", "home"],
  ["?", "help"],
];

interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/**
 * The shortcut of a key press, or null. While a text is typed (also while an input method composes
 * Chinese from letters) and while a dialog is open, letters are letters.
 */
export function shortcutOf(press: KeyPress, typing: boolean): Shortcut | null {
  if (typing || press.repeat || press.isComposing) return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (/^[1-9]$/.test(press.key)) return { kind: "queue", index: Number(press.key) - 1 };
  const letter = press.key.toLowerCase();
  if (TAB_LETTERS.includes(letter)) return { kind: "tab", letter };
  const kind = LETTERS[letter];
  return kind ? { kind } : null;
}

/** True when the focused element takes text, or a dialog has the screen. */
export function isTyping(focused: Element | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  if (!focused) return false;
  return focused.matches("input, textarea, select, [contenteditable]");
}
