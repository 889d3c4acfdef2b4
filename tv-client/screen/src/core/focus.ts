/**
 * Where the focus can stand: rows of focusable things as they lie on the screen, top to bottom,
 * left to right. Pure: a key gives a new id, never an event.
 */
export type Layout = readonly (readonly string[])[];

export type Direction = "up" | "down" | "left" | "right";

/** More than this on one screen is too much to choose from at three metres. */
export const FOCUSABLE_MAX = 4;

export function idsOf(layout: Layout): readonly string[] {
  return layout.flat();
}

function placeOf(layout: Layout, id: string): { row: number; column: number } | undefined {
  for (let row = 0; row < layout.length; row++) {
    const column = layout[row]?.indexOf(id) ?? -1;
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** The column of a row of another length that lies under (or above) the present one. */
function across(column: number, from: number, to: number): number {
  if (from <= 1) return 0;
  return Math.round((column / (from - 1)) * (to - 1));
}

/** A key at the edge keeps the focus where it is: wrapping would make "press right to the end" endless. */
export function moveFocus(layout: Layout, id: string, direction: Direction): string {
  const at = placeOf(layout, id);
  if (!at) return keepFocus(layout, id);
  const row = layout[at.row] ?? [];
  if (direction === "left") return row[at.column - 1] ?? id;
  if (direction === "right") return row[at.column + 1] ?? id;
  const next = layout[at.row + (direction === "up" ? -1 : 1)];
  return next?.[across(at.column, row.length, next.length)] ?? id;
}

/** The same focus while it still exists, otherwise `first`, or the first thing. Every screen has one. */
export function keepFocus(
  layout: Layout,
  id: string | undefined,
  first: string | undefined = idsOf(layout)[0],
): string {
  if (id !== undefined && idsOf(layout).includes(id)) return id;
  if (first === undefined) throw new Error("a screen has nothing to focus");
  return first;
}

/** A digit key names the n-th thing, counted from 1; it only moves the focus, it never presses. */
export function focusByDigit(layout: Layout, id: string, digit: number): string {
  return idsOf(layout)[digit - 1] ?? keepFocus(layout, id);
}
