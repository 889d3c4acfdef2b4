import type { BoxLive } from "@wuduan/contract/messages.ts";
import { expect, test, afterEach, vi } from "vitest";
import { atHome, KEY } from "../core/fixtures.ts";
import { beginTv, type Effect } from "../core/tv.ts";
import { BOX_AGAIN_AFTER_MILLIS, BOX_SILENT_MILLIS, connectBox } from "./box-link.ts";
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

class BoxSocket {
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;
  close(): void {
    this.closed = true;
  }
  says(text: string): void {
    this.onmessage?.({ data: text } as MessageEvent<unknown>);
  }
}

function boxLink() {
  vi.useFakeTimers();
  const sockets: BoxSocket[] = [];
  const links: string[] = [];
  const messages: BoxLive[] = [];
  connectBox({
    open: () => {
      const socket = new BoxSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    onLink: (link) => links.push(link),
    onMessage: (message) => messages.push(message),
  });
  return { sockets, links, messages };
}

afterEach(() => {
  vi.useRealTimers();
});

test("the box is called again, ever later, and its messages are passed on", () => {
  const { sockets, links, messages } = boxLink();
  sockets[0]?.says('{"type":"state"}');
  sockets[0]?.says('{"type":"state"}');

  for (const wait of [...BOX_AGAIN_AFTER_MILLIS, 4_000, 4_000]) {
    const calls = sockets.length;
    sockets[calls - 1]?.onclose?.();
    vi.advanceTimersByTime(wait - 1);
    expect(sockets).toHaveLength(calls);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(calls + 1);
  }

  expect(messages).toEqual([{ type: "state" }, { type: "state" }]);
  expect(links.slice(0, 3)).toEqual(["up", "lost", "lost"]);
});

test("a box that keeps its socket open and says nothing is lost, and called again", () => {
  const { sockets, links } = boxLink();
  sockets[0]?.says('{"type":"state"}');
  vi.advanceTimersByTime(BOX_SILENT_MILLIS - 1);
  expect(links).toEqual(["up"]);

  vi.advanceTimersByTime(1);
  expect(links).toEqual(["up", "lost"]);
  expect(sockets[0]?.closed).toBe(true);

  vi.advanceTimersByTime(250);
  sockets[1]?.says('{"type":"state"}');
  expect(links).toEqual(["up", "lost", "up"]);
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
