import { createAudioDevice } from "./audioDevice.ts";

/** silent: not asked to sound; playing; blocked: the browser wants a touch or key first. */
export type SoundState = "silent" | "playing" | "blocked";

export interface Sounds {
  state(): SoundState;
  onState(listener: (state: SoundState) => void): () => void;
  /** Rings until `stopRing`; ringing twice is one ring. */
  startRing(): void;
  stopRing(): void;
  /** One short rising tone: a measurement is saved. */
  saved(): void;
  /** Two soft tones: somebody is in the room. */
  joined(): void;
  close(): void;
}

interface Tone {
  /** Hertz. */
  pitch: number;
  /** Seconds after the start of the pattern. */
  at: number;
  /** Seconds. */
  length: number;
}

/** Low enough to be heard by people who no longer hear high tones (presbycusis begins above 2 kHz). */
const RING: readonly Tone[] = [
  { pitch: 523.25, at: 0, length: 0.35 },
  { pitch: 659.25, at: 0.4, length: 0.35 },
  { pitch: 783.99, at: 0.8, length: 0.6 },
];
const SAVED: readonly Tone[] = [
  { pitch: 523.25, at: 0, length: 0.12 },
  { pitch: 783.99, at: 0.14, length: 0.25 },
];
const JOINED: readonly Tone[] = [
  { pitch: 659.25, at: 0, length: 0.15 },
  { pitch: 523.25, at: 0.18, length: 0.25 },
];

/** From the start of one ring to the next, in milliseconds. */
export const RING_EVERY_MILLIS = 3000;
const LOUDNESS = 0.35;
const ATTACK_SECONDS = 0.015;

/** The three sounds of every terminal, made on the spot: nothing to load, nothing to miss. */
export function createSounds(makeContext: () => AudioContext = () => new AudioContext()): Sounds {
  let ring: ReturnType<typeof ringing> | undefined;
  const told = createSoundState();
  const { change } = told;
  const review = () => {
    if (device.running()) change(ring ? "playing" : "silent");
    else if (ring && !device.resting()) change("blocked");
  };
  const device = createAudioDevice(makeContext, () => {
    ring?.sound();
    review();
  });
  const once = (tones: readonly Tone[]) => {
    const audio = device.open();
    const sound = () => {
      play(audio, tones, loudness(audio));
      if (!ring) device.restSoon();
    };
    if (device.resting()) {
      device.wake().then(sound, review);
    } else if (device.running()) {
      sound();
    } else {
      device.wake().catch(review);
      change("blocked");
    }
  };

  const startRing = () => {
    if (ring) return;
    device.keepAwake();
    ring = ringing(device.open(), () => {
      device.heldBack();
      review();
    });
    if (device.running() && !device.resting()) ring.sound();
    else device.wake().catch(review);
    review();
  };
  const stopRing = () => {
    if (!ring) return;
    clearInterval(ring.timer);
    ring.gain.disconnect();
    ring = undefined;
    change("silent");
    device.restSoon();
  };

  return {
    state: told.state,
    onState: told.onState,
    startRing,
    stopRing,
    saved: () => once(SAVED),
    joined: () => once(JOINED),
    close: () => {
      stopRing();
      told.forgetListeners();
      device.close();
    },
  };
}

function createSoundState() {
  let state: SoundState = "silent";
  const listeners = new Set<(state: SoundState) => void>();
  return {
    state: () => state,
    change: (next: SoundState) => {
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener(next);
    },
    onState: (listener: (state: SoundState) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forgetListeners: () => listeners.clear(),
  };
}

/** `silenced` is told at each repetition that could not sound. */
function ringing(audio: AudioContext, silenced: () => void) {
  const gain = loudness(audio);
  const sound = () => {
    if (audio.state === "running") play(audio, RING, gain);
  };
  const again = () => {
    sound();
    if (audio.state !== "running") silenced();
  };
  return { gain, sound, timer: setInterval(again, RING_EVERY_MILLIS) };
}

function loudness(audio: AudioContext): GainNode {
  const gain = audio.createGain();
  gain.gain.value = LOUDNESS;
  gain.connect(audio.destination);
  return gain;
}

/** A soft attack and a fading end: a bare oscillator clicks. */
function play(audio: AudioContext, tones: readonly Tone[], out: AudioNode): void {
  for (const { pitch, at, length } of tones) {
    const start = audio.currentTime + at;
    const envelope = audio.createGain();
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(1, start + ATTACK_SECONDS);
    envelope.gain.exponentialRampToValueAtTime(0.001, start + length);
    envelope.connect(out);
    const tone = audio.createOscillator();
    tone.type = "triangle";
    tone.frequency.value = pitch;
    tone.connect(envelope);
    tone.start(start);
    tone.stop(start + length);
  }
}
