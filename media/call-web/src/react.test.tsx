// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CallSession, CallState } from "./call.ts";
import { fakeCamera, type FakeTrack } from "./fakeBrowser.ts";
import { Sound, useCall, VideoTile } from "./react.tsx";

let play: ReturnType<typeof vi.fn<() => Promise<void>>>;

beforeEach(() => {
  play = vi.fn(() => Promise.resolve());
  // jsdom has no media: these two members are what the tile touches.
  Object.assign(HTMLMediaElement.prototype, { play });
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    writable: true,
    value: null,
    configurable: true,
  });
});
afterEach(cleanup);

const tile = { seatId: "patient", video: null, audio: null };
const elements = () => ({
  video: document.querySelector("video") ?? expect.fail("no video"),
  audio: document.querySelector("audio") ?? expect.fail("no audio"),
});

test("a tile without picture says so in a word", () => {
  render(<VideoTile tile={tile} label="王秀英" noPicture="没有画面" />);

  expect(screen.getByRole("status").textContent).toBe("没有画面");
  expect(screen.getByText("王秀英")).toBeTruthy();
});

test("picture and sound have elements of their own, and the picture is muted", () => {
  const [video, audio] = [fakeCamera("video"), fakeCamera("audio")];
  render(<VideoTile tile={{ ...tile, video, audio }} label="" noPicture="没有画面" />);

  expect(elements().video.srcObject).toBe(video);
  expect(elements().video.muted).toBe(true);
  expect(elements().audio.srcObject).toBe(audio);
  expect(play).toHaveBeenCalledOnce();
  expect(screen.queryByRole("status")).toBeNull();
});

test("a picture that stops coming is not shown as if it lived", () => {
  const video = fakeCamera("video");
  render(<VideoTile tile={{ ...tile, video }} label="" noPicture="没有画面" />);
  const track = video.getVideoTracks()[0] as unknown as FakeTrack;

  act(() => {
    track.muted = true;
    track.dispatchEvent(new Event("mute"));
  });

  expect(screen.getByRole("status")).toBeTruthy();
});

test("a frozen picture is hidden behind the word", () => {
  const video = fakeCamera("video");
  render(<VideoTile tile={{ ...tile, video, frozen: true }} label="" noPicture="没有画面" />);

  expect(screen.getByRole("status")).toBeTruthy();
  expect(elements().video.style.visibility).toBe("hidden");
});

/** A tile whose sound the browser holds back until it is tried again. */
async function renderHeldBack() {
  const released = vi.fn();
  const blocked = vi.fn(() => released);
  play.mockRejectedValueOnce(Object.assign(new Error(), { name: "NotAllowedError" }));
  const audio = fakeCamera("audio");
  await act(async () => {
    render(<VideoTile tile={{ ...tile, audio }} label="" noPicture="" onSoundBlocked={blocked} />);
  });
  expect(blocked).toHaveBeenCalledOnce();
  expect(released).not.toHaveBeenCalled();
  return { released };
}

test("sound that the browser blocks is told, and plays with the next key", async () => {
  const { released } = await renderHeldBack();

  await act(async () => void fireEvent.keyDown(document.body, { key: "Enter" }));
  await act(async () => void fireEvent.keyDown(document.body, { key: "Enter" }));

  expect(play).toHaveBeenCalledTimes(2);
  expect(released).toHaveBeenCalledOnce();
});

test("sound that came before the camera ran plays without a key", async () => {
  vi.useFakeTimers();
  const { released } = await renderHeldBack();
  const denied = Object.assign(new Error(), { name: "NotAllowedError" });
  play.mockRejectedValueOnce(denied);

  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(released).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  await act(() => vi.advanceTimersByTimeAsync(5_000));

  expect(play).toHaveBeenCalledTimes(3);
  expect(released).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test("sound that was held back and is gone is not said to be held back", async () => {
  const released = vi.fn();
  const blocked = () => released;
  play.mockRejectedValueOnce(Object.assign(new Error(), { name: "NotAllowedError" }));
  const { rerender } = render(<Sound stream={fakeCamera("audio")} onBlocked={blocked} />);
  await act(() => Promise.resolve());
  expect(released).not.toHaveBeenCalled();

  rerender(<Sound stream={null} onBlocked={blocked} />);

  expect(released).toHaveBeenCalledOnce();
});

test("a screen follows the call", () => {
  let state = { phase: "joining" } as CallState;
  let told: () => void = () => undefined;
  const session = {
    state: () => state,
    onChange: (listener: () => void) => {
      told = listener;
      return () => undefined;
    },
  } as CallSession;
  function Phase() {
    return <p>{useCall(session).phase}</p>;
  }
  render(<Phase />);

  act(() => {
    state = { ...state, phase: "live" };
    told();
  });

  expect(screen.getByText("live")).toBeTruthy();
});
