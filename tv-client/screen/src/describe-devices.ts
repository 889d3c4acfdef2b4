import { kindOfWearable, nameOfWearable } from "@wuduan/web-kit/wearables.ts";
import { pairingOf } from "./core/devices.ts";
import { languageOf, type Tv } from "./core/tv.ts";
import { sayIn } from "./words.ts";

const STEP_WORDS = {
  searching: "pairingSearching",
  pairing: "pairingPairing",
  type_code: "pairingType",
  show_code: "pairingShow",
  compare_code: "pairingCompare",
  failed: "pairingChoose",
  paired: "pairingPaired",
  added: "pairingAdded",
  measured: "pairingMeasured",
} as const;

/** What the person has to do now, in one sentence. */
export function pairingWords(tv: Tv): string {
  const say = sayIn(languageOf(tv));
  const pairing = pairingOf(tv);
  if (pairing === undefined) return say("pairingStarting");
  const some = pairing.state === "searching" && pairing.found.length > 0;
  return say(some ? "pairingChoose" : STEP_WORDS[pairing.state]);
}

/** A device's name by its address, among the household's or those that were found. */
export function deviceLabel(tv: Tv, address: string): string | undefined {
  const language = languageOf(tv);
  const known = tv.wearables?.wearables.find((one) => one.address === address);
  if (known !== undefined) return nameOfWearable(known, language);
  const found = pairingOf(tv)?.found.find((one) => one.address === address);
  return found && kindOfWearable(found)[language];
}
