import { beat, FakeSocket, welcome } from "@wuduan/contract/fakeSocket.ts";
import { connectLive } from "@wuduan/contract/live.ts";
import type { Call, LiveToHub, Offer, Seat } from "@wuduan/contract/messages.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FROZEN_AFTER_SAMPLES } from "./arrivals.ts";
import { SAMPLE_EVERY_MILLIS, startCall, STEADY_AFTER_MILLIS, type CallOptions } from "./call.ts";
import { fakeCamera, FakePeer, FakeStream, type FakeTrack } from "./fakeBrowser.ts";
import { MediaUnavailable } from "./media.ts";

const CALL = "0198c0de-0000-7000-8000-000000000003";
const [ME, PATIENT, CHILD] = ["me", "patient", "child"];
const seat = (id: string): Seat => ({ id, role: "family", name: id, presence: "present" });
const callOf = (more: Partial<Call> = {}): Call => ({
  id: CALL,
  generation: 1,
  media: "ready",
  seats: [seat(ME), seat(PATIENT), seat(CHILD)],
  mySeatId: ME,
  ...more,
});

let socket: FakeSocket;
const settled = () => vi.advanceTimersByTimeAsync(0);

async function start(more: Partial<CallOptions> = {}, first: Call = callOf()) {
  const live = connectLive({
    url: "ws://hub/live",
    now: Date.now,
    random: () => 0,
    openSocket: () => (socket = new FakeSocket()).asWebSocket(),
  });
  linkUp();
  const camera = fakeCamera("audio", "video");
  const call = startCall({
    live,
    callId: CALL,
    openMedia: () => Promise.resolve(camera),
    createPeer: FakePeer.create,
    random: () => 0,
    ...more,
  });
  call.update(first);
  await settled();
  return { live, call, camera };
}

function linkUp(): void {
  socket.opens();
  socket.hubSends(welcome(socket.last("hello").id));
}

async function hubClaims(epoch = 1, generation = 1, media: "keep" | "build" = "build") {
  const ref = socket.last("seat.claim").id;
  const seat = { callId: CALL, seatId: ME, epoch, generation, media };
  socket.hubSends({ type: "seat.claimed", ref, ...seat });
  await settled();
}

async function hubPublishes(epoch = 1, generation = 1) {
  const ref = socket.last("media.publish").id;
  const held = { callId: CALL, epoch, generation };
  socket.hubSends({ type: "media.published", ref, ...held, sdp: "hub's answer" });
  await settled();
}

async function hubOffers(offer: number, tracks: Offer["tracks"], epoch = 1, generation = 1) {
  const sdp = tracks.map(({ mid, kind }) => `${mid}:${kind}`).join(" ");
  const held = { callId: CALL, epoch, generation };
  socket.hubSends({ type: "media.offer", ...held, offer, sdp, tracks });
  await settled();
}

async function live() {
  const started = await start();
  await hubClaims();
  await hubPublishes();
  expect(started.call.state().phase).toBe("live");
  return started;
}

async function refuse(type: LiveToHub["type"], problem: string) {
  const { id: ref } = socket.last(type);
  const title = problem;
  const told = { type: `urn:wuduan:problem:${problem}`, title, status: 409 };
  socket.hubSends({ type: "refused", ref, problem: told });
  await settled();
}

const video = (mid: string, seatId: string) => ({ mid, seatId, kind: "video" as const });
const audio = (mid: string, seatId: string) => ({ mid, seatId, kind: "audio" as const });
const peer = (at: number) => FakePeer.made.at(at) ?? expect.fail(`no peer ${at}`);

beforeEach(() => {
  vi.useFakeTimers();
  FakePeer.made = [];
  vi.stubGlobal("MediaStream", FakeStream);
  vi.stubGlobal("RTCRtpReceiver", { getCapabilities: () => null });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("sends sound, and the picture in three sizes", async () => {
  const { call, camera } = await live();

  expect(peer(0).sent.map(({ kind, init }) => [kind, init.direction])).toEqual([
    ["audio", "sendonly"],
    ["video", "sendonly"],
  ]);
  expect(peer(0).sent[1]?.init.sendEncodings?.map(({ rid }) => rid)).toEqual(["h", "m", "l"]);
  expect(socket.last("media.publish")).toMatchObject({ epoch: 1, generation: 1 });
  expect(peer(0).remote).toEqual([{ type: "answer", sdp: "hub's answer" }]);
  expect(call.state().local).toBe(camera);
});

test("each tile carries what belongs to its seat, in whatever order it comes", async () => {
  const { call } = await live();

  await hubOffers(1, [video("0", CHILD), audio("1", PATIENT), video("2", PATIENT)]);

  const [patient, child] = call.state().tiles;
  const track = (mid: number) => peer(-1).transceivers[mid]?.receiver.track;
  expect([patient?.seatId, child?.seatId]).toEqual([PATIENT, CHILD]);
  expect(patient?.audio?.getTracks()[0]).toBe(track(1));
  expect(patient?.video?.getTracks()[0]).toBe(track(2));
  expect(child?.video?.getTracks()[0]).toBe(track(0));
  expect(child?.audio).toBeNull();
  expect(socket.last("media.answer")).toMatchObject({ offer: 1, sdp: "answer 1", epoch: 1 });
});

test("a mid that changes its seat moves its picture to the other tile", async () => {
  const { call } = await live();
  await hubOffers(1, [video("0", CHILD)]);
  const picture = call.state().tiles[1]?.video;
  expect(picture).not.toBeNull();

  await hubOffers(2, [video("0", PATIENT)]);

  expect(call.state().tiles.map((tile) => tile.video)).toEqual([picture, null]);
});

test("a seat that the view does not name has no tile", async () => {
  const { call } = await live();

  await hubOffers(1, [video("0", "stranger")]);

  expect(call.state().tiles.map((tile) => tile.video)).toEqual([null, null]);
});

test("nothing is drawn anew while nothing changes", async () => {
  const { call } = await live();
  await hubOffers(1, [video("0", CHILD), audio("1", CHILD)]);
  const seen = vi.fn();
  call.onChange(seen);
  const before = call.state();

  call.update(callOf());
  await vi.advanceTimersByTimeAsync(0);
  expect([seen.mock.calls.length, call.state()]).toEqual([0, before]);

  peer(-1).stats = [
    { type: "inbound-rtp", mid: "0", framesDecoded: 7 },
    { type: "inbound-rtp", mid: "1", audioLevel: 0.42 },
    { type: "codec" },
  ];
  await vi.advanceTimersByTimeAsync(SAMPLE_EVERY_MILLIS);
  const [patient, child] = call.state().tiles;
  expect(child).toMatchObject({ speaks: true });
  expect(patient).toBe(before.tiles[0]);
});

test("a picture that stops coming is called frozen until it lives again", async () => {
  const { call } = await live();
  await hubOffers(1, [video("0", CHILD)]);
  const frozen = () => call.state().tiles[1]?.frozen;
  const samples = async (framesDecoded: number, count: number) => {
    peer(-1).stats = [{ type: "inbound-rtp", mid: "0", framesDecoded }];
    for (let i = 0; i < count; i++) {
      socket.hubSends(beat());
      await vi.advanceTimersByTimeAsync(SAMPLE_EVERY_MILLIS);
    }
  };

  await samples(0, 2 * FROZEN_AFTER_SAMPLES);
  await samples(9, FROZEN_AFTER_SAMPLES);
  expect(frozen()).toBeUndefined();

  await samples(9, 1);
  expect(frozen()).toBe(true);

  await samples(10, 1);
  expect(frozen()).toBeUndefined();
});

test("another bridge gets the same camera, over new connections", async () => {
  const { call, camera } = await live();
  const [old] = FakePeer.made;

  call.update(callOf({ generation: 2 }));
  expect(call.state().phase).toBe("rebuilding");
  await hubClaims(2, 2);
  await hubPublishes(2, 2);

  expect(old?.connectionState).toBe("closed");
  expect(call.state()).toMatchObject({ phase: "live", generation: 2, local: camera });
  expect(camera.getTracks().map((track) => track.readyState)).toEqual(["live", "live"]);
});

test("after a lost link the media that runs is kept", async () => {
  const { call } = await live();
  const made = FakePeer.made.length;
  socket.hubCloses(1006);
  await vi.advanceTimersByTimeAsync(250);
  linkUp();

  expect(socket.last("seat.claim").media).toEqual({ epoch: 1, generation: 1 });
  await hubClaims(2, 1, "keep");

  expect(call.state().phase).toBe("live");
  expect(FakePeer.made.length).toBe(made);
});

test("a failed connection is made anew, and one that keeps failing waits", async () => {
  await live();
  const claims = () => socket.count("seat.claim");

  peer(0).becomes("failed");
  expect(claims()).toBe(2);
  await hubClaims(2);
  peer(-1).becomes("failed");
  expect(claims()).toBe(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(claims()).toBe(3);

  await hubClaims(3);
  peer(-1).becomes("connected");
  await vi.advanceTimersByTimeAsync(STEADY_AFTER_MILLIS / 2);
  socket.hubSends(beat());
  await vi.advanceTimersByTimeAsync(STEADY_AFTER_MILLIS / 2);
  peer(-1).becomes("failed");
  expect(claims()).toBe(4);
});

test("an offer that the browser can't take is a failed connection", async () => {
  await live();
  await hubOffers(1, [video("0", CHILD)]);
  peer(-1).refusesOffers = true;

  await hubOffers(2, [video("0", CHILD)]);

  expect(socket.count("seat.claim")).toBe(2);
});

test.each([
  ["seat.claim", "media-unavailable"],
  ["media.publish", "stale-generation"],
] as const)("a refused %s (%s) claims again", async (type, problem) => {
  await start();
  if (type !== "seat.claim") await hubClaims();

  await refuse(type, problem);
  await vi.advanceTimersByTimeAsync(250);

  expect(socket.count("seat.claim")).toBe(2);
});

test("a refused answer claims again, one that nobody answers does not", async () => {
  await live();
  await hubOffers(1, [video("0", CHILD)]);
  await refuse("media.answer", "stale-epoch");

  expect(socket.count("seat.claim")).toBe(2);
});

test("superseded, it lets the camera go and says so", async () => {
  const { call, camera } = await live();

  socket.hubSends({ type: "seat.superseded", callId: CALL, seatId: ME, epoch: 2 });

  expect(call.state()).toMatchObject({ phase: "superseded", local: null });
  expect(camera.getTracks().every((track) => track.readyState === "ended")).toBe(true);
  expect(FakePeer.made.every((made) => made.connectionState === "closed")).toBe(true);
});

test.each([
  [4409, "superseded"],
  [4401, "ended"],
] as const)("a link that ends with %i leaves the call %s", async (code, phase) => {
  const { call } = await live();

  socket.hubCloses(code);

  expect(call.state().phase).toBe(phase);
});

test("messages of another call are not for this one", async () => {
  const { call } = await live();
  const other = "0198c0de-0000-7000-8000-000000000099";

  socket.hubSends({ type: "seat.superseded", callId: other, seatId: ME, epoch: 9 });
  call.update(callOf({ id: other, generation: 9 }));

  expect(call.state()).toMatchObject({ phase: "live", generation: 1 });
});

test("microphone and camera are switched, also before they are open", async () => {
  let open: (stream: MediaStream) => void = () => undefined;
  const { call } = await start({ openMedia: () => new Promise((resolve) => (open = resolve)) });
  call.setMicrophone(false);

  const camera = fakeCamera("audio", "video");
  open(camera);
  await settled();
  call.setCamera(false);
  call.setMicrophone(true);

  expect(camera.getTracks().map((track) => track.enabled)).toEqual([true, false]);
  expect(call.state()).toMatchObject({ micOn: true, cameraOn: false });
});

test.each([
  [() => Promise.resolve(null), "no-camera", 0],
  [() => Promise.reject(new MediaUnavailable("in-use")), "in-use", 0],
  [() => Promise.resolve(fakeCamera("audio")), "no-camera", 1],
  [() => Promise.resolve(fakeCamera("video")), "no-microphone", 1],
] as const)("takes part with what there is (%#)", async (openMedia, problem, published) => {
  const { call } = await start({ openMedia });
  await hubClaims();
  if (published) await hubPublishes();

  expect(call.state()).toMatchObject({ phase: "live", mediaProblem: problem });
  expect(socket.count("media.publish")).toBe(published);
});

test("a camera that is pulled out is told", async () => {
  const { call, camera } = await live();

  (camera.getVideoTracks()[0] as unknown as FakeTrack).unplug();

  expect(call.state().mediaProblem).toBe("no-camera");
});

test("closed, it leaves no timer, no camera and no listener behind", async () => {
  const { call, camera, live: link } = await live();

  call.close();
  link.close();

  expect(call.state().phase).toBe("ended");
  expect(camera.getTracks().every((track) => track.readyState === "ended")).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a camera that opens after the end is let go at once", async () => {
  let open: (stream: MediaStream) => void = () => undefined;
  const { call } = await start({ openMedia: () => new Promise((resolve) => (open = resolve)) });
  call.close();

  const camera = fakeCamera("video");
  open(camera);
  await settled();

  expect(camera.getTracks()[0]?.readyState).toBe("ended");
});

function withoutSeat(): Call {
  const call = callOf();
  delete call.mySeatId;
  return call;
}

test("who has no seat asks for it with the claim, and older views say nothing", async () => {
  const { call } = await start({ onRefused: vi.fn() }, withoutSeat());
  expect(socket.last("seat.claim").join).toBe(true);

  await hubClaims();
  call.update(withoutSeat());
  await hubPublishes();
  expect(call.state().phase).toBe("live");

  call.update(callOf());
  call.update(withoutSeat());
  expect(call.state().phase).not.toBe("live");
});

test("who is refused a seat is told why, once", async () => {
  const onRefused = vi.fn();
  const { call, camera } = await start({ onRefused }, withoutSeat());

  const problem = { type: "urn:wuduan:problem:wrong-state", title: "over", status: 409 };
  socket.hubSends({ type: "refused", ref: socket.last("seat.claim").id, problem });
  await settled();

  expect(onRefused.mock.calls).toEqual([[problem]]);
  expect(call.state().phase).toBe("ended");
  expect(camera.getTracks().map(({ readyState }) => readyState)).toEqual(["ended", "ended"]);
});
