import type { BoxLive } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import { atHome, KEY } from "../core/fixtures.ts";
import { beginTv, type Effect } from "../core/tv.ts";
import { BOX_AGAIN_AFTER_MILLIS, connectBox } from "./box-link.ts";
import { LAUNCH_KEY, launchHeaders, launchProtocols, launchToken, socketUrl } from "./launch.ts";
import { confirmedFrom } from "./perform.ts";
import { pressed } from "./start.ts";
import { createStore, type TvStore } from "./store.ts";

function pageWith(hash: string, kept: string | null) {
  const storage = new Map<string, string>(kept === null ? [] : [[LAUNCH_KEY, kept]]);
  const addresses: string[] = [];
  return {
    addresses,
    storage,
    location: { hash, pathname: "/", search: "" },
    history: {
      replaceState: (_: unknown, __: string, url?: string | URL | null) =>
        void addresses.push(String(url)),
    },
    sessionStorage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => void storage.set(key, value),
    },
  };
}

test("the launch token is taken out of the address and kept for a reload", () => {
  const page = pageWith("#launch=secret", null);

  expect(launchToken(page)).toBe("secret");
  expect(page.storage.get(LAUNCH_KEY)).toBe("secret");
  expect(page.addresses).toEqual(["/"]);
  expect(launchToken(pageWith("", "secret"))).toBe("secret");
  expect(launchToken(pageWith("", null))).toBe("");
});

test("the token goes into a header of requests and a subprotocol of sockets", () => {
  expect(launchHeaders("secret")).toEqual({ "X-Wuduan-Launch": "secret" });
  expect(launchProtocols("secret")).toEqual(["wuduan.launch.secret"]);
  const location = { protocol: "http:", host: "tv-1.localhost:9000" };
  expect(socketUrl(location, "/live")).toBe("ws://tv-1.localhost:9000/live");
});

test("the box is called again, ever later, and its messages are passed on", () => {
  const sockets: WebSocket[] = [];
  const waits: number[] = [];
  const links: string[] = [];
  const messages: BoxLive[] = [];
  connectBox({
    open: () => {
      sockets.push({} as WebSocket);
      return sockets[sockets.length - 1] as WebSocket;
    },
    onLink: (link) => links.push(link),
    onMessage: (message) => messages.push(message),
    later: (run, millis) => {
      waits.push(millis);
      if (waits.length < 7) run();
    },
  });

  const first = sockets[0];
  first?.onopen?.call(first, new Event("open"));
  first?.onmessage?.call(first, new MessageEvent("message", { data: '{"type":"state"}' }));
  for (let n = 0; n < 7; n++) sockets[n]?.onclose?.call(sockets[n] as WebSocket, {} as CloseEvent);

  expect(messages).toEqual([{ type: "state" }]);
  expect(links.slice(0, 2)).toEqual(["up", "lost"]);
  expect(waits).toEqual([...BOX_AGAIN_AFTER_MILLIS, 4_000, 4_000]);
});

test("remembered ends are read back, and anything else counts as none", () => {
  expect(confirmedFrom('["a","b",3]')).toEqual(["a", "b"]);
  expect(confirmedFrom(null)).toEqual([]);
  expect(confirmedFrom("{")).toEqual([]);
  expect(confirmedFrom('{"a":1}')).toEqual([]);
});

function storeAtHome(): { store: TvStore; effects: Effect[] } {
  const effects: Effect[] = [];
  const store = createStore(atHome().tv, (effect) => effects.push(effect));
  return { store, effects };
}

function keyEvent(keyCode: number, change: Partial<KeyboardEvent> = {}) {
  let prevented = false;
  const event = {
    keyCode,
    repeat: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    preventDefault: () => {
      prevented = true;
    },
    ...change,
  } as KeyboardEvent;
  return { event, prevented: () => prevented };
}

test("effects run after the listeners have seen the state that asks for them", () => {
  const order: string[] = [];
  const store = createStore(atHome().tv, (effect) => order.push(effect.do));
  store.subscribe(() => order.push(store.state().pending ?? "none"));

  store.send({ type: "press", keyCode: KEY.ok });

  expect(order).toEqual(["request", "request"]);
});

test("a held OK presses once and a held arrow walks on", () => {
  const { store, effects } = storeAtHome();

  pressed(keyEvent(KEY.ok).event, store);
  pressed(keyEvent(KEY.ok, { repeat: true }).event, store);
  pressed(keyEvent(KEY.right, { repeat: true }).event, store);

  expect(effects).toHaveLength(1);
  expect(store.state().focus.id).toBe("measure");
});

test("known keys are taken from the browser, its own are left to it", () => {
  const { store } = storeAtHome();
  const back = keyEvent(8);
  const reload = keyEvent(116);
  const copy = keyEvent(KEY.ok, { ctrlKey: true });
  for (const { event } of [back, reload, copy]) pressed(event, store);

  expect([back.prevented(), reload.prevented(), copy.prevented()]).toEqual([true, false, false]);
});

test("a television begins at home with something focused", () => {
  const tv = beginTv({
    now: 0,
    remote: { profile: "desktop", taught: {} },
    confirmed: [],
    speaksKeys: false,
  });

  expect(tv.focus).toEqual({ on: "home", id: "see" });
});
