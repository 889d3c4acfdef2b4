import type { Id, LookPage } from "@wuduan/contract/messages.ts";
import type { Layout } from "./focus.ts";
import { isConnected, type Step, type Tv } from "./tv.ts";

/** Who looked at a patient's record: the newest, a few large lines at a time. */

export const LOOKS_PER_PAGE = 3;

export type Look = LookPage["looks"][number];

/** Whose record, and what the hub said of it; undefined while it is asked. */
export interface Looks {
  readonly patientId: Id;
  readonly list: readonly Look[] | "missing" | undefined;
}

/** Asks anew each time: who looked a minute ago is what is wanted. */
export function openLooks(tv: Tv, patientId: Id | undefined): Step {
  if (patientId === undefined) return { tv, effects: [] };
  if (!isConnected(tv)) return { tv: { ...tv, notice: { kind: "not-connected" } }, effects: [] };
  return {
    tv: { ...tv, place: "looks", page: 0, looks: { patientId, list: undefined } },
    effects: [{ do: "fetch-looks", patientId }],
  };
}

/** An answer about somebody else comes too late to be shown. */
export function looksCome(tv: Tv, looks: Looks): Tv {
  return tv.looks?.patientId === looks.patientId ? { ...tv, looks } : tv;
}

export function looksOnPage(tv: Tv): readonly Look[] {
  const all = listOf(tv);
  const from = (tv.page % pagesOf(tv)) * LOOKS_PER_PAGE;
  return all.slice(from, from + LOOKS_PER_PAGE);
}

export function looksLayout(tv: Tv): Layout {
  if (tv.looks?.list === "missing") return [["home", "fetch"]];
  return [pagesOf(tv) > 1 ? ["home", "more"] : ["home"]];
}

/** A step, or the way home, which only the caller knows. */
export function pressInLooks(tv: Tv, id: string): Step | "home" {
  if (id === "fetch") return openLooks(tv, tv.looks?.patientId);
  return id === "more" ? { tv: { ...tv, page: tv.page + 1, walked: false }, effects: [] } : "home";
}

function pagesOf(tv: Tv): number {
  return Math.max(1, Math.ceil(listOf(tv).length / LOOKS_PER_PAGE));
}

function listOf(tv: Tv): readonly Look[] {
  const list = tv.looks?.list;
  return typeof list === "object" ? list : [];
}
