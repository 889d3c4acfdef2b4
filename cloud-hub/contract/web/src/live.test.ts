import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LONGEST_RECONNECT_MILLIS } from "./backoff.ts";
import { beat, FakeSocket, welcome } from "./fakeSocket.ts";
import {
  connectLive,
  FRAME_LIMIT_BYTES,
  LinkLost,
  NoAnswer,
  Refusal,
  REQUEST_LIMIT_MILLIS,
  WELCOME_LIMIT_MILLIS,
  type LinkState,
} from "./live.ts";
import type { LiveToTerminal, Problem, View } from "./messages.ts";

const example = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as T;
const CALL = "0198c0de-0000-7000-8000-000000000003";
const inbox = example<View>("DoctorInbox");

let sockets: FakeSocket[];
const newest = () => sockets.at(-1) ?? expect.fail("no socket was opened");

function connect() {
  const live = connectLive({
    url: "ws://doctor-1.localhost/live",
    now: Date.now,
    random: () => 0.99999,
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket.asWebSocket();
    },
  });
  const states: LinkState[] = [];
  live.onLink((state) => states.push(state));
  return { live, states };
}

function welcomed(socket = newest(), beatSeconds = 1): FakeSocket {
  socket.opens();
  socket.hubSends(welcome(socket.last("hello").id, beatSeconds));
  return socket;
}

function view(seq: number, stream = "inbox"): LiveToTerminal {
  return { type: "view", stream, seq, view: inbox };
}

beforeEach(() => {
  sockets = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the link", () => {
  test("says hello first and is up when the hub welcomes it", () => {
    const { live, states } = connect();

    newest().opens();
    expect(newest().sent).toEqual([{ type: "hello", id: "1", protocol: 1 }]);
    expect(live.link()).toBe("connecting");

    newest().hubSends(welcome("1"));
    expect(states).toEqual(["up"]);
  });

  test("is lost after 3.7 beats without any frame, and not before", () => {
    const { states } = connect();
    const socket = welcomed();

    vi.advanceTimersByTime(3699);
    expect(states).toEqual(["up"]);

    vi.advanceTimersByTime(1);
    expect(states).toEqual(["up", "lost"]);
    expect(socket.closed).toBe(true);
  });

  test("stays up as long as frames come", () => {
    const { states } = connect();
    const socket = welcomed();

    for (let i = 0; i < 50; i++) {
      vi.advanceTimersByTime(2000);
      socket.hubSends(beat());
    }

    expect(states).toEqual(["up"]);
  });

  test("is lost when the hub never welcomes it", () => {
    const { states } = connect();
    newest().opens();

    vi.advanceTimersByTime(WELCOME_LIMIT_MILLIS);

    expect(states).toEqual(["lost"]);
  });

  test("ignores a socket that it has given up", () => {
    const { live } = connect();
    const dead = welcomed();
    vi.advanceTimersByTime(5000);

    dead.hubSends(beat());
    dead.hubCloses(4401);

    expect(live.link()).toBe("lost");
  });

  test("waits longer after each failed try, never more than four seconds", () => {
    connect();
    const waits: number[] = [];

    for (let i = 0; i < 8; i++) {
      const opened = sockets.length;
      const from = Date.now();
      newest().hubCloses(1006);
      while (sockets.length === opened) vi.advanceTimersByTime(1);
      waits.push(Date.now() - from);
    }

    expect(waits.slice(0, 5)).toEqual([250, 500, 1000, 2000, 4000]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(LONGEST_RECONNECT_MILLIS);
  });

  test("does not take a mere welcome for health: a storm of short connections slows down", () => {
    connect();

    for (let i = 0; i < 6; i++) {
      welcomed().hubCloses(1006);
      vi.advanceTimersByTime(LONGEST_RECONNECT_MILLIS);
    }
    const opened = sockets.length;
    welcomed().hubCloses(1006);

    vi.advanceTimersByTime(3900);
    expect(sockets.length).toBe(opened);
    vi.advanceTimersByTime(100);
    expect(sockets.length).toBe(opened + 1);
  });

  test("starts with the short wait again once a beat has come", () => {
    connect();
    for (let i = 0; i < 5; i++) {
      newest().hubCloses(1006);
      vi.advanceTimersByTime(LONGEST_RECONNECT_MILLIS);
    }
    welcomed().hubSends(beat());

    const opened = sockets.length;
    newest().hubCloses(1006);
    vi.advanceTimersByTime(250);

    expect(sockets.length).toBe(opened + 1);
  });

  test.each([
    [4401, "signed-out"],
    [4409, "superseded"],
  ] as const)("ends for good with close code %i", (code, reason) => {
    const { live, states } = connect();
    welcomed().hubCloses(code);

    vi.advanceTimersByTime(60_000);

    expect(states).toEqual(["up", "ended"]);
    expect(live.ended()).toBe(reason);
    expect(sockets.length).toBe(1);
  });

  test("ends when the hub refuses its version", () => {
    const { live } = connect();
    newest().opens();
    const problem = { type: "urn:wuduan:problem:unsupported-version", title: "", status: 400 };
    newest().hubSends({ type: "refused", ref: "1", problem });
    newest().hubCloses(4400);

    expect(live.ended()).toBe("outdated");
  });

  test.each([1001, 1006, 1009, 1011, 4008, 4400, 4503])(
    "comes back after close code %i",
    (code) => {
      const { states } = connect();
      welcomed().hubCloses(code);

      vi.advanceTimersByTime(250);
      welcomed();

      expect(states).toEqual(["up", "lost", "up"]);
    },
  );

  test("closed by its owner, it stays closed and quiet", () => {
    const { live, states } = connect();
    welcomed();

    live.close();
    live.close();
    vi.advanceTimersByTime(60_000);

    expect(states).toEqual(["up", "ended"]);
    expect(live.ended()).toBe("closed");
    expect(sockets.length).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("watching", () => {
  test("several watchers share one watch, and a late one gets the newest view at once", () => {
    const { live } = connect();
    const seen: string[] = [];
    live.watch("inbox", (_view, seq) => seen.push(`a${seq}`));
    const socket = welcomed();
    socket.hubSends(view(7));

    const stop = live.watch("inbox", (_view, seq) => seen.push(`b${seq}`));
    socket.hubSends(view(8));
    stop();
    socket.hubSends(view(9));

    expect(seen).toEqual(["a7", "b7", "a8", "b8", "a9"]);
    expect(socket.count("watch")).toBe(1);
    expect(socket.count("unwatch")).toBe(0);
  });

  test("ends with the last watcher", () => {
    const { live } = connect();
    const socket = welcomed();
    const stop = live.watch("inbox", () => undefined);

    stop();
    stop();

    expect(socket.count("unwatch")).toBe(1);
    expect(socket.last("unwatch").stream).toBe("inbox");
  });

  test("never goes back to an older view on one connection", () => {
    const { live } = connect();
    const seen: number[] = [];
    live.watch("inbox", (_view, seq) => seen.push(seq));
    const socket = welcomed();

    for (const seq of [3, 2, 4]) socket.hubSends(view(seq));

    expect(seen).toEqual([3, 4]);
  });

  test("starts again after a reconnect, and the first view is the resume", () => {
    const { live } = connect();
    const seen: number[] = [];
    live.watch("inbox", (_view, seq) => seen.push(seq));
    welcomed().hubSends(view(9));
    newest().hubCloses(1006);
    vi.advanceTimersByTime(250);

    const second = welcomed();
    second.hubSends(view(2));

    expect(second.last("watch").stream).toBe("inbox");
    expect(seen).toEqual([9, 2]);
  });

  test("is repeated when the head is ahead for three beats", () => {
    const { live } = connect();
    live.watch("inbox", () => undefined);
    const socket = welcomed();
    socket.hubSends(view(5));

    socket.hubSends(beat({ inbox: 6 }));
    socket.hubSends(beat({ inbox: 6 }));
    expect(socket.count("watch")).toBe(1);
    socket.hubSends(beat({ inbox: 6 }));
    expect(socket.count("watch")).toBe(2);
  });

  test("is left alone when the view comes in between", () => {
    const { live } = connect();
    live.watch("inbox", () => undefined);
    const socket = welcomed();
    socket.hubSends(view(5));

    socket.hubSends(beat({ inbox: 6 }));
    socket.hubSends(beat({ inbox: 6 }));
    socket.hubSends(view(6));
    socket.hubSends(beat({ inbox: 7 }));
    socket.hubSends(beat({ inbox: 7 }));

    expect(socket.count("watch")).toBe(1);
  });

  test("ends with the reason when access is lost or was refused", () => {
    const { live } = connect();
    const gone: string[] = [];
    const note = (problem: Problem) => gone.push(problem.type);
    live.watch("inbox", () => undefined, note);
    const socket = welcomed();
    live.watch(`vitals/${CALL}`, () => undefined, note);
    const problem = { type: "urn:wuduan:problem:not-found", title: "", status: 404 };

    socket.hubSends({ type: "refused", ref: socket.last("watch").id, problem });
    socket.hubSends({ type: "gone", stream: "inbox", problem });
    socket.hubSends(view(10));

    expect(gone).toEqual([problem.type, problem.type]);
  });
});

describe("a request", () => {
  const claim = { type: "seat.claim", callId: CALL } as const;

  test("resolves with the frame that names it", async () => {
    const { live } = connect();
    const socket = welcomed();
    const answer = live.request(claim);
    const other = live.request(claim);
    other.catch(() => undefined);

    const claimed = {
      ...example<Extract<LiveToTerminal, { type: "seat.claimed" }>>("SeatClaimed"),
      ref: socket.sent.find((message) => message.type === "seat.claim")?.id ?? "",
    };
    socket.hubSends(claimed);

    await expect(answer).resolves.toEqual(claimed);
    live.close();
  });

  test("rejects with the refusal that names it, and the link goes on", async () => {
    const { live } = connect();
    const socket = welcomed();
    const answer = live.request(claim);
    const { problem } = example<Extract<LiveToTerminal, { type: "refused" }>>("Refused");

    socket.hubSends({ type: "refused", ref: socket.last("seat.claim").id, problem });

    await expect(answer).rejects.toEqual(new Refusal(problem));
    expect(live.link()).toBe("up");
  });

  test("rejects when the socket drops, and at once while it is down", async () => {
    const { live } = connect();
    await expect(live.request(claim)).rejects.toBeInstanceOf(LinkLost);
    const socket = welcomed();

    const answer = live.request(claim);
    socket.hubCloses(1006);

    await expect(answer).rejects.toBeInstanceOf(LinkLost);
  });

  test("rejects when no answer comes, while beats still do", async () => {
    const { live } = connect();
    const socket = welcomed();
    const answer = live.request(claim);
    answer.catch(() => undefined);

    for (let passed = 0; passed < REQUEST_LIMIT_MILLIS; passed += 1000) {
      vi.advanceTimersByTime(1000);
      socket.hubSends(beat());
    }

    await expect(answer).rejects.toBeInstanceOf(NoAnswer);
  });

  test("one byte over the limit of a frame is refused here and never sent", async () => {
    const { live } = connect();
    const socket = welcomed();
    const message = (sdp: string) =>
      ({ type: "media.publish", callId: CALL, epoch: 1, generation: 1, sdp }) as const;
    const frame = JSON.stringify({ ...message(""), id: "2" }).length;

    live.request(message("x".repeat(FRAME_LIMIT_BYTES - frame))).catch(() => undefined);
    const over = live.request(message("x".repeat(FRAME_LIMIT_BYTES - frame + 1)));

    await expect(over).rejects.toBeInstanceOf(Refusal);
    expect(socket.count("media.publish")).toBe(1);
    live.close();
  });

  test("offers and supersessions reach everyone who listens", () => {
    const { live } = connect();
    const socket = welcomed();
    const seen: string[] = [];
    const stop = live.onMessage((message) => seen.push(message.type));

    socket.hubSends(example<LiveToTerminal>("Offer"));
    socket.hubSends(example<LiveToTerminal>("SeatSuperseded"));
    stop();
    socket.hubSends(beat());

    expect(seen).toEqual(["media.offer", "seat.superseded"]);
  });
});
