import type { Quantity, Value, VitalSign } from "@wuduan/contract/messages.ts";

/** LOINC codes of the values that screens show. */
export const LOINC = {
  systolic: "8480-6",
  diastolic: "8462-4",
  mean: "8478-0",
  /** Heart rate, and pulse of a cuff or an oximeter: one code; the MDC code tells them apart. */
  pulse: "8867-4",
  /** Oxygen saturation in arterial blood, and the same by pulse oximetry: devices give either. */
  spo2: ["59408-5", "2708-6"],
  /** Perfusion index by pulse oximetry. */
  perfusion: "61006-3",
  /** Capillary glucose by a meter, in mmol/L. */
  glucose: "14743-9",
  temperature: "8310-5",
  weight: "29463-7",
} as const;

/** Anything that carries coded values: a reading of the box or a vital sign of the hub. */
export interface Valued {
  values: Value[];
}

export const systolic = (sign: Valued) => byLoinc(sign, [LOINC.systolic]);
export const diastolic = (sign: Valued) => byLoinc(sign, [LOINC.diastolic]);
export const pulse = (sign: Valued) => byLoinc(sign, [LOINC.pulse]);
export const spo2 = (sign: Valued) => byLoinc(sign, LOINC.spo2);
export const glucose = (sign: Valued) => byLoinc(sign, [LOINC.glucose]);
export const temperature = (sign: Valued) => byLoinc(sign, [LOINC.temperature]);
export const weight = (sign: Valued) => byLoinc(sign, [LOINC.weight]);

/** The first value with one of these codes. */
export function byLoinc(sign: Valued, codes: readonly string[]): Quantity | undefined {
  return sign.values.find((value) => codes.includes(value.loinc))?.quantity;
}

/**
 * The time that a screen may show: when it was taken, or, when the device's clock is unset or ahead,
 * when it was received (the hub gives `at` so; a clock that is ahead would make a value look new).
 */
export function shownAt(sign: Pick<VitalSign, "at" | "receivedAt" | "marks">): string {
  const clockIsWrong = sign.marks.some(
    (mark) => mark === "device_clock_ahead" || mark === "device_clock_unset",
  );
  return clockIsWrong ? sign.receivedAt : sign.at;
}

/** Whether anybody knows when it was measured; if not, it may be weeks old and has the hub's time of receipt. */
export function isTimeKnown(sign: Pick<VitalSign, "marks">): boolean {
  return !sign.marks.includes("time_unknown");
}

/** The quantity as a number, for a chart; undefined when it is none. */
export function asNumber(quantity: Quantity | undefined): number | undefined {
  if (!quantity || quantity.value.trim() === "") return undefined;
  const number = Number(quantity.value);
  return Number.isFinite(number) ? number : undefined;
}
