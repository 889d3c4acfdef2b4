import type { Offer } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import { FRESH, step, type CallEvent, type Effect, type Held } from "./callMachine.ts";

/** Mulberry32: a small seeded generator, so that a failing run can be played again. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A hub, a network and a browser at once: whatever the machine does comes back as an event, late, in
 * order for each of them, or never when the link drops. Checks on every step what must always hold.
 */
class World {
  machine = FRESH;
  readonly #random: () => number;
  #fromHub: CallEvent[] = [];
  #fromBrowser: CallEvent[] = [];
  #link = false;
  #epoch = 0;
  #generation = 1;
  #bridgeUp = true;
  /** What the hub believes to run for this seat. */
  #hubHas: Held | undefined;
  #offers = 0;
  #openRound: number | undefined;
  #answering = false;
  #claiming = false;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  trouble(): void {
    const dice = this.#random();
    if (dice < 0.45) this.deliver();
    else if (dice < 0.55) this.setLink(!this.#link);
    else if (dice < 0.62) this.moveBridge();
    else if (dice < 0.66) this.#bridgeUp = !this.#bridgeUp;
    else if (dice < 0.72) this.#tell({ is: "failed", round: this.machine.round });
    else if (dice < 0.76) this.#tell({ is: "steady", round: this.machine.round });
    else if (dice < 0.8) this.#tell({ is: "media-opened", sending: this.#random() < 0.8 });
    else if (dice < 0.84) this.#tell({ is: "failed", round: this.machine.round - 1 });
    else if (dice < 0.94) this.hubOffers();
    else this.view();
  }

  calm(): void {
    this.#bridgeUp = true;
    this.setLink(true);
    this.#tell({ is: "media-opened", sending: true });
    this.view();
    for (let i = 0; i < 200; i++) {
      if (i % 10 === 0) this.hubOffers();
      this.deliver();
    }
    this.hubOffers();
    while (this.#fromHub.length + this.#fromBrowser.length > 0) this.deliver();
  }

  holds(): { held: Held | undefined; hubHas: Held | undefined; generation: number } {
    return { held: this.machine.held, hubHas: this.#hubHas, generation: this.#generation };
  }

  setLink(up: boolean): void {
    if (this.#link === up) return;
    this.#link = up;
    this.#fromHub = [];
    this.#claiming = false;
    this.#tell({ is: "link", up });
    if (up) this.view();
  }

  moveBridge(): void {
    this.#generation++;
    this.#hubHas = undefined;
    this.#offers = 0;
    this.view();
  }

  view(): void {
    if (!this.#link) return;
    const moving = !this.#bridgeUp;
    this.#fromHub.push({
      is: "view",
      generation: this.#generation,
      moving,
      hasSeat: true,
      isAbsent: false,
    });
  }

  hubOffers(): void {
    if (!this.#link || !this.#hubHas) return;
    const offer: Offer = {
      type: "media.offer",
      callId: "call",
      ...this.#hubHas,
      offer: ++this.#offers,
      sdp: "",
      tracks: [{ mid: "0", seatId: `seat ${this.#offers}`, kind: "video" }],
    };
    this.#fromHub.push({ is: "offered", offer });
  }

  deliver(): void {
    const [one, other] =
      this.#random() < 0.5
        ? [this.#fromHub, this.#fromBrowser]
        : [this.#fromBrowser, this.#fromHub];
    const event = one.shift() ?? other.shift();
    if (event) this.#tell(event);
  }

  #tell(event: CallEvent): void {
    if ("no" in event && event.is !== "waited") this.#claiming = false;
    if (event.is === "answer-made" && event.round === this.#openRound) this.#answering = false;
    const { now, effects } = step(this.machine, event);
    this.machine = now;
    for (const effect of effects) this.#act(effect);
    expect(this.#openRound !== undefined).toBe(now.running);
  }

  #act(effect: Effect): void {
    switch (effect.do) {
      case "claim":
        return this.#claimed(effect);
      case "wait":
        this.#fromBrowser.push({ is: "waited", no: effect.no });
        return;
      case "open-peers":
        expect(this.#openRound).toBeUndefined();
        this.#openRound = effect.round;
        this.#answering = false;
        return;
      case "close-peers":
        expect(this.#openRound).toBeDefined();
        this.#openRound = undefined;
        return;
      case "make-offer":
        this.#fromBrowser.push({ is: "offer-made", round: effect.round, sdp: "" });
        return;
      case "publish":
        return this.#published(effect);
      case "make-answer":
        expect(this.#answering).toBe(false);
        this.#answering = true;
        this.#fromBrowser.push({ is: "answer-made", round: effect.round, sdp: "" });
        return;
      case "send-answer":
        return this.#answered(effect.held);
      case "accept-answer":
        expect(effect.round).toBe(this.#openRound);
        return;
      case "stop":
        throw new Error("nobody asked it to stop");
      default:
        effect satisfies never;
    }
  }

  #claimed({ no, media }: Extract<Effect, { do: "claim" }>): void {
    expect([this.#link, this.#claiming]).toEqual([true, false]);
    this.#claiming = true;
    if (!this.#bridgeUp) {
      this.#fromHub.push({ is: "claim-refused", no, problem: undefined });
      return;
    }
    const isKept =
      media !== undefined &&
      this.#hubHas?.epoch === media.epoch &&
      this.#hubHas.generation === media.generation;
    this.#hubHas = { epoch: ++this.#epoch, generation: this.#generation };
    this.#offers = 0;
    const seat = { no, ...this.#hubHas, media: isKept ? "keep" : "build" } as const;
    this.#fromHub.push({ is: "claimed", ...seat });
  }

  #published({ round, held }: Extract<Effect, { do: "publish" }>): void {
    expect(held).toEqual(this.machine.held);
    expect(round).toBe(this.#openRound);
    if (!this.#link) return;
    const isStale =
      this.#hubHas?.epoch !== held.epoch || this.#hubHas.generation !== held.generation;
    this.#fromHub.push(
      isStale ? { is: "publish-refused", round } : { is: "published", round, sdp: "" },
    );
  }

  #answered(held: Held): void {
    expect(this.#link).toBe(true);
    expect(held).toEqual(this.machine.held);
    const isStale =
      this.#hubHas?.epoch !== held.epoch || this.#hubHas.generation !== held.generation;
    if (isStale) this.#fromHub.push({ is: "answer-refused", held });
  }
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  "after any trouble the call is whole again (seed %i)",
  (seed) => {
    const world = new World(seed);

    for (let i = 0; i < 400; i++) world.trouble();
    world.calm();

    const { held, hubHas, generation } = world.holds();
    expect(world.machine.phase).toBe("live");
    expect(world.machine.published).toBe("yes");
    expect(held).toEqual(hubHas);
    expect(held?.generation).toBe(generation);
    expect(world.machine.tracks).toHaveLength(1);
  },
);
