import { RING_EVERY_MILLIS, type Sounds } from "@wuduan/web-kit/sounds.ts";
import { isStream } from "../core/cards.ts";
import { othersInCall, screenOf } from "../core/screen.ts";
import { languageOf, type Tv } from "../core/tv.ts";
import { spokenOn } from "../spoken.ts";
import type { TvStore } from "./store.ts";
import type { Voice, VoiceParts } from "./voice.ts";

export interface PromptOptions {
  readonly sounds: Pick<Sounds, "startRing" | "stopRing" | "saved" | "joined">;
  readonly voice: Voice;
  readonly later?: (run: () => void, millis: number) => () => void;
}

function afterMillis(run: () => void, millis: number): () => void {
  const timer = setTimeout(run, millis);
  return () => clearTimeout(timer);
}

/** Sounds and spoken words follow the screen: the ring first, then who is calling, then the ring again. */
export function createPrompts({ sounds, voice, later = afterMillis }: PromptOptions) {
  let shown: Tv | undefined;
  let hush = () => {};
  const speak = (tv: Tv) => voice.say(spokenOn(tv), languageOf(tv));

  const ringBegins = (store: TvStore) => {
    sounds.startRing();
    hush = later(() => speak(store.state()), RING_EVERY_MILLIS);
  };
  const ringEnds = () => {
    hush();
    sounds.stopRing();
  };

  return {
    follow: (store: TvStore) => {
      const tv = store.state();
      const before = shown;
      shown = tv;
      const rings = screenOf(tv) === "ring";
      const rang = before !== undefined && screenOf(before) === "ring";
      if (rang && !rings) ringEnds();
      if (rings && !rang) ringBegins(store);
      if (isNewCard(before, tv)) sounds.saved();
      if (somebodyCame(before, tv)) sounds.joined();
      // While it rings, who calls is said by the ring itself; a key that is walked to is said at once.
      if (!rings || (tv.speaksKeys && tv.walked)) speak(tv);
    },
    /** The ring is silent while somebody speaks; it goes on as long as nobody has answered. */
    between:
      (play: VoiceParts["play"]): VoiceParts["play"] =>
      async (speech, stopped) => {
        sounds.stopRing();
        await play(speech, stopped);
        if (shown !== undefined && screenOf(shown) === "ring") sounds.startRing();
      },
  };
}

/** A stream of readings renews its card each second and sounds only when it opens it. */
export function isNewCard(before: Tv | undefined, tv: Tv): boolean {
  if (tv.card === undefined || tv.card.reading.id === before?.card?.reading.id) return false;
  const { profile } = tv.card.reading;
  return !isStream(profile) || before?.card?.reading.profile !== profile;
}

function present(tv: Tv): readonly string[] {
  return othersInCall(tv)
    .filter((seat) => seat.presence === "present")
    .map((seat) => seat.id);
}

export function somebodyCame(before: Tv | undefined, tv: Tv): boolean {
  if (before === undefined || screenOf(before) !== "call" || screenOf(tv) !== "call") return false;
  const were = new Set(present(before));
  return present(tv).some((id) => !were.has(id));
}
