import type { Arrival } from "./peers.ts";

/** Samples without a new picture after which a picture counts as frozen; two a second are taken. */
export const FROZEN_AFTER_SAMPLES = 8;

export interface Judged extends Arrival {
  frozen: boolean;
}

/** What arrives on each mid of one receiving connection, sample by sample. */
export class Arrivals {
  readonly #judged = new Map<string, Judged & { unchanged: number }>();

  all(): ReadonlyMap<string, Judged> {
    return this.#judged;
  }

  /** A picture that has never come is not frozen, it is missing. */
  take(sample: ReadonlyMap<string, Arrival>): void {
    for (const [mid, arrival] of sample) {
      const last = this.#judged.get(mid);
      const unchanged = last?.frames === arrival.frames ? last.unchanged + 1 : 0;
      const frozen = arrival.frames > 0 && unchanged >= FROZEN_AFTER_SAMPLES;
      this.#judged.set(mid, { ...arrival, unchanged, frozen });
    }
  }
}
