import type { Beat, Problem, Stream, View, ViewFrame } from "./messages.ts";

/** Beats with a head above the own number after which a stream is watched again (PROTOCOL.md §3). */
export const BEATS_BEHIND_LIMIT = 3;

export interface Watcher {
  onView(view: View, seq: number): void;
  onGone(problem: Problem): void;
}

interface Watched {
  watchers: Set<Watcher>;
  newest?: { view: View; seq: number };
  /** The first view of a connection is taken whatever its number is: it is the resume. */
  fresh: boolean;
  beatsBehind: number;
}

/** Which streams this terminal shows, their newest views, and who is told. Knows no socket. */
export class Watches {
  readonly #streams = new Map<Stream, Watched>();

  streams(): Stream[] {
    return [...this.#streams.keys()];
  }

  /** Adds a watcher; true if it is the first of its stream, which then has to be watched. */
  add(stream: Stream, watcher: Watcher): boolean {
    const known = this.#streams.get(stream);
    if (!known) {
      this.#streams.set(stream, { watchers: new Set([watcher]), fresh: true, beatsBehind: 0 });
      return true;
    }
    known.watchers.add(watcher);
    if (known.newest) watcher.onView(known.newest.view, known.newest.seq);
    return false;
  }

  /** Removes a watcher; true if it was the last of its stream, which then has to be unwatched. */
  remove(stream: Stream, watcher: Watcher): boolean {
    const known = this.#streams.get(stream);
    if (!known?.watchers.delete(watcher) || known.watchers.size > 0) return false;
    this.#streams.delete(stream);
    return true;
  }

  /** A new connection: what is known stays on the screens, and the first views replace it. */
  connected(): void {
    for (const known of this.#streams.values()) {
      known.fresh = true;
      known.beatsBehind = 0;
    }
  }

  /** Takes a view unless it is older than the one shown. */
  view(frame: ViewFrame): void {
    const known = this.#streams.get(frame.stream);
    if (!known) return;
    if (!known.fresh && known.newest && frame.seq < known.newest.seq) return;
    known.newest = { view: frame.view, seq: frame.seq };
    known.fresh = false;
    known.beatsBehind = 0;
    for (const watcher of [...known.watchers]) watcher.onView(frame.view, frame.seq);
  }

  /** Ends a stream and tells its watchers why. */
  gone(stream: Stream, problem: Problem): void {
    const known = this.#streams.get(stream);
    if (!known) return;
    this.#streams.delete(stream);
    for (const watcher of [...known.watchers]) watcher.onGone(problem);
  }

  /** The streams whose announcement was missed and that must be watched again. */
  behind(heads: Beat["heads"]): Stream[] {
    const again: Stream[] = [];
    for (const [stream, known] of this.#streams) {
      const head = heads[stream];
      const isBehind = head !== undefined && (known.fresh || head > (known.newest?.seq ?? -1));
      known.beatsBehind = isBehind ? known.beatsBehind + 1 : 0;
      if (known.beatsBehind < BEATS_BEHIND_LIMIT) continue;
      known.beatsBehind = 0;
      again.push(stream);
    }
    return again;
  }
}
