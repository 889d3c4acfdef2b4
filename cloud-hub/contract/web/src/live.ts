import { reconnectDelayMillis } from "./backoff.ts";
import type { LiveToHub, LiveToTerminal, Problem, Stream, View } from "./messages.ts";
import { problemType } from "./problems.ts";
import { Watches, type Watcher } from "./watches.ts";

/** connecting: never up so far; ended: it will not come back by itself (`ended()` says why). */
export type LinkState = "connecting" | "up" | "lost" | "ended";

/** signed-out: 4401; superseded: 4409, open elsewhere; outdated: the hub speaks another version. */
export type EndReason = "closed" | "signed-out" | "superseded" | "outdated";

type WithoutId<M> = M extends { id: string } ? Omit<M, "id"> : never;
export type OutgoingWithoutId = WithoutId<LiveToHub>;

export interface Live {
  link(): LinkState;
  /** Why the link is `ended`; undefined while it is not. */
  ended(): EndReason | undefined;
  onLink(listener: (state: LinkState) => void): () => void;
  /** Newest view now (if known) and after each change; re-watched after each reconnect. Several watchers of a stream share one watch. */
  watch(
    stream: Stream,
    listener: (view: View, seq: number) => void,
    onGone?: (problem: Problem) => void,
  ): () => void;
  /** Sends with a fresh id, resolves with the frame whose ref is that id; rejects with Refusal, with LinkLost when the socket drops, with NoAnswer after `REQUEST_LIMIT_MILLIS`. */
  request(message: OutgoingWithoutId): Promise<LiveToTerminal>;
  onMessage(listener: (message: LiveToTerminal) => void): () => void;
  close(): void;
}

/** The hub refused one message; the connection goes on. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.type);
    this.name = "Refusal";
  }
}

/** The socket dropped, or was not up, before the answer came. */
export class LinkLost extends Error {
  constructor() {
    super("the link to the hub is lost");
    this.name = "LinkLost";
  }
}

/** The link is up, but this message has no answer (`media.answer` never has one, unless it is refused). */
export class NoAnswer extends Error {
  constructor() {
    super("no answer came in time");
    this.name = "NoAnswer";
  }
}

/** A socket that has not been welcomed after this time is given up. */
export const WELCOME_LIMIT_MILLIS = 8000;
/** A link is lost after this many beats without any frame (PROTOCOL.md §3): shown within 5 s, two lost beats forgiven. */
export const SILENT_BEATS_LIMIT = 3.7;
/** How long a request waits for the frame that names it. */
export const REQUEST_LIMIT_MILLIS = 15_000;
/** Largest frame that the hub takes (PROTOCOL.md §3), in UTF-8 bytes. */
export const FRAME_LIMIT_BYTES = 256 * 1024;

export interface LiveOptions {
  url: string;
  protocols?: string[];
  /** Milliseconds since any fixed instant. */
  now?: () => number;
  /** Numbers in [0, 1), for the jitter of reconnects. */
  random?: () => number;
  openSocket?: (url: string, protocols: string[]) => WebSocket;
}

/** Opens the terminal's one connection to the hub and keeps it, as PROTOCOL.md §3 says. */
export function connectLive(options: LiveOptions): Live {
  return new LiveLink(options);
}

/** The address of `/live` on the host that served the page. */
export function liveUrl(page: Pick<Location, "protocol" | "host"> = location): string {
  return `${page.protocol === "https:" ? "wss" : "ws"}://${page.host}/live`;
}

/** The hub would close the connection (1009); refusing the one message here keeps the others alive. */
function frameTooLarge(): Problem {
  return {
    type: "urn:wuduan:problem:payload-too-large",
    title: "The message is over the limit of a frame",
    status: 413,
  };
}

interface Waiting {
  resolve(message: LiveToTerminal): void;
  reject(reason: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

class LiveLink implements Live {
  readonly #options: LiveOptions;
  readonly #now: () => number;
  readonly #watches = new Watches();
  readonly #linkListeners = new Set<(state: LinkState) => void>();
  readonly #messageListeners = new Set<(message: LiveToTerminal) => void>();
  readonly #requests = new Map<string, Waiting>();
  /** The newest watch message of each stream: only its refusal counts. */
  readonly #watchIds = new Map<Stream, string>();
  #state: LinkState = "connecting";
  #ended: EndReason | undefined;
  #socket: WebSocket | undefined;
  #welcomed = false;
  #lastId = 0;
  #failures = 0;
  #silenceLimitMillis = WELCOME_LIMIT_MILLIS;
  #lastFrameAt = 0;
  #watchdog: Timer;
  #reconnect: Timer;
  #refusedVersion = false;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#open();
  }

  link(): LinkState {
    return this.#state;
  }

  ended(): EndReason | undefined {
    return this.#ended;
  }

  onLink(listener: (state: LinkState) => void): () => void {
    this.#linkListeners.add(listener);
    return () => this.#linkListeners.delete(listener);
  }

  onMessage(listener: (message: LiveToTerminal) => void): () => void {
    this.#messageListeners.add(listener);
    return () => this.#messageListeners.delete(listener);
  }

  watch(
    stream: Stream,
    listener: (view: View, seq: number) => void,
    onGone?: (problem: Problem) => void,
  ): () => void {
    const watcher: Watcher = { onView: listener, onGone: (problem) => onGone?.(problem) };
    if (this.#watches.add(stream, watcher)) this.#sendWatch(stream);
    return () => {
      if (!this.#watches.remove(stream, watcher)) return;
      this.#watchIds.delete(stream);
      if (!this.#welcomed) return;
      this.#send({ type: "unwatch", id: this.#newId(), stream });
    };
  }

  request(message: OutgoingWithoutId): Promise<LiveToTerminal> {
    if (!this.#welcomed) return Promise.reject(new LinkLost());
    const id = this.#newId();
    const frame = JSON.stringify({ ...message, id });
    if (new TextEncoder().encode(frame).length > FRAME_LIMIT_BYTES) {
      return Promise.reject(new Refusal(frameTooLarge()));
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#requests.delete(id);
        reject(new NoAnswer());
      }, REQUEST_LIMIT_MILLIS);
      this.#requests.set(id, { resolve, reject, timer });
      this.#socket?.send(frame);
    });
  }

  close(): void {
    this.#end("closed");
  }

  #newId(): string {
    return String(++this.#lastId);
  }

  #open(): void {
    const open = this.#options.openSocket ?? ((url, protocols) => new WebSocket(url, protocols));
    const socket = open(this.#options.url, this.#options.protocols ?? []);
    this.#socket = socket;
    this.#refusedVersion = false;
    this.#silenceLimitMillis = WELCOME_LIMIT_MILLIS;
    this.#heard();
    socket.onopen = () => this.#send({ type: "hello", id: this.#newId(), protocol: 1 });
    socket.onmessage = (event: MessageEvent<unknown>) => this.#frame(event.data);
    socket.onclose = (event) => this.#closed(event.code);
  }

  #send(message: LiveToHub): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #sendWatch(stream: Stream): void {
    if (!this.#welcomed) return;
    const id = this.#newId();
    this.#watchIds.set(stream, id);
    this.#send({ type: "watch", id, stream });
  }

  /**
   * Any frame proves the link. The silence is measured by the clock and not by the timer alone:
   * hidden tabs throttle their timers, and a late timer must not call a living link lost.
   */
  #heard(): void {
    this.#lastFrameAt = this.#now();
    if (this.#watchdog === undefined) this.#guardSilence(this.#silenceLimitMillis);
  }

  #guardSilence(millis: number): void {
    this.#watchdog = setTimeout(() => {
      const left = this.#lastFrameAt + this.#silenceLimitMillis - this.#now();
      if (left > 0) this.#guardSilence(left);
      else this.#lost();
    }, millis);
  }

  #frame(data: unknown): void {
    this.#heard();
    if (typeof data !== "string") return;
    const message = JSON.parse(data) as LiveToTerminal;
    this.#take(message);
    for (const listener of [...this.#messageListeners]) listener(message);
  }

  #take(message: LiveToTerminal): void {
    switch (message.type) {
      case "welcome":
        this.#welcome(message.beatSeconds);
        break;
      case "beat":
        this.#failures = 0;
        for (const stream of this.#watches.behind(message.heads)) this.#sendWatch(stream);
        break;
      case "view":
        this.#watches.view(message);
        break;
      case "gone":
        this.#watches.gone(message.stream, message.problem);
        break;
      case "refused":
        this.#refused(message.problem, message.ref);
        break;
      case "seat.claimed":
      case "media.published":
        this.#answered(message.ref)?.resolve(message);
        break;
      case "seat.superseded":
      case "media.offer":
        break;
      default:
        message satisfies never;
    }
  }

  #welcome(beatSeconds: number): void {
    this.#welcomed = true;
    this.#silenceLimitMillis = SILENT_BEATS_LIMIT * beatSeconds * 1000;
    clearTimeout(this.#watchdog);
    this.#guardSilence(this.#silenceLimitMillis);
    this.#watches.connected();
    for (const stream of this.#watches.streams()) this.#sendWatch(stream);
    this.#change("up");
  }

  #refused(problem: Problem, ref: string | undefined): void {
    if (problemType(problem) === "unsupported-version") this.#refusedVersion = true;
    if (ref === undefined) return;
    for (const [stream, id] of this.#watchIds) {
      if (id === ref) this.#watches.gone(stream, problem);
    }
    this.#answered(ref)?.reject(new Refusal(problem));
  }

  #answered(ref: string): Waiting | undefined {
    const waiting = this.#requests.get(ref);
    if (!waiting) return undefined;
    clearTimeout(waiting.timer);
    this.#requests.delete(ref);
    return waiting;
  }

  #closed(code: number): void {
    if (code === 4401) this.#end("signed-out");
    else if (code === 4409) this.#end("superseded");
    else if (code === 4400 && this.#refusedVersion) this.#end("outdated");
    else this.#lost();
  }

  #lost(): void {
    this.#drop();
    this.#reconnect = setTimeout(
      () => this.#open(),
      reconnectDelayMillis(this.#failures++, this.#options.random ?? Math.random),
    );
    this.#change("lost");
  }

  #end(reason: EndReason): void {
    if (this.#state === "ended") return;
    this.#drop();
    this.#ended = reason;
    this.#change("ended");
  }

  /** Leaves the socket without waiting for its close: on a dead network that takes minutes. */
  #drop(): void {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#reconnect);
    this.#watchdog = undefined;
    this.#welcomed = false;
    this.#watchIds.clear();
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    const requests = [...this.#requests.values()];
    this.#requests.clear();
    for (const { reject, timer } of requests) {
      clearTimeout(timer);
      reject(new LinkLost());
    }
  }

  #change(state: LinkState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of [...this.#linkListeners]) listener(state);
  }
}
