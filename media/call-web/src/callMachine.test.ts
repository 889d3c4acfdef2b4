import type { Offer } from "@wuduan/contract/messages.ts";
import { describe, expect, test } from "vitest";
import {
  FRESH,
  OFFERS_LIMIT,
  step,
  type CallEvent,
  type Effect,
  type Machine,
} from "./callMachine.ts";

const CALL = "0198c0de-0000-7000-8000-000000000003";
const SEATS = ["patient", "doctor"];

/** The machine with what it did last, told event by event. */
class Told {
  machine: Machine = FRESH;
  effects: Effect[] = [];

  tell(...events: CallEvent[]): this {
    this.effects = [];
    for (const event of events) {
      const { now, effects } = step(this.machine, event);
      this.machine = now;
      this.effects.push(...effects);
    }
    return this;
  }
  did(): string[] {
    return this.effects.map((effect) => effect.do);
  }
  find<T extends Effect["do"]>(what: T): Extract<Effect, { do: T }> {
    const found = this.effects.findLast((effect) => effect.do === what);
    if (!found) throw new Error(`no ${what} in ${this.did().join()}`);
    return found as Extract<Effect, { do: T }>;
  }
}

const view = (generation: number, more: Partial<Extract<CallEvent, { is: "view" }>> = {}) =>
  ({ is: "view", generation, moving: false, hasSeat: true, isAbsent: false, ...more }) as const;
const link = (up: boolean) => ({ is: "link", up }) as const;
const opened = { is: "media-opened", sending: true } as const;
const offer = (number: number, more: Partial<Offer> = {}): CallEvent => ({
  is: "offered",
  offer: {
    type: "media.offer",
    callId: CALL,
    epoch: 1,
    generation: 1,
    offer: number,
    sdp: `offer ${number}`,
    tracks: SEATS.map((seatId, at) => ({ mid: String(at), seatId, kind: "video" as const })),
    ...more,
  },
});
const claimed = (no: number, media: "keep" | "build", more: object = {}): CallEvent => ({
  is: "claimed",
  no,
  epoch: 1,
  generation: 1,
  media,
  ...more,
});

function live(): Told {
  const told = new Told();
  told.tell(link(true), view(1), opened, claimed(1, "build"));
  told.tell({ is: "offer-made", round: 1, sdp: "sdp" }, { is: "published", round: 1, sdp: "a" });
  expect(told.machine.phase).toBe("live");
  return told;
}

describe("joining", () => {
  test("claims as soon as the link is up, and publishes when the camera is open", () => {
    const told = new Told();

    expect(told.tell(view(1)).did()).toEqual([]);
    expect(told.tell(link(true)).find("claim").media).toBeUndefined();
    expect(told.did()).toEqual(["claim", "open-peers"]);
    expect(told.tell(claimed(1, "build")).did()).toEqual([]);
    expect(told.tell(opened).did()).toEqual(["make-offer"]);
    expect(told.tell({ is: "offer-made", round: 1, sdp: "o" }).find("publish")).toMatchObject({
      held: { epoch: 1, generation: 1 },
      sdp: "o",
    });
    expect(told.tell({ is: "published", round: 1, sdp: "a" }).did()).toEqual(["accept-answer"]);
    expect(told.machine.phase).toBe("live");
  });

  test("without camera and microphone nothing is published, and one takes part all the same", () => {
    const told = new Told().tell(link(true), { is: "media-opened", sending: false });

    expect(told.machine.phase).toBe("joining");
    told.tell(claimed(1, "build"));

    expect(told.machine.phase).toBe("live");
  });

  test("the own offer is made while the claim is under way, and sent when the seat is ours", () => {
    const told = new Told().tell(link(true), opened, { is: "offer-made", round: 1, sdp: "ready" });
    expect(told.did()).toEqual(["claim", "open-peers", "make-offer"]);

    expect(told.tell(claimed(1, "build")).did()).toEqual(["publish"]);
    expect(told.find("publish")).toMatchObject({ held: { epoch: 1, generation: 1 }, sdp: "ready" });
  });

  test("the others are seen first: the own offer waits for the answer to theirs", () => {
    const told = new Told().tell(link(true), opened, claimed(1, "build"), offer(1));

    expect(told.tell({ is: "offer-made", round: 1, sdp: "own" }).did()).toEqual([]);
    expect(told.tell({ is: "answer-made", round: 1, sdp: "s" }).did()).toEqual([
      "send-answer",
      "publish",
    ]);
  });

  test("what was prepared outlives a lost link and is never offered to be kept", () => {
    const told = new Told().tell(link(true), opened, link(false), link(true));
    expect(told.did()).toEqual(["claim", "open-peers", "make-offer", "claim"]);
    expect(told.find("claim").media).toBeUndefined();

    expect(told.tell(claimed(2, "keep")).did()).toEqual(["close-peers", "claim"]);
  });

  test("a refused claim is repeated after growing waits", () => {
    const told = new Told().tell(link(true));
    expect(told.tell({ is: "failed", round: 1 }).did()).toEqual(["close-peers"]);
    const waits: number[] = [];

    for (let round = 0; round < 4; round++) {
      const { claimNo } = told.machine;
      told.tell({ is: "claim-refused", no: claimNo, problem: undefined });
      const wait = told.find("wait");
      waits.push(wait.failures);
      told.tell({ is: "waited", no: wait.no });
      expect(told.did()).toEqual(["claim"]);
    }

    expect(waits).toEqual([0, 1, 2, 3]);
  });

  test("without a seat nothing is claimed until a view gives one", () => {
    const told = new Told().tell(view(1, { hasSeat: false }), link(true));
    expect(told.did()).toEqual([]);

    expect(told.tell(view(1)).did()).toEqual(["claim", "open-peers"]);
  });
});

describe("offers", () => {
  test("are answered one after the other", () => {
    const told = live();

    expect(told.tell(offer(1), offer(2)).did()).toEqual(["make-answer"]);
    told.tell({ is: "answer-made", round: 1, sdp: "answer 1" });

    expect(told.did()).toEqual(["send-answer", "make-answer"]);
    expect(told.find("send-answer")).toMatchObject({ offer: 1, sdp: "answer 1" });
    expect(told.find("make-answer").sdp).toBe("offer 2");
  });

  test("map their mids when they are answered", () => {
    const told = live().tell(offer(1));
    expect(told.machine.tracks).toEqual([]);

    told.tell({ is: "answer-made", round: 1, sdp: "" });

    expect(told.machine.tracks.map(({ seatId }) => seatId)).toEqual(SEATS);
  });

  test("a mid that changes its seat shows nobody until the change is made", () => {
    const told = live().tell(offer(1), { is: "answer-made", round: 1, sdp: "" });
    const tracks = [
      { mid: "0", seatId: "specialist", kind: "video" as const },
      { mid: "1", seatId: "doctor", kind: "video" as const },
    ];

    told.tell(offer(2, { tracks }));
    expect(told.machine.tracks.map(({ seatId }) => seatId)).toEqual(["doctor"]);

    told.tell({ is: "answer-made", round: 1, sdp: "" });
    expect(told.machine.tracks).toEqual(tracks);
  });

  test("of another epoch or generation are not answered", () => {
    const told = live().tell(offer(1, { epoch: 0 }), offer(1, { generation: 2 }));

    expect(told.did()).toEqual([]);
  });

  test("that overtake the answer to the claim wait for it", () => {
    const told = new Told().tell(link(true), view(1), offer(1));
    expect(told.did()).toEqual(["claim", "open-peers"]);

    told.tell(claimed(1, "build"));

    expect(told.did()).toEqual(["make-answer"]);
  });

  test("one past the limit builds media anew", () => {
    const told = live().tell(offer(1));
    for (let number = 2; number <= OFFERS_LIMIT + 1; number++) told.tell(offer(number));
    expect(told.did()).toEqual([]);

    told.tell(offer(OFFERS_LIMIT + 2));

    expect(told.did()).toEqual(["close-peers", "claim"]);
  });
});

describe("the bridge", () => {
  test("a higher generation closes both connections and publishes the same camera again", () => {
    const told = live().tell(view(2));
    expect(told.did()).toEqual(["close-peers", "claim", "open-peers", "make-offer"]);
    expect(told.find("claim").media).toBeUndefined();
    expect(told.machine.phase).toBe("rebuilding");

    told.tell({ is: "offer-made", round: 2, sdp: "anew" });
    told.tell(claimed(2, "build", { epoch: 2, generation: 2 }));

    expect(told.find("publish")).toMatchObject({ round: 2, sdp: "anew" });
  });

  test("while it is looked for, the call says so", () => {
    const told = live().tell(view(1, { moving: true }));
    expect(told.machine.phase).toBe("rebuilding");

    told.tell(view(1));
    expect(told.machine.phase).toBe("live");
  });

  test("a higher generation ends a wait at once", () => {
    const told = live().tell({ is: "failed", round: 1 });
    told.tell({ is: "claim-refused", no: 2, problem: undefined });
    expect(told.machine.claim).toBe("waiting");

    expect(told.tell(view(2)).did()).toEqual(["claim"]);
  });

  test("a bridge that is found ends a wait at once", () => {
    const told = new Told().tell(link(true), view(1, { moving: true }));
    told.tell({ is: "claim-refused", no: 1, problem: undefined });
    expect(told.tell(view(1, { moving: true })).did()).toEqual([]);

    expect(told.tell(view(1)).did()).toEqual(["claim"]);
  });

  test("an answer of the hub that is older than the view is not built upon", () => {
    const told = live().tell(view(3));

    told.tell(claimed(2, "build", { epoch: 2, generation: 2 }));

    expect(told.did()).toEqual(["close-peers", "claim"]);
  });

  test("a failed peer connection is built anew, at once the first time, then later", () => {
    const told = live().tell({ is: "failed", round: 1 });
    expect(told.did()).toEqual(["close-peers", "claim"]);

    told.tell(claimed(2, "build", { epoch: 2 }), { is: "failed", round: 2 });
    expect(told.did()).toEqual(["open-peers", "make-offer", "close-peers", "wait"]);
  });

  test("a failure of an older round is nobody's business", () => {
    const told = live().tell(view(2), claimed(2, "build", { epoch: 2, generation: 2 }));

    expect(told.tell({ is: "failed", round: 1 }).did()).toEqual([]);
  });

  test("media that held for a while may fail anew without a wait", () => {
    const told = live().tell({ is: "failed", round: 1 }, claimed(2, "build", { epoch: 2 }));

    told.tell({ is: "steady", round: 2 }, { is: "failed", round: 2 });

    expect(told.did()).toEqual(["close-peers", "claim"]);
  });

  test.each<CallEvent>([
    { is: "publish-refused", round: 1 },
    { is: "answer-refused", held: { epoch: 1, generation: 1 } },
  ])("a refusal ($is) claims again", (event) => {
    const told = new Told().tell(link(true), view(1), opened, claimed(1, "build"));
    told.tell({ is: "offer-made", round: 1, sdp: "sdp" });

    expect(told.tell(event).did()).toEqual(["close-peers", "claim"]);
  });

  test("a refusal of an older answer changes nothing", () => {
    expect(
      live()
        .tell({ is: "answer-refused", held: { epoch: 0, generation: 1 } })
        .did(),
    ).toEqual([]);
  });
});

describe("the link", () => {
  test("lost, media goes on; up again, the seat is claimed with what runs", () => {
    const told = live().tell(link(false));
    expect([told.did(), told.machine.phase]).toEqual([[], "live"]);

    told.tell(link(true));
    expect(told.find("claim").media).toEqual({ epoch: 1, generation: 1 });
    told.tell(claimed(2, "keep", { epoch: 2 }));

    expect([told.did(), told.machine.phase]).toEqual([[], "live"]);
    told.tell(offer(1, { epoch: 2 }), { is: "answer-made", round: 1, sdp: "s" });
    expect(told.find("send-answer").held).toEqual({ epoch: 2, generation: 1 });
  });

  test("when the hub says build, everything is built anew", () => {
    const told = live().tell(link(false), link(true), claimed(2, "build", { epoch: 2 }));

    expect(told.did()).toEqual(["claim", "close-peers", "open-peers", "make-offer"]);
  });

  test("a seat that is shown as absent while one sits in it is claimed with what runs", () => {
    const told = live();

    expect(told.tell(view(1, { isAbsent: true })).find("claim").media).toEqual({
      epoch: 1,
      generation: 1,
    });
    expect(told.tell(view(1, { isAbsent: true })).did()).toEqual([]);
    expect(told.tell(claimed(2, "keep", { epoch: 2 })).did()).toEqual([]);
    expect(told.machine.phase).toBe("live");
  });

  test("a view from before the seat was taken does not break off what is being built", () => {
    const told = new Told().tell(link(true), opened, claimed(1, "build"));

    expect(told.tell(view(1, { isAbsent: true })).did()).toEqual([]);
  });

  test("half built media is not offered to be kept", () => {
    const told = new Told().tell(link(true), view(1), opened, claimed(1, "build"));
    told.tell({ is: "offer-made", round: 1, sdp: "sdp" });

    told.tell(link(false), link(true));

    expect(told.find("claim").media).toBeUndefined();
  });

  test("media whose answer could not be sent is not offered to be kept", () => {
    const told = live().tell(offer(1), link(false), { is: "answer-made", round: 1, sdp: "s" });
    expect(told.did()).toEqual(["make-answer"]);

    expect(told.tell(link(true)).find("claim").media).toBeUndefined();
  });

  test("a connection that failed meanwhile is not kept, whatever the hub says", () => {
    const told = live().tell(link(false), link(true), { is: "failed", round: 1 });

    told.tell(claimed(2, "keep", { epoch: 2 }));

    expect(told.find("claim").media).toBeUndefined();
  });
});

describe("the end", () => {
  test("superseded, everything stops, and nothing starts it again", () => {
    const told = live().tell({ is: "superseded", epoch: 2 });
    expect(told.did()).toEqual(["close-peers", "stop"]);
    expect(told.machine.phase).toBe("superseded");

    expect(told.tell(view(5), link(false), link(true), opened).did()).toEqual([]);
  });

  test("the supersession of an older epoch, or by our own claim, is none", () => {
    const told = live().tell({ is: "superseded", epoch: 1 });
    told.tell(view(2), { is: "superseded", epoch: 2 });

    told.tell(claimed(2, "build", { epoch: 2, generation: 2 }));

    expect(told.machine.phase).toBe("rebuilding");
  });

  test("a supersession by another page while claiming counts", () => {
    const told = live().tell(view(2), { is: "superseded", epoch: 3 });

    told.tell(claimed(2, "build", { epoch: 2, generation: 2 }));

    expect(told.machine.phase).toBe("superseded");
  });

  test("closed is closed", () => {
    const told = live().tell({ is: "closed" });

    expect(told.did()).toEqual(["close-peers", "stop"]);
    expect(told.tell({ is: "closed" }).did()).toEqual([]);
  });

  test("a lost seat closes the connections, a new one claims again", () => {
    const told = live().tell(view(1, { hasSeat: false }));
    expect(told.did()).toEqual(["close-peers"]);

    expect(told.tell(view(1)).did()).toEqual(["claim", "open-peers", "make-offer"]);
  });
});
