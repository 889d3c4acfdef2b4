import { afterEach, expect, test, vi } from "vitest";
import { atHome, consultation, KEY, NOW } from "../core/fixtures.ts";
import { OK_HELD_MILLIS, takesOk } from "../core/ready.ts";
import { screenOf } from "../core/screen.ts";
import { tickWhenReady } from "./clock.ts";
import { createStore } from "./store.ts";

afterEach(() => vi.useRealTimers());

function storeByTheClock() {
  vi.useFakeTimers({ now: NOW });
  const store = createStore(atHome().tv, () => undefined, Date.now);
  tickWhenReady(store, (run, millis) => void setTimeout(run, millis));
  return store;
}

test("the screen hears by itself of the moment at which OK begins to count", () => {
  const store = storeByTheClock();
  vi.setSystemTime(NOW + 7_000);
  store.send({ type: "consultation", view: consultation("waiting") });
  expect(takesOk(store.state())).toBe(false);

  vi.advanceTimersByTime(OK_HELD_MILLIS - 1);
  expect(takesOk(store.state())).toBe(false);
  vi.advanceTimersByTime(1);
  expect(takesOk(store.state())).toBe(true);
});

test("a key is timed by the clock at its press and not by the last tick", () => {
  const store = storeByTheClock();
  store.send({ type: "consultation", view: consultation("waiting") });

  vi.setSystemTime(NOW + OK_HELD_MILLIS);
  store.send({ type: "press", keyCode: KEY.ok });
  expect(screenOf(store.state())).toBe("home");
});
