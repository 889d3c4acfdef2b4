/** CSS pixels of the queue's column. */
export const SIDE_WIDTH = { min: 240, usual: 300, max: 520 };

const KEY = "wuduan.side-width";

export function clampWidth(width: number): number {
  if (!Number.isFinite(width)) return SIDE_WIDTH.usual;
  return Math.round(Math.min(SIDE_WIDTH.max, Math.max(SIDE_WIDTH.min, width)));
}

export function readWidth(): number {
  const stored = localStorage.getItem(KEY);
  return stored === null ? SIDE_WIDTH.usual : clampWidth(Number(stored));
}

export function writeWidth(width: number): void {
  localStorage.setItem(KEY, String(width));
}
