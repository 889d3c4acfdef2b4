// @vitest-environment jsdom
import { act, cleanup, render } from "@testing-library/react";
import type { CallSession, CallState, Tile } from "@wuduan/call-web/call.ts";
import { fakeCamera } from "@wuduan/call-web/fakeBrowser.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../app.tsx";
import { createCallLine, ownMedia } from "../app/call.ts";
import { createStore } from "../app/store.ts";
import { atHome } from "../core/fixtures.ts";

let play: ReturnType<typeof vi.fn<() => Promise<void>>>;

beforeEach(() => {
  vi.useFakeTimers();
  play = vi.fn(() => Promise.resolve());
  // jsdom has no media: these two members are what the television touches.
  Object.assign(HTMLMediaElement.prototype, { play });
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    writable: true,
    value: null,
    configurable: true,
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A television in a call whose camera runs, with the sound of one other. */
async function inTheCall(audio: MediaStream) {
  const doctor: Tile = { seatId: "seat-first_contact", video: null, audio, speaks: false };
  const state: CallState = {
    phase: "live",
    generation: 1,
    tiles: [doctor],
    local: fakeCamera("audio", "video"),
    micOn: true,
    cameraOn: true,
  };
  const session: CallSession = {
    state: () => state,
    onChange: () => () => undefined,
    update: () => undefined,
    setMicrophone: () => undefined,
    setCamera: () => undefined,
    close: () => undefined,
  };
  const store = createStore(atHome().view("live").tv, () => undefined);
  const line = createCallLine(() => session);
  line.follow(store);
  store.send({ type: "media", media: ownMedia(state) });
  await act(async () => void render(<App television={{ store, line }} />));
  return { line: () => document.querySelector("[data-strip]")?.getAttribute("data-strip") };
}

const heldBack = () => Object.assign(new Error(), { name: "NotAllowedError" });

test("the sound of the others is played", async () => {
  const audio = fakeCamera("audio");

  const { line } = await inTheCall(audio);

  expect(document.querySelector("audio")?.srcObject).toBe(audio);
  expect(play).toHaveBeenCalledOnce();
  expect(line()).toBeUndefined();
});

test("sound that came before the camera ran is said to be held back, and plays without a key", async () => {
  play.mockRejectedValueOnce(heldBack()).mockRejectedValueOnce(heldBack());

  const { line } = await inTheCall(fakeCamera("audio"));
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(line()).toBe("sound-blocked");
  await act(() => vi.advanceTimersByTimeAsync(1_000));

  expect(line()).toBeUndefined();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(play).toHaveBeenCalledTimes(3);
});
