import type { OperationsPart, OperationsStatus } from "@wuduan/contract/messages.ts";

/** The page asks again so long after each answer. */
export const ASK_AGAIN_MILLIS = 3000;
/** The hub looks every 2 s; when what it says does not grow younger for so long, it hangs. */
export const STALE_MILLIS = 15_000;

/** How the last question was answered. */
export type Reach = "here" | "hub-away" | "database-away" | "failed";

export interface Heard {
  status: OperationsStatus | undefined;
  reach: Reach;
  /** By this page's clock: when `status.at` was last seen to change. */
  changedMillis: number;
}

export const NOTHING_HEARD: Heard = { status: undefined, reach: "here", changedMillis: 0 };

/** What is known after one more answer; the last status stays while there is no newer one. */
export function heard(before: Heard, now: number, reach: Reach, status?: OperationsStatus): Heard {
  if (!status) return { ...before, reach };
  const changed = status.at !== before.status?.at;
  return { status, reach, changedMillis: changed ? now : before.changedMillis };
}

/** Clocks of hub and page may differ: only whether it moves counts. */
export const isStale = (known: Heard, now: number): boolean =>
  known.reach === "here" && known.status !== undefined && now - known.changedMillis > STALE_MILLIS;

/** What the page can still say of the parts: while the hub is not heard, an old "well" is only what it was. */
export function asKnown({ status, reach }: Heard, stale: boolean): OperationsPart[] {
  if (!status) return [];
  if (reach === "here" && !stale) return status.parts;
  return status.parts.map((part) => {
    if (part.kind === "database" && reach === "database-away")
      return { ...sinceNobodyKnows(part), state: "ill", why: "no_answer" };
    return part.state === "well" ? { ...sinceNobodyKnows(part), state: "unknown" } : part;
  });
}

function sinceNobodyKnows(part: OperationsPart): OperationsPart {
  const known = { ...part };
  delete known.since;
  return known;
}

/** Parts that somebody should look at; a television that is switched off is none. */
export const troubled = (parts: readonly OperationsPart[]): OperationsPart[] =>
  parts.filter(({ state }) => state !== "well" && state !== "away");

export type Group = "store" | "bridges" | "processes" | "boxes";

const GROUPS: Readonly<Record<OperationsPart["kind"], Group>> = {
  database: "store",
  events: "store",
  seals: "store",
  disk: "store",
  bridge: "bridges",
  launcher: "processes",
  process: "processes",
  door: "processes",
  box: "boxes",
};

export const ofGroup = (parts: readonly OperationsPart[], group: Group): OperationsPart[] =>
  parts.filter(({ kind }) => GROUPS[kind] === group);

/** The last eight characters tell boxes and calls of one hub apart. */
export const shortId = (id: string): string => (id.length > 16 ? `…${id.slice(-8)}` : id);
