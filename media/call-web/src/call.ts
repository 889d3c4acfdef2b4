import { reconnectDelayMillis } from "@wuduan/contract/backoff.ts";
import { Refusal, NoAnswer, type Live } from "@wuduan/contract/live.ts";
import type { Call, Id, LiveToTerminal, Problem, Seat } from "@wuduan/contract/messages.ts";
import {
  FRESH,
  step,
  type CallEvent,
  type Effect,
  type Machine,
  type Phase,
} from "./callMachine.ts";
import { mediaProblemOf, MediaUnavailable, type MediaProblem } from "./media.ts";
import { Peers, type CreatePeer } from "./peers.ts";
import { Arrivals } from "./arrivals.ts";
import { TileBoard } from "./tiles.ts";

export interface Tile {
  /** Name, role and presence are those of the view's seat with this id, never of an order. */
  seatId: Id;
  video: MediaStream | null;
  audio: MediaStream | null;
  /** Whether the sound is loud enough to be somebody's voice. */
  speaks: boolean;
  /** Pictures came and have stopped coming: what shows is old. */
  frozen?: true;
}

export interface CallState {
  phase: Phase;
  /** Of the bridge in use; 0 before the seat was claimed. */
  generation: number;
  /** One for each other seat of the view, in the view's order. */
  tiles: Tile[];
  local: MediaStream | null;
  micOn: boolean;
  cameraOn: boolean;
  mediaProblem?: MediaProblem;
}

export interface CallSession {
  /** The same object until something changes. */
  state(): CallState;
  onChange(listener: () => void): () => void;
  /** To be given the call of each view of the consultation. */
  update(call: Call): void;
  setMicrophone(on: boolean): void;
  setCamera(on: boolean): void;
  close(): void;
}

export interface CallOptions {
  live: Live;
  callId: Id;
  /** For example `openCamera`. Null or a rejection: take part without sending. */
  openMedia: () => Promise<MediaStream | null>;
  /**
   * Given by who has no seat yet: it is asked for with the claim, and views without an own seat say nothing until the
   * first that has one. Told why the hub refused; the session is closed then.
   */
  onRefused?: (problem: Problem) => void;
  createPeer?: CreatePeer;
  /** ICE servers, where relays are needed. */
  configuration?: RTCConfiguration;
  /** Numbers in [0, 1), for the jitter of waits. */
  random?: () => number;
}

/** How often loudness and pictures of the tiles are read, in milliseconds. */
export const SAMPLE_EVERY_MILLIS = 500;

/** Media that has been connected for so long has proved itself; failing faster waits longer and longer. */
export const STEADY_AFTER_MILLIS = 5000;

/** Takes this terminal's seat in a call and keeps it, as PROTOCOL.md §4 says. */
export function startCall(options: CallOptions): CallSession {
  return new Session(options);
}

type Timer = ReturnType<typeof setTimeout> | undefined;

class Session implements CallSession {
  readonly #options: CallOptions;
  readonly #listeners = new Set<() => void>();
  readonly #scope: (() => void)[] = [];
  readonly #board = new TileBoard();
  #machine: Machine;
  #awaitsSeat: boolean;
  #events: CallEvent[] = [];
  #isStepping = false;
  #peers: Peers | undefined;
  #seats: readonly Seat[] = [];
  #mySeatId: Id | undefined;
  #arrivals = new Arrivals();
  #local: MediaStream | null = null;
  #micOn = true;
  #cameraOn = true;
  #mediaProblem: MediaProblem | undefined;
  #state: CallState;
  #waiting: Timer;
  #steady: Timer;

  constructor(options: CallOptions) {
    this.#options = options;
    this.#awaitsSeat = options.onRefused !== undefined;
    this.#machine = { ...FRESH, joins: this.#awaitsSeat };
    this.#state = this.#snapshot();
    const { live } = options;
    const sampling = setInterval(() => void this.#sample(), SAMPLE_EVERY_MILLIS);
    this.#scope.push(
      live.onLink((link) => this.#linked(link)),
      live.onMessage((message) => this.#heard(message)),
      () => clearInterval(sampling),
    );
    this.#linked(live.link());
    void this.#openMedia();
  }

  state(): CallState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  update(call: Call): void {
    if (call.id !== this.#options.callId) return;
    this.#seats = call.seats;
    this.#mySeatId = call.mySeatId;
    this.#awaitsSeat &&= call.mySeatId === undefined;
    if (this.#awaitsSeat) return this.#changed();
    this.#tell({
      is: "view",
      generation: call.generation,
      moving: call.media === "moving",
      hasSeat: call.mySeatId !== undefined,
      isAbsent: call.seats.some(
        ({ id, presence }) => id === call.mySeatId && presence === "absent",
      ),
    });
  }

  setMicrophone(on: boolean): void {
    this.#micOn = on;
    this.#switchTracks();
  }

  setCamera(on: boolean): void {
    this.#cameraOn = on;
    this.#switchTracks();
  }

  close(): void {
    this.#tell({ is: "closed" });
    this.#listeners.clear();
  }

  #linked(link: ReturnType<Live["link"]>): void {
    if (link === "ended") {
      const superseded = this.#options.live.ended() === "superseded";
      this.#tell({ is: "link-ended", superseded });
    } else if (link === "up" || this.#machine.linkUp) {
      this.#tell({ is: "link", up: link === "up" });
    }
  }

  #heard(message: LiveToTerminal): void {
    if (message.type === "media.offer" && message.callId === this.#options.callId) {
      this.#tell({ is: "offered", offer: message });
    }
    if (message.type === "seat.superseded" && message.callId === this.#options.callId) {
      this.#tell({ is: "superseded", epoch: message.epoch });
    }
  }

  async #openMedia(): Promise<void> {
    let stream: MediaStream | null = null;
    try {
      stream = await this.#options.openMedia();
      this.#mediaProblem = stream ? mediaProblemOf(stream) : "no-camera";
    } catch (error) {
      this.#mediaProblem = error instanceof MediaUnavailable ? error.problem : "blocked";
    }
    if (this.#machine.phase === "ended" || this.#machine.phase === "superseded") {
      stream?.getTracks().forEach((track) => track.stop());
      return;
    }
    this.#local = stream;
    for (const track of stream?.getTracks() ?? []) {
      track.addEventListener("ended", () => this.#unplugged(track));
    }
    this.#switchTracks();
    this.#tell({ is: "media-opened", sending: (stream?.getTracks().length ?? 0) > 0 });
  }

  #unplugged(track: MediaStreamTrack): void {
    this.#mediaProblem = track.kind === "video" ? "no-camera" : "no-microphone";
    this.#changed();
  }

  #switchTracks(): void {
    for (const track of this.#local?.getAudioTracks() ?? []) track.enabled = this.#micOn;
    for (const track of this.#local?.getVideoTracks() ?? []) track.enabled = this.#cameraOn;
    this.#changed();
  }

  /** Steps the machine; what an effect tells at once waits until this step is done. */
  #tell(event: CallEvent): void {
    this.#events.push(event);
    if (this.#isStepping) return;
    this.#isStepping = true;
    for (let next = this.#events.shift(); next; next = this.#events.shift()) {
      const { now, effects } = step(this.#machine, next);
      this.#machine = now;
      for (const effect of effects) this.#act(effect);
    }
    this.#isStepping = false;
    this.#changed();
  }

  #act(effect: Effect): void {
    switch (effect.do) {
      case "claim":
        return void this.#claim(effect);
      case "wait":
        return this.#wait(effect.no, effect.failures);
      case "open-peers":
        return this.#openPeers(effect.round);
      case "close-peers":
        return this.#closePeers();
      case "make-offer":
        return void this.#makeOffer(effect.round);
      case "publish":
        return void this.#publish(effect);
      case "accept-answer":
        return void this.#orFailed(effect.round, this.#peers?.accept(effect.sdp));
      case "make-answer":
        return void this.#makeAnswer(effect.round, effect.sdp);
      case "send-answer":
        return void this.#sendAnswer(effect);
      case "stop":
        return this.#stop();
      default:
        effect satisfies never;
    }
  }

  async #claim({ no, joins, media }: Extract<Effect, { do: "claim" }>): Promise<void> {
    const callId = this.#options.callId;
    const join = joins && ({ join: true } as const);
    const claim = { type: "seat.claim", callId, ...join, ...(media && { media }) } as const;
    try {
      const answer = await this.#options.live.request(claim);
      if (answer.type === "seat.claimed") this.#tell({ ...answer, is: "claimed", no });
    } catch (error) {
      // After a lost link the machine claims by itself as soon as the link is up.
      const problem = error instanceof Refusal ? error.problem : undefined;
      if (problem && joins) return this.#refused(problem);
      if (problem || error instanceof NoAnswer) this.#tell({ is: "claim-refused", no, problem });
    }
  }

  #refused(problem: Problem): void {
    this.close();
    this.#options.onRefused?.(problem);
  }

  #wait(no: number, failures: number): void {
    const millis = reconnectDelayMillis(failures, this.#options.random ?? Math.random);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#tell({ is: "waited", no }), millis);
  }

  #openPeers(round: number): void {
    this.#peers = new Peers({
      createPeer: this.#options.createPeer ?? ((setting) => new RTCPeerConnection(setting)),
      configuration: { bundlePolicy: "max-bundle", ...this.#options.configuration },
      onConnected: () => {
        clearTimeout(this.#steady);
        this.#steady = setTimeout(() => this.#tell({ is: "steady", round }), STEADY_AFTER_MILLIS);
      },
      onFailed: () => this.#tell({ is: "failed", round }),
    });
  }

  #closePeers(): void {
    clearTimeout(this.#steady);
    this.#peers?.close();
    this.#peers = undefined;
    this.#arrivals = new Arrivals();
  }

  async #makeOffer(round: number): Promise<void> {
    if (!this.#local) return;
    const sdp = await this.#orFailed(round, this.#peers?.offer(this.#local));
    if (sdp !== undefined) this.#tell({ is: "offer-made", round, sdp });
  }

  async #makeAnswer(round: number, offer: string): Promise<void> {
    const sdp = await this.#orFailed(round, this.#peers?.answer(offer));
    if (sdp !== undefined) this.#tell({ is: "answer-made", round, sdp });
  }

  /** What a peer connection can't do counts as its failure: media is built anew. */
  async #orFailed<T>(round: number, work: Promise<T> | undefined): Promise<T | undefined> {
    try {
      return await work;
    } catch {
      this.#tell({ is: "failed", round });
      return undefined;
    }
  }

  async #publish({ round, held, sdp }: Extract<Effect, { do: "publish" }>): Promise<void> {
    const { live, callId } = this.#options;
    try {
      const answer = await live.request({ type: "media.publish", callId, ...held, sdp });
      if (answer.type === "media.published") {
        this.#tell({ is: "published", round, sdp: answer.sdp });
      }
    } catch (error) {
      const isTold = error instanceof Refusal || error instanceof NoAnswer;
      if (isTold) this.#tell({ is: "publish-refused", round });
    }
  }

  async #sendAnswer({ held, offer, sdp }: Extract<Effect, { do: "send-answer" }>): Promise<void> {
    const { live, callId } = this.#options;
    try {
      await live.request({ type: "media.answer", callId, ...held, offer, sdp });
    } catch (error) {
      // An answer that is taken has no answer of its own: NoAnswer is the good end.
      if (error instanceof Refusal) this.#tell({ is: "answer-refused", held });
    }
  }

  #stop(): void {
    clearTimeout(this.#waiting);
    for (const leave of this.#scope.splice(0)) leave();
    this.#closePeers();
    this.#local?.getTracks().forEach((track) => track.stop());
    this.#local = null;
  }

  async #sample(): Promise<void> {
    const peers = this.#peers;
    const arrivals = await peers?.arrivals();
    if (!arrivals || peers !== this.#peers) return;
    this.#arrivals.take(arrivals);
    this.#changed();
  }

  #snapshot(): CallState {
    const { phase, held, tracks } = this.#machine;
    return {
      phase,
      generation: held?.generation ?? 0,
      tiles: this.#board.tiles({
        seatIds: this.#seats.map(({ id }) => id).filter((id) => id !== this.#mySeatId),
        tracks,
        track: (mid) => this.#peers?.track(mid),
        arrivals: this.#arrivals.all(),
      }),
      local: this.#local,
      micOn: this.#micOn,
      cameraOn: this.#cameraOn,
      ...(this.#mediaProblem && { mediaProblem: this.#mediaProblem }),
    };
  }

  #changed(): void {
    const next = this.#snapshot();
    if (isSame(this.#state, next)) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

function isSame(one: CallState, other: CallState): boolean {
  return (
    one.phase === other.phase &&
    one.generation === other.generation &&
    one.tiles === other.tiles &&
    one.local === other.local &&
    one.micOn === other.micOn &&
    one.cameraOn === other.cameraOn &&
    one.mediaProblem === other.mediaProblem
  );
}
