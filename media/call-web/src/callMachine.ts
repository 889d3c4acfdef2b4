import type { Offer, Problem } from "@wuduan/contract/messages.ts";

/**
 * joining: not in the call so far; live: seated, and what there is to send is sent; rebuilding: was
 * live, media is being made anew; superseded: the seat was taken elsewhere; ended: closed, or signed out.
 */
export type Phase = "joining" | "live" | "rebuilding" | "superseded" | "ended";

/** Offers that wait behind the one being answered; one more, and media is built anew. */
export const OFFERS_LIMIT = 16;

/** A claimed seat: its media messages carry these two numbers. */
export interface Held {
  epoch: number;
  generation: number;
}

export interface Machine {
  phase: Phase;
  linkUp: boolean;
  /** False once a view says that this terminal has no seat. */
  hasSeat: boolean;
  /** The seat has to be asked for with the claim. */
  joins: boolean;
  /** The bridge was lost and no other has been found. */
  moving: boolean;
  /** The highest generation that a view has named. */
  wanted: number;
  /** Whether there is anything to send; unknown while the camera is being opened. */
  sending: "unknown" | "yes" | "no";
  claim: "idle" | "asked" | "waiting";
  /** Numbers claims and waits; an answer to an older one is dropped. */
  claimNo: number;
  /** Claims that led nowhere since media last flowed. */
  failures: number;
  held: Held | undefined;
  /** Numbers the pairs of peer connections; what an older pair tells is dropped. */
  round: number;
  /** Whether the pair of this round is open and has not failed. */
  running: boolean;
  /** The pair was opened while the claim is under way, so that the own offer is ready when the seat is ours. */
  isAhead: boolean;
  /** The own offer of a pair that was opened ahead. */
  readySdp: string | undefined;
  published: "no" | "offering" | "asked" | "yes";
  answering: Offer | undefined;
  /** An answer could not be sent because the link was down: the bridge still waits for it. */
  owesAnswer: boolean;
  offers: readonly Offer[];
  /** Offers that overtook the answer to our claim. */
  early: readonly Offer[];
  /** Which seat and kind each mid carries now. */
  tracks: Offer["tracks"];
  /** Epoch of a supersession that came while our own claim was under way: it may be our own. */
  supersededBy: number | undefined;
}

export type CallEvent =
  /** isAbsent: the others are shown that nobody sits in the own seat. */
  | { is: "view"; generation: number; moving: boolean; hasSeat: boolean; isAbsent: boolean }
  | { is: "link"; up: boolean }
  | { is: "link-ended"; superseded: boolean }
  | { is: "media-opened"; sending: boolean }
  | { is: "claimed"; no: number; epoch: number; generation: number; media: "keep" | "build" }
  | { is: "claim-refused"; no: number; problem: Problem | undefined }
  | { is: "waited"; no: number }
  | { is: "offer-made"; round: number; sdp: string }
  | { is: "published"; round: number; sdp: string }
  | { is: "publish-refused"; round: number }
  | { is: "offered"; offer: Offer }
  | { is: "answer-made"; round: number; sdp: string }
  | { is: "answer-refused"; held: Held }
  /** Media of this round has flowed for a while: what failed before is forgotten. */
  | { is: "steady"; round: number }
  | { is: "failed"; round: number }
  | { is: "superseded"; epoch: number }
  | { is: "closed" };

export type Effect =
  | { do: "claim"; no: number; joins: boolean; media: Held | undefined }
  /** Wait longer after each failure, then tell `waited`. */
  | { do: "wait"; no: number; failures: number }
  | { do: "open-peers"; round: number }
  | { do: "close-peers" }
  | { do: "make-offer"; round: number }
  | { do: "publish"; round: number; held: Held; sdp: string }
  | { do: "accept-answer"; round: number; sdp: string }
  | { do: "make-answer"; round: number; sdp: string }
  | { do: "send-answer"; held: Held; offer: number; sdp: string }
  /** Camera and microphone are let go, everything stops. */
  | { do: "stop" };

export const FRESH: Machine = {
  phase: "joining",
  linkUp: false,
  hasSeat: true,
  joins: false,
  moving: false,
  wanted: 0,
  sending: "unknown",
  claim: "idle",
  claimNo: 0,
  failures: 0,
  held: undefined,
  round: 0,
  running: false,
  isAhead: false,
  readySdp: undefined,
  published: "no",
  answering: undefined,
  owesAnswer: false,
  offers: [],
  early: [],
  tracks: [],
  supersededBy: undefined,
};

/** One step of PROTOCOL.md §4: what happened, what it makes of the call, and what is to be done. */
export function step(before: Machine, event: CallEvent): { now: Machine; effects: Effect[] } {
  if (isOver(before)) return { now: before, effects: [] };
  const now = { ...before };
  const effects: Effect[] = [];
  take(now, event, (effect) => effects.push(effect));
  if (!isOver(now)) now.phase = phaseOf(now);
  return { now, effects };
}

type Act = (effect: Effect) => void;

const isOver = (m: Machine) => m.phase === "superseded" || m.phase === "ended";

/** Once live, a camera that opens late changes nothing; after a rebuild it must be seen again first. */
function phaseOf(m: Machine): Phase {
  const isMade = m.held !== undefined && m.running && !m.isAhead && !m.moving;
  const isSent = m.sending !== "yes" || m.published === "yes" || m.phase === "live";
  if (isMade && isSent) return "live";
  return m.phase === "joining" ? "joining" : "rebuilding";
}

function take(m: Machine, event: CallEvent, act: Act): void {
  switch (event.is) {
    case "view":
      return viewed(m, event, act);
    case "link":
      return linked(m, event.up, act);
    case "link-ended":
      return finish(m, event.superseded ? "superseded" : "ended", act);
    case "media-opened":
      m.sending = event.sending ? "yes" : "no";
      return publish(m, act);
    case "claimed":
      if (m.claim === "asked" && event.no === m.claimNo) claimed(m, event, act);
      return;
    case "claim-refused":
      if (m.claim === "asked" && event.no === m.claimNo) refused(m, act);
      return;
    case "waited":
      if (m.claim !== "waiting" || event.no !== m.claimNo) return;
      m.claim = "idle";
      return claim(m, act);
    case "superseded":
      return superseded(m, event.epoch, act);
    case "closed":
      return finish(m, "ended", act);
    default:
      return takeMedia(m, event, act);
  }
}

type MediaEvent = Extract<
  CallEvent,
  { round: number } | { is: "offered" } | { is: "answer-refused" }
>;

function takeMedia(m: Machine, event: MediaEvent, act: Act): void {
  if ("round" in event && (event.round !== m.round || !m.running)) return;
  switch (event.is) {
    case "offer-made":
      if (m.published !== "offering") return;
      m.readySdp = event.sdp;
      return sendOffer(m, act);
    case "published":
      if (m.published !== "asked") return;
      m.published = "yes";
      return act({ do: "accept-answer", round: m.round, sdp: event.sdp });
    case "offered":
      return offered(m, event.offer, act);
    case "answer-made":
      return answered(m, event.sdp, act);
    case "answer-refused":
      if (isHeld(m, event.held)) rebuild(m, act);
      return;
    case "steady":
      m.failures = 0;
      return;
    case "publish-refused":
    case "failed":
      return rebuild(m, act);
    default:
      event satisfies never;
  }
}

function viewed(m: Machine, view: Extract<CallEvent, { is: "view" }>, act: Act): void {
  const hasBridgeAgain = m.moving && !view.moving;
  m.hasSeat = view.hasSeat;
  m.moving = view.moving;
  if (!m.hasSeat) return unseated(m, act);
  if (view.generation <= m.wanted) {
    const isWaitVoid = m.claim === "waiting" && hasBridgeAgain;
    if (!m.running || m.isAhead) {
      if (m.claim === "idle" || isWaitVoid) restart(m, act);
    } else if (view.isAbsent && m.published !== "offering" && m.published !== "asked") {
      // left and taken again in one breath: the hub has let go of a seat that this page still sits in
      claim(m, act);
    }
    return;
  }
  m.wanted = view.generation;
  const isBehind = m.held !== undefined && m.held.generation < m.wanted;
  if (m.claim === "asked" ? isBehind : isBehind || !m.running || m.isAhead) restart(m, act);
}

/** The seat was left or taken away; a later view may give one again. */
function unseated(m: Machine, act: Act): void {
  closePeers(m, act);
  m.held = undefined;
  if (m.claim === "waiting") m.claim = "idle";
}

function linked(m: Machine, up: boolean, act: Act): void {
  m.linkUp = up;
  m.claim = "idle";
  m.supersededBy = undefined;
  m.early = [];
  if (up) claim(m, act);
}

/** The bridge has changed: whatever runs is void, and there is nothing to wait for. */
function restart(m: Machine, act: Act): void {
  closePeers(m, act);
  if (m.claim === "waiting") m.claim = "idle";
  claim(m, act);
}

/** Media that runs is offered to be kept; what is half built, failed or of an old bridge is not. */
function claim(m: Machine, act: Act): void {
  if (!m.linkUp || !m.hasSeat || m.claim !== "idle") return;
  const canKeep =
    m.running &&
    !m.isAhead &&
    m.held !== undefined &&
    m.held.generation >= m.wanted &&
    (m.published === "yes" || m.published === "no") &&
    !m.owesAnswer;
  if (!canKeep && !m.isAhead) closePeers(m, act);
  m.claim = "asked";
  m.claimNo++;
  act({ do: "claim", no: m.claimNo, joins: m.joins, media: canKeep ? m.held : undefined });
  if (!canKeep && m.failures === 0) openPeersAhead(m, act);
}

function claimed(m: Machine, seat: Extract<CallEvent, { is: "claimed" }>, act: Act): void {
  m.claim = "idle";
  if (m.supersededBy !== undefined && m.supersededBy > seat.epoch) {
    return finish(m, "superseded", act);
  }
  m.supersededBy = undefined;
  if (!m.hasSeat) return;
  m.joins = false;
  m.held = { epoch: seat.epoch, generation: seat.generation };
  m.offers = [];
  const isKeptInVain = seat.media === "keep" && (!m.running || m.isAhead);
  if (seat.generation < m.wanted || isKeptInVain) return rebuild(m, act);
  if (seat.media === "build" && !m.isAhead) openPeers(m, act);
  m.isAhead = false;
  const early = m.early;
  m.early = [];
  for (const offer of early) offered(m, offer, act);
  sendOffer(m, act);
  publish(m, act);
}

/** Also when no answer came: the hub will know more a little later. */
function refused(m: Machine, act: Act): void {
  m.claim = "idle";
  if (m.supersededBy !== undefined) return finish(m, "superseded", act);
  closePeers(m, act);
  wait(m, act);
}

/** Claims anew without media: at once the first time, later after a growing wait. */
function rebuild(m: Machine, act: Act): void {
  closePeers(m, act);
  if (m.claim !== "idle") return;
  if (m.failures === 0) {
    m.failures = 1;
    return claim(m, act);
  }
  wait(m, act);
}

function wait(m: Machine, act: Act): void {
  m.claim = "waiting";
  m.claimNo++;
  act({ do: "wait", no: m.claimNo, failures: m.failures });
  m.failures++;
}

function publish(m: Machine, act: Act): void {
  if (m.sending !== "yes" || !m.running || m.published !== "no") return;
  m.published = "offering";
  act({ do: "make-offer", round: m.round });
}

/** As soon as the offer is made and the seat is ours. Seeing the others comes first: one negotiation at a time. */
function sendOffer(m: Machine, act: Act): void {
  if (m.readySdp === undefined || m.isAhead || m.answering || !m.held) return;
  m.published = "asked";
  act({ do: "publish", round: m.round, held: m.held, sdp: m.readySdp });
  m.readySdp = undefined;
}

const isHeld = (m: Machine, numbers: Held) =>
  m.held?.epoch === numbers.epoch && m.held.generation === numbers.generation;

function offered(m: Machine, offer: Offer, act: Act): void {
  if (m.claim === "asked" && offer.epoch > (m.held?.epoch ?? 0)) {
    m.early = [...m.early, offer].slice(-OFFERS_LIMIT);
    return;
  }
  if (!m.running || !isHeld(m, offer)) return;
  if (m.offers.length >= OFFERS_LIMIT) return rebuild(m, act);
  m.offers = [...m.offers, offer];
  answerNext(m, act);
}

/** One answer at a time. A mid that changes its seat shows nobody until the change is made. */
function answerNext(m: Machine, act: Act): void {
  const [next, ...rest] = m.offers;
  if (m.answering || !next) return;
  m.offers = rest;
  m.answering = next;
  m.tracks = m.tracks.filter((old) =>
    next.tracks.some((track) => track.mid === old.mid && track.seatId === old.seatId),
  );
  act({ do: "make-answer", round: m.round, sdp: next.sdp });
}

function answered(m: Machine, sdp: string, act: Act): void {
  const offer = m.answering;
  if (!offer) return;
  m.answering = undefined;
  m.tracks = offer.tracks;
  if (isHeld(m, offer)) {
    const held = { epoch: offer.epoch, generation: offer.generation };
    if (m.linkUp) act({ do: "send-answer", held, offer: offer.offer, sdp });
    else m.owesAnswer = true;
  }
  answerNext(m, act);
  sendOffer(m, act);
}

function superseded(m: Machine, epoch: number, act: Act): void {
  if (epoch <= (m.held?.epoch ?? 0)) return;
  if (m.claim === "asked") m.supersededBy = epoch;
  else finish(m, "superseded", act);
}

function openPeers(m: Machine, act: Act): void {
  closePeers(m, act);
  m.round++;
  m.running = true;
  act({ do: "open-peers", round: m.round });
}

function openPeersAhead(m: Machine, act: Act): void {
  if (m.running) return;
  openPeers(m, act);
  m.isAhead = true;
  publish(m, act);
}

function closePeers(m: Machine, act: Act): void {
  if (m.running) act({ do: "close-peers" });
  m.running = false;
  m.isAhead = false;
  m.readySdp = undefined;
  m.published = "no";
  m.answering = undefined;
  m.owesAnswer = false;
  m.offers = [];
  m.tracks = [];
}

function finish(m: Machine, phase: "superseded" | "ended", act: Act): void {
  closePeers(m, act);
  m.phase = phase;
  act({ do: "stop" });
}
