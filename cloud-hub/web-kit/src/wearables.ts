import type {
  FoundWearable,
  KnownWearable,
  MeasurementProfile,
  PairingFailure,
} from "@wuduan/contract/messages.ts";
import type { Word } from "./words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const OF_PROFILE: Readonly<Record<MeasurementProfile, Word>> = {
  blood_pressure: word("血压计", "Blood pressure monitor"),
  heart_rate: word("心率带", "Heart-rate strap"),
  pulse_oximeter_spot: word("血氧仪", "Pulse oximeter"),
  pulse_oximeter_continuous: word("血氧仪", "Pulse oximeter"),
  thermometer: word("体温计", "Thermometer"),
  weight_scale: word("体重秤", "Scale"),
  glucose: word("血糖仪", "Glucose meter"),
  glucose_context: word("血糖仪", "Glucose meter"),
};

const DEVICE = word("设备", "Device");

/** What kind of thing it is, by the first of what it measures. */
export function kindOfWearable(device: { profiles: MeasurementProfile[] }): Word {
  const [first] = device.profiles;
  return first === undefined ? DEVICE : OF_PROFILE[first];
}

/** What the household calls it; without a name of its own, what it is. */
export function nameOfWearable(device: KnownWearable, language: keyof Word): string {
  return device.name ?? kindOfWearable(device)[language];
}

/** From this strength on (dBm) it lies within an arm's length of the box, or in the same room. */
export const SIGNAL_NEAR_DBM = -60;
export const SIGNAL_ROOM_DBM = -75;

/** How near it is, in words: what is far may be a neighbour's. */
export function nearness({ signal }: FoundWearable): Word {
  if (signal >= SIGNAL_NEAR_DBM) return word("就在旁边", "Right beside the TV box");
  if (signal >= SIGNAL_ROOM_DBM) return word("在屋里", "In the room");
  return word("比较远", "Further away");
}

/** The nearest first: the new device lies beside the television, a neighbour's behind a wall. */
export function nearestFirst(found: readonly FoundWearable[]): FoundWearable[] {
  return [...found].sort((a, b) => b.signal - a.signal || a.address.localeCompare(b.address));
}

export const PAIRING_FAILURES: Readonly<Record<PairingFailure, Word>> = {
  out_of_reach: word(
    "连不上这个设备。请把它打开，放近一些，再试一次。",
    "This device can't be reached. Switch it on, bring it nearer, and try again.",
  ),
  refused: word(
    "设备没有接受配对，或者数字不对。请再试一次。",
    "The device did not accept the pairing, or the digits were wrong. Try again.",
  ),
  timed_out: word("等得太久，配对停了。请再试一次。", "It took too long. Try again."),
  not_supported: word(
    "这种设备暂时不能和电视配对。",
    "This kind of device can't be paired with the television yet.",
  ),
};
