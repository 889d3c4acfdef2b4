// @vitest-environment jsdom
import { act, cleanup, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { App } from "./app.tsx";
import { createCallLine } from "./app/call.ts";
import { pressed } from "./app/start.ts";
import { createStore } from "./app/store.ts";
import { NoLaunch } from "./screens/no-launch.tsx";
import {
  AT,
  atHome,
  boxState,
  card,
  consultation,
  inbox,
  invited,
  KEY,
  ofTwo,
  summary,
  TO_CHILDREN,
  TO_RESET,
  TO_SETTINGS,
  unclaimed,
  unenrolled,
  withdrawn,
} from "./core/fixtures.ts";
import { idsOf } from "./core/focus.ts";
import { layoutOf } from "./core/screen.ts";
import type { Effect, Tv, TvEvent } from "./core/tv.ts";

afterEach(cleanup);

function draw(tv: Tv) {
  const effects: Effect[] = [];
  const store = createStore(tv, (effect) => effects.push(effect));
  const line = createCallLine(() => {
    throw new Error("no media in this test");
  });
  const { container } = render(<App television={{ store, line }} />);
  const press = (keyCode: number) =>
    act(() => pressed(new KeyboardEvent("keydown", { keyCode }), store));
  const one = (selector: string) => container.querySelector(selector);
  const send = (event: TvEvent) => act(() => store.send(event));
  return { container, store, effects, one, send, press };
}

const BY_FAMILY = { by: "family", reason: "consent_withdrawn", at: AT } as const;

const DRAWN: readonly (readonly [string, () => Tv])[] = [
  ["home", () => atHome().tv],
  ["measure", () => atHome().press("right", "ok").tv],
  ["health", () => atHome().press("down", "ok").tv],
  ["looks", () => atHome().press("down", "ok", "right", "ok").tv],
  ["family", () => atHome().press("right", "down", "ok").tv],
  ["settings", () => atHome().press(...TO_SETTINGS).tv],
  ["teach", () => atHome().press(...TO_SETTINGS, "ok").tv],
  ["reset", () => atHome().press(...TO_RESET).tv],
  ["reset", () => atHome().press(...TO_RESET, "right", "ok").tv],
  ["enrol", () => unenrolled().tv],
  ["enrol", () => unenrolled({ removedAt: AT }).tv],
  ["whose", () => atHome(ofTwo({ unclaimed: [unclaimed()] })).tv],
  ["children", () => atHome(ofTwo()).press(...TO_CHILDREN).tv],
  ["children", () => atHome(ofTwo()).press(...TO_CHILDREN, "up", "ok").tv],
  ["invite-whom", () => atHome(ofTwo()).press(...TO_CHILDREN, "down", "ok").tv],
  ["invite", () => atHome().press(...TO_CHILDREN, "ok").tv],
  ["invite-code", () => invited().tv],
  ["waiting", () => atHome().view("waiting").tv],
  ["waiting", () => atHome().view("waiting").afterLooking().press("right", "right", "ok").tv],
  ["ring", () => atHome().view("ringing").tv],
  ["consent", () => atHome().view("consenting").tv],
  ["call", () => atHome().view("live").tv],
  ["call", () => atHome().view("live").press("red").tv],
  ["call", () => atHome().view("live").press("red", "right", "right", "ok").tv],
  ["left", () => atHome().view("live").press("red", "right", "ok").tv],
  ["left", () => withdrawn().tv],
  ["cancelled", () => atHome().view("live").view("cancelled", { cancelled: BY_FAMILY }).tv],
  ["measurement", () => atHome().send({ type: "measurement", card: card() }).tv],
  ["summary", () => atHome({ summaries: [summary()] }).tv],
  ["summary", () => atHome({ summaries: [summary({ text: "一周后复查。".repeat(40) })] }).tv],
  ["elsewhere", () => atHome().send({ type: "link", which: "hub", link: "ended" }).tv],
];

test.each(DRAWN)(
  "the screen %s draws every thing that can be focused, and shows which one is",
  (name, make) => {
    const { store, one, container } = draw(make());

    expect(one("[data-screen]")?.getAttribute("data-screen")).toBe(name);
    const keys = [...container.querySelectorAll("[data-key]")].map((key) =>
      key.getAttribute("data-key"),
    );
    expect(keys.sort()).toEqual([...idsOf(layoutOf(store.state()))].sort());
    expect(container.querySelectorAll("[data-focus]")).toHaveLength(1);
    expect(document.activeElement).toBe(one("[data-focus]"));
  },
);

test("a key moves the focus on the screen and OK presses it once", () => {
  const { one, effects, press } = draw(atHome().view("ringing").tv);

  press(KEY.right);
  expect(one("[data-focus]")?.getAttribute("data-key")).toBe("inconvenient");
  press(KEY.ok);
  expect(effects.map((effect) => effect.do)).toEqual(["inconvenient"]);
});

test("a measurement shows its numbers as the device gave them, and where they are kept", () => {
  const { one, send } = draw(atHome().send({ type: "measurement", card: card() }).tv);

  expect(one('[data-measurement="systolic"]')?.textContent).toBe("142");
  expect(one('[data-measurement="diastolic"]')?.textContent).toBe("86");
  expect(one("[data-reading]")?.getAttribute("data-saved")).toBe("saved");
  send({ type: "measurement", card: card({}, "delivered") });
  expect(one("[data-reading]")?.getAttribute("data-saved")).toBe("delivered");
});

test("one that is implausible is to be measured again, and no mark says that it went well", () => {
  const failed = { values: [], marks: ["implausible" as const] };
  const { container, one, send } = draw(
    atHome().send({ type: "measurement", card: card(failed) }).tv,
  );
  send({ type: "measurement", card: card(failed, "delivered") });

  expect(one("h1")?.textContent).toBe("这次没有量准");
  expect(one(".sentence")?.textContent).toContain("再量一次");
  expect(one("[data-reading]")).toBeNull();
  expect(container.textContent).not.toContain("已送到医院");
});

test("every seat of the call has a tile that says whose it is and who is gone", () => {
  const view = consultation("live");
  const seats = (view.call?.seats ?? []).map((one) =>
    one.role === "county" ? { ...one, presence: "reconnecting" as const } : one,
  );
  const tv = atHome().view("live", view.call ? { call: { ...view.call, seats } } : {}).tv;
  const { container, one } = draw(tv);

  const tiles = [...container.querySelectorAll("[data-seat]")].map((tile) =>
    tile.getAttribute("data-seat"),
  );
  expect(tiles.sort()).toEqual(seats.map(({ id }) => id).sort());
  expect(one('[data-large="true"]')?.getAttribute("data-role")).toBe("first_contact");
  expect(one('[data-role="county"]')?.textContent).toContain("正在重连");
});

test("a lost link and unsent measurements are said, in the language of the box", () => {
  const { one, send } = draw(atHome().tv);

  send({ type: "link", which: "hub", link: "lost" });
  send({ type: "box", state: boxState({ outboxWaiting: 3, locale: "en" }) });
  expect(one("[data-link]")?.getAttribute("data-link")).toBe("lost");
  expect(one('[data-saved="waiting"]')?.textContent).toContain("3 measurements");
  send({ type: "inbox", inbox: inbox() });
  expect(one("main")?.getAttribute("lang")).toBe("en");
});

const WITH_STATUS: readonly (readonly [string, () => Tv])[] = [
  ["home", () => atHome().tv],
  ["family", () => atHome().press("right", "down", "ok").tv],
];

test.each(WITH_STATUS)("%s says that the radio is dead, while the box says so", (name, make) => {
  const { one, send } = draw(make());
  expect(one("[data-screen]")?.getAttribute("data-screen")).toBe(name);
  expect(one("[data-radio]")).toBeNull();

  send({ type: "box", state: boxState({ radio: "off" }) });
  expect(one('[data-radio="off"]')?.textContent).toContain("蓝牙没开，收不到测量");
  send({ type: "box", state: boxState({ radio: "off", locale: "en" }) });
  expect(one('[data-radio="off"]')?.textContent).toContain("Bluetooth is off");

  send({ type: "link", which: "box", link: "lost" });
  expect(one("[data-radio]")).toBeNull();
});

test("an address without its launch token is called by its name, in both languages", () => {
  const onAddress = vi.fn();
  const { container } = render(<NoLaunch onAddress={onAddress} />);
  expect(container.textContent).toContain("完整地址");
  expect(container.textContent).toContain("whole address");
  expect(onAddress).not.toHaveBeenCalled();

  window.dispatchEvent(new Event("hashchange"));

  expect(onAddress).toHaveBeenCalledOnce();
});
