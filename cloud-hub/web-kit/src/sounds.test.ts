import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REST_AFTER_MILLIS } from "./audioDevice.ts";
import { createSounds, RING_EVERY_MILLIS } from "./sounds.ts";

/** Counts the tones that would sound; its state is the browser's permission. */
class FakeAudio {
  state: AudioContextState;
  onstatechange: (() => void) | null = null;
  currentTime = 0;
  destination = {};
  tones = 0;
  closed = false;

  constructor(state: AudioContextState) {
    this.state = state;
  }
  createGain = () => ({
    gain: {
      value: 0,
      setValueAtTime: () => undefined,
      linearRampToValueAtTime: () => undefined,
      exponentialRampToValueAtTime: () => undefined,
    },
    connect: () => undefined,
    disconnect: () => undefined,
  });
  createOscillator = () => ({
    type: "",
    frequency: { value: 0 },
    connect: () => undefined,
    start: () => void this.tones++,
    stop: () => undefined,
  });
  mayResume = false;
  resume = () => {
    if (!this.mayResume) return Promise.reject(new Error("no gesture yet"));
    this.allow();
    return Promise.resolve();
  };
  suspend = () => {
    this.state = "suspended";
    this.onstatechange?.();
    return Promise.resolve();
  };
  close = () => {
    this.closed = true;
    return Promise.resolve();
  };
  allow(): void {
    this.state = "running";
    this.onstatechange?.();
  }
}

function sounds(state: AudioContextState) {
  const audio = new FakeAudio(state);
  return { audio, sounds: createSounds(() => audio as unknown as AudioContext) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a ring repeats until it is stopped, and a second start adds nothing", () => {
  const { audio, sounds: s } = sounds("running");

  s.startRing();
  s.startRing();
  expect(s.state()).toBe("playing");
  const oneRing = audio.tones;
  vi.advanceTimersByTime(2 * RING_EVERY_MILLIS);
  expect(audio.tones).toBe(3 * oneRing);

  s.stopRing();
  vi.advanceTimersByTime(10 * RING_EVERY_MILLIS);
  expect(audio.tones).toBe(3 * oneRing);
  expect(s.state()).toBe("silent");
});

test("a ring that the browser blocks says so, and sounds as soon as it may", async () => {
  const { audio, sounds: s } = sounds("suspended");
  const states: string[] = [];
  s.onState((state) => states.push(state));

  s.startRing();
  await vi.advanceTimersByTimeAsync(RING_EVERY_MILLIS);
  expect(audio.tones).toBe(0);

  audio.allow();
  vi.advanceTimersByTime(RING_EVERY_MILLIS);
  expect(audio.tones).toBeGreaterThan(0);
  expect(states).toEqual(["blocked", "playing"]);
});

test("short sounds play once, or tell that they were blocked", () => {
  const allowed = sounds("running");
  allowed.sounds.saved();
  allowed.sounds.joined();
  expect(allowed.audio.tones).toBe(4);

  const blocked = sounds("suspended");
  blocked.sounds.saved();
  expect(blocked.audio.tones).toBe(0);
  expect(blocked.sounds.state()).toBe("blocked");
});

test("closing ends everything", () => {
  const { audio, sounds: s } = sounds("running");
  s.startRing();

  s.close();

  expect(audio.closed).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("what is silent rests, and the next sound wakes it", async () => {
  const { audio, sounds: s } = sounds("running");
  audio.mayResume = true;
  const states: string[] = [];
  s.onState((state) => states.push(state));
  s.saved();
  const before = audio.tones;
  vi.advanceTimersByTime(REST_AFTER_MILLIS);
  expect(audio.state).toBe("suspended");

  s.joined();
  await vi.advanceTimersByTimeAsync(0);
  expect(audio.state).toBe("running");
  expect(audio.tones).toBeGreaterThan(before);
  expect(states).toEqual([]);
});

test("a ring out of rest sounds at once, once, and is not called blocked", async () => {
  const { audio, sounds: s } = sounds("running");
  audio.mayResume = true;
  s.startRing();
  const oneRing = audio.tones;
  s.stopRing();
  vi.advanceTimersByTime(REST_AFTER_MILLIS);
  const states: string[] = [];
  s.onState((state) => states.push(state));

  s.startRing();
  await vi.advanceTimersByTimeAsync(0);
  expect(audio.tones).toBe(2 * oneRing);
  expect(states).toEqual(["playing"]);

  vi.advanceTimersByTime(10 * REST_AFTER_MILLIS);
  expect(audio.state).toBe("running");
});

test("a ring that can't be woken out of rest says so", async () => {
  const { sounds: s } = sounds("running");
  s.saved();
  vi.advanceTimersByTime(REST_AFTER_MILLIS);

  s.startRing();
  await vi.advanceTimersByTimeAsync(RING_EVERY_MILLIS);

  expect(s.state()).toBe("blocked");
});
