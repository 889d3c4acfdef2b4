/** An open audio device costs a thread of high priority, and a battery its charge: after this much silence it rests. */
export const REST_AFTER_MILLIS = 2000;

/** The page's way to the loudspeaker; opened at its first use, and put to rest in silence. */
export interface AudioDevice {
  open(): AudioContext;
  running(): boolean;
  /** Put to rest here, not held back by the browser. */
  resting(): boolean;
  /** Stays pending or is refused until the person touches the page. */
  wake(): Promise<void>;
  /** Rests after a while, unless it is kept awake before. */
  restSoon(): void;
  keepAwake(): void;
  /** What was put to rest could not be woken: now it is the browser that holds it back. */
  heldBack(): void;
  close(): void;
}

/** `onChange` is told when the browser lets the device run, and when it stops. */
export function createAudioDevice(
  makeContext: () => AudioContext,
  onChange: () => void,
): AudioDevice {
  let context: AudioContext | undefined;
  let isResting = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const open = (): AudioContext => {
    if (!context) {
      context = makeContext();
      context.onstatechange = onChange;
    }
    return context;
  };
  const keepAwake = () => clearTimeout(rest);

  return {
    open,
    running: () => context?.state === "running",
    resting: () => isResting,
    wake: async () => {
      await open().resume();
      isResting = false;
    },
    restSoon: () => {
      keepAwake();
      rest = setTimeout(() => {
        if (context?.state !== "running") return;
        isResting = true;
        void context.suspend();
      }, REST_AFTER_MILLIS);
    },
    keepAwake,
    heldBack: () => {
      isResting = false;
    },
    close: () => {
      keepAwake();
      void context?.close();
      context = undefined;
      isResting = false;
    },
  };
}
