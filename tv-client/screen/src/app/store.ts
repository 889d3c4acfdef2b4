import { reduce } from "../core/reduce.ts";
import type { Effect, Tv, TvEvent } from "../core/tv.ts";

export interface TvStore {
  state(): Tv;
  subscribe(listener: () => void): () => void;
  send(event: TvEvent): void;
}

export type Perform = (effect: Effect, store: TvStore) => void;

/** The time of an event, in milliseconds since 1970; without a clock the time stands still between ticks. */
export type Clock = () => number;

/** Holds the one value; effects run after the listeners have seen the state that asks for them. */
export function createStore(start: Tv, perform: Perform, clock?: Clock): TvStore {
  let tv = start;
  const listeners = new Set<() => void>();
  const store: TvStore = {
    state: () => tv,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (event) => {
      const step = reduce({ ...tv, now: clock?.() ?? tv.now }, event);
      tv = step.tv;
      for (const listener of [...listeners]) listener();
      for (const effect of step.effects) perform(effect, store);
    },
  };
  return store;
}
