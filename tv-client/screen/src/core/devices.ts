import type { Id, KnownWearable, WearablePairing } from "@wuduan/contract/messages.ts";
import { kindOfWearable, nearestFirst } from "@wuduan/web-kit/wearables.ts";
import type { Layout } from "./focus.ts";
import { askedOnPage } from "./household.ts";
import type { Intent } from "./keys.ts";
import { isConnected, languageOf, type Effect, type Step, type Tv } from "./tv.ts";

/** The household's devices: which there are, whose they are, and adding one by the remote control alone. */
export type DeviceScreen = "devices" | "device" | "pairing";

/** A command about the household's devices; the id of a new pairing is made where it is sent. */
export type DeviceStep =
  | { readonly name: "start" }
  | { readonly name: "choose"; readonly pairingId: Id; readonly address: string }
  | { readonly name: "answer"; readonly pairingId: Id; readonly answer: string }
  | { readonly name: "add"; readonly pairingId: Id; readonly patientId: Id }
  | { readonly name: "end"; readonly pairingId: Id }
  | { readonly name: "rename"; readonly address: string; readonly to: string }
  | { readonly name: "wearer"; readonly address: string; readonly patientId: Id }
  | { readonly name: "remove"; readonly address: string };

/** Devices on one page beside the two keys below them. */
export const DEVICES_PER_PAGE = 2;
/** Found devices to choose from, the nearest; those behind them are hardly the household's. */
export const FOUND_SHOWN_MAX = 3;
export const CODE_LENGTH = 6;
export const NOTHING_TYPED: Typed = { digits: "000000", at: 0 };

/** A code that is being typed: digit keys write, arrows change one digit and walk to the next. */
export interface Typed {
  readonly digits: string;
  readonly at: number;
}

const stay = (tv: Tv): Step => ({ tv, effects: [] });

export function isDeviceScreen(screen: string): screen is DeviceScreen {
  return screen === "devices" || screen === "device" || screen === "pairing";
}

export function devicesOnPage(tv: Tv): readonly KnownWearable[] {
  const all = tv.wearables?.wearables ?? [];
  const pages = Math.max(1, Math.ceil(all.length / DEVICES_PER_PAGE));
  const from = (tv.page % pages) * DEVICES_PER_PAGE;
  return all.slice(from, from + DEVICES_PER_PAGE);
}

export function shownDevice(tv: Tv): KnownWearable | undefined {
  return tv.wearables?.wearables.find(({ address }) => address === tv.device);
}

export function pairingOf(tv: Tv): WearablePairing | undefined {
  return tv.wearables?.pairing;
}

/** The person after the present wearer. */
export function nextWearer(tv: Tv): Id | undefined {
  const people = tv.wearables?.patients ?? [];
  const device = shownDevice(tv);
  const at = people.findIndex(({ id }) => device?.wearers.includes(id));
  return people.length < 2 ? undefined : people[(at + 1) % people.length]?.id;
}

const PLACES = {
  "zh-CN": ["", "客厅的", "卧室的"],
  en: ["", "Living room: ", "Bedroom: "],
} as const;

/** A remote control writes no names: the next of a few that tell two cuffs apart. */
export function nextName(tv: Tv): string | undefined {
  const device = shownDevice(tv);
  if (device === undefined) return undefined;
  const language = languageOf(tv);
  const names = PLACES[language].map((place) => place + kindOfWearable(device)[language]);
  return names[(names.indexOf(device.name ?? names[0] ?? "") + 1) % names.length];
}

export function deviceLayout(tv: Tv, screen: DeviceScreen): Layout {
  switch (screen) {
    case "devices": {
      const rows = devicesOnPage(tv).map(({ address }) => [address]);
      const more = (tv.wearables?.wearables.length ?? 0) > DEVICES_PER_PAGE;
      return [...rows, ["add-device", more ? "more" : "home"]];
    }
    case "device": {
      if (shownDevice(tv) === undefined) return [["home"]];
      const wearer = nextWearer(tv) === undefined ? [] : ["next-wearer"];
      return [["home", ...wearer, "next-name", "remove-device"]];
    }
    case "pairing":
      return pairingLayout(tv);
  }
}

function pairingLayout(tv: Tv): Layout {
  const pairing = pairingOf(tv);
  switch (pairing?.state) {
    case undefined:
      return [["home"]];
    case "searching":
    case "failed":
      return [[...foundOn(pairing).map(({ address }) => address), "stop-pairing"]];
    case "type_code":
      return [["send-code"]];
    case "compare_code":
      return [["code-same", "code-different"]];
    case "paired":
      return [wearersLayout(tv)];
    case "measured":
      return [["pairing-done"]];
    case "pairing":
    case "show_code":
    case "added":
      return [["stop-pairing"]];
  }
}

/** Who may get the new device, and the way to the next ones where they do not fit. */
function wearersLayout(tv: Tv): readonly string[] {
  const all = tv.wearables?.patients ?? [];
  const shown = askedOnPage(all, tv.page).map(({ id }) => id);
  if (shown.length === 0) return ["stop-pairing"];
  return all.length > shown.length ? [...shown, "more"] : shown;
}

/** What is asked now: each question begins with the focus on its first answer, not on the way out. */
export function pairingQuestion(tv: Tv): string {
  const pairing = pairingOf(tv);
  const isOffered = pairing !== undefined && foundOn(pairing).length > 0;
  return `${pairing?.state ?? "none"} ${String(isOffered)}`;
}

export function foundOn(pairing: WearablePairing) {
  return nearestFirst(pairing.found).slice(0, FOUND_SHOWN_MAX);
}

export function pressInDevices(tv: Tv, screen: DeviceScreen, id: string): Step | "home" {
  if (id === "home") return "home";
  switch (screen) {
    case "devices":
      return pressInList(tv, id);
    case "device":
      return pressOnDevice(tv, id);
    case "pairing":
      return pressInPairing(tv, id);
  }
}

function pressInList(tv: Tv, id: string): Step {
  if (id === "more") return stay({ ...tv, page: tv.page + 1 });
  if (id === "add-device") {
    return give({ ...tv, place: "pairing", typed: NOTHING_TYPED }, { name: "start" });
  }
  return stay({ ...tv, place: "device", device: id, page: 0 });
}

function pressOnDevice(tv: Tv, id: string): Step {
  const address = shownDevice(tv)?.address;
  if (address === undefined) return stay(tv);
  if (id === "remove-device") return stay({ ...tv, dialog: "remove-device" });
  if (id === "next-name") {
    const to = nextName(tv);
    return to === undefined ? stay(tv) : give(tv, { name: "rename", address, to });
  }
  const patientId = nextWearer(tv);
  return patientId === undefined ? stay(tv) : give(tv, { name: "wearer", address, patientId });
}

export function removeDevice(tv: Tv): Step {
  const address = shownDevice(tv)?.address;
  const closed = { ...tv, dialog: undefined } as const;
  if (address === undefined) return stay(closed);
  return give({ ...closed, place: "devices", page: 0 }, { name: "remove", address });
}

function pressInPairing(tv: Tv, id: string): Step {
  const pairing = pairingOf(tv);
  if (pairing === undefined) return stay(tv);
  const pairingId = pairing.id;
  switch (id) {
    case "more":
      return stay({ ...tv, page: tv.page + 1 });
    case "stop-pairing":
    case "pairing-done":
      return give({ ...tv, place: "devices", page: 0 }, { name: "end", pairingId });
    case "send-code":
      return give(
        { ...tv, typed: NOTHING_TYPED },
        { name: "answer", pairingId, answer: tv.typed.digits },
      );
    case "code-same":
      return give(tv, { name: "answer", pairingId, answer: "yes" });
    case "code-different":
      return give(tv, { name: "answer", pairingId, answer: "no" });
    default:
      return pairing.state === "paired"
        ? give(tv, { name: "add", pairingId, patientId: id })
        : give({ ...tv, typed: NOTHING_TYPED }, { name: "choose", pairingId, address: id });
  }
}

/** One command at a time; without the hospital nothing can be decided about devices. */
function give(tv: Tv, step: DeviceStep): Step {
  const householdId = tv.wearables?.household.id;
  if (tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv) || householdId === undefined) {
    return stay({ ...tv, place: "devices", notice: { kind: "not-connected" } });
  }
  const effect: Effect = { do: "wearable", householdId, step };
  return { tv: { ...tv, pending: "wearable" }, effects: [effect] };
}

/** What a key writes while a code is asked for; undefined for keys that mean what they always mean. */
export function typing(tv: Tv, intent: Intent): Tv | undefined {
  if (tv.place !== "pairing" || pairingOf(tv)?.state !== "type_code") return undefined;
  const typed = typedBy(tv.typed, intent);
  return typed === undefined ? undefined : { ...tv, typed };
}

function typedBy({ digits, at }: Typed, intent: Intent): Typed | undefined {
  const last = CODE_LENGTH - 1;
  switch (intent) {
    case "left":
      return { digits, at: Math.max(0, at - 1) };
    case "right":
      return { digits, at: Math.min(last, at + 1) };
    case "up":
    case "down": {
      const turned = (Number(digits[at]) + (intent === "up" ? 1 : 9)) % 10;
      return { digits: replaced(digits, at, turned), at };
    }
    default:
      return intent.startsWith("digit")
        ? { digits: replaced(digits, at, Number(intent.slice(5))), at: Math.min(last, at + 1) }
        : undefined;
  }
}

function replaced(digits: string, at: number, digit: number): string {
  return digits.slice(0, at) + String(digit) + digits.slice(at + 1);
}
