import type { Language } from "@wuduan/contract/messages.ts";
import type { Spoken } from "../spoken.ts";

export interface Voice {
  /** Says what is new; another occasion stops what was being said. */
  say(spoken: Spoken, language: Language): void;
}

export interface VoiceParts {
  /** Undefined when the box has no voice now: the words stand on the screen anyway. */
  readonly fetchSpeech: (text: string, language: Language) => Promise<Blob | undefined>;
  /** Resolves when it has been heard, or was stopped, or could not be played. */
  readonly play: (speech: Blob, stopped: AbortSignal) => Promise<void>;
}

export function createVoice({ fetchSpeech, play }: VoiceParts): Voice {
  let occasion = "";
  let said = new Set<string>();
  let stop = new AbortController();
  let last: Promise<void> = Promise.resolve();

  const begin = (next: string) => {
    stop.abort();
    stop = new AbortController();
    occasion = next;
    said = new Set();
    last = Promise.resolve();
  };

  return {
    say: (spoken, language) => {
      const key = `${language}/${spoken.occasion}`;
      if (key !== occasion) begin(key);
      const { signal } = stop;
      for (const part of spoken.parts.filter((text) => !said.has(text))) {
        said.add(part);
        const speech = fetchSpeech(part, language);
        last = last.then(async () => {
          const blob = await speech;
          if (blob !== undefined && !signal.aborted) await play(blob, signal);
        });
      }
    },
  };
}

/** Plays one prompt; a refusal of the browser to play counts as heard. */
export async function playBlob(speech: Blob, stopped: AbortSignal): Promise<void> {
  const url = URL.createObjectURL(speech);
  const audio = new Audio(url);
  const heard = new Promise<void>((done) => {
    audio.onended = () => done();
    audio.onerror = () => done();
    stopped.addEventListener("abort", () => {
      audio.pause();
      done();
    });
  });
  try {
    await audio.play();
    await heard;
  } catch {
    // The policy of this browser forbids sound before a key: nothing was heard, the screen says it all.
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Asks the box for the spoken text (PROTOCOL.md §6). */
export function speechFrom(headers: Record<string, string>): VoiceParts["fetchSpeech"] {
  return async (text, language) => {
    const query = new URLSearchParams({ language, text }).toString();
    try {
      const response = await fetch(`/box/speech?${query}`, { headers });
      return response.ok ? await response.blob() : undefined;
    } catch {
      // The box does not answer; the screen shows that by itself.
      return undefined;
    }
  };
}
