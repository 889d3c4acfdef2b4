import { okHeldMillis, takesOk } from "../core/ready.ts";
import type { TvStore } from "./store.ts";

export type Later = (run: () => void, millis: number) => void;

/** A tick at the moment at which OK begins to count, so that the screen shows it. */
export function tickWhenReady(store: TvStore, later: Later): void {
  let awaited: object | undefined;
  store.subscribe(() => {
    const tv = store.state();
    if (tv.shown === awaited || takesOk(tv)) return;
    awaited = tv.shown;
    const tick = () => {
      awaited = undefined;
      store.send({ type: "tick", now: Date.now() });
    };
    later(tick, Math.max(1, tv.shown.since + okHeldMillis(tv) - tv.now));
  });
}
