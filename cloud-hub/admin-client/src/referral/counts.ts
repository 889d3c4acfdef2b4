import type { ReferralCounts } from "@wuduan/contract/messages.ts";

export type Counted = ReferralCounts["byState"][number];

/** What the rows of one table add up to. */
export function sums(rows: readonly Counted[]): { up: number; down: number } {
  return rows.reduce((sum, row) => ({ up: sum.up + row.up, down: sum.down + row.down }), {
    up: 0,
    down: 0,
  });
}
