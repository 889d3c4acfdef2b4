/** First wait before a lost connection is tried again (PROTOCOL.md §3). */
export const FIRST_RECONNECT_MILLIS = 250;
/** Longest wait between two tries (PROTOCOL.md §3). */
export const LONGEST_RECONNECT_MILLIS = 4000;

/**
 * How long to wait before try number `failures + 1`, in milliseconds. Half of it is random: after a
 * restart of the hub not all terminals must come back at the same instant.
 *
 * @param failures tries that failed since the connection last proved itself, from 0
 * @param random gives numbers in [0, 1)
 */
export function reconnectDelayMillis(failures: number, random: () => number): number {
  const longest = Math.min(
    LONGEST_RECONNECT_MILLIS,
    FIRST_RECONNECT_MILLIS * 2 ** Math.min(failures, 16),
  );
  return Math.round(longest * (0.5 + random() / 2));
}
