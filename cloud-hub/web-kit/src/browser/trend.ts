import type { VitalSign, VitalsView } from "@wuduan/contract/messages.ts";
import { isTimeKnown } from "../vitals.ts";

/** MDC codes (IEEE 11073-10101) of the values that a chart draws. */
export const MDC = {
  systolic: 150021,
  diastolic: 150022,
  bloodPressurePulse: 149546,
  heartRate: 147842,
  spo2: 150456,
  oximeterPulse: 149530,
} as const;

export type TrendKind = keyof VitalsView["trend"];

export type TrendLine = "systolic" | "diastolic" | "heart-rate" | "spo2";

/** One chart: times in seconds since 1970, as uPlot wants them, and a line per value. */
export interface TrendData {
  seconds: number[];
  lines: { name: TrendLine; values: (number | null)[] }[];
}

const LINES: Record<TrendKind, { name: TrendLine; mdc: number }[]> = {
  bloodPressure: [
    { name: "systolic", mdc: MDC.systolic },
    { name: "diastolic", mdc: MDC.diastolic },
  ],
  heartRate: [{ name: "heart-rate", mdc: MDC.heartRate }],
  pulseOximeter: [{ name: "spo2", mdc: MDC.spo2 }],
};

/** The trend of one kind with the newest reading at its end, each reading once. */
export function trendOf(view: VitalsView, kind: TrendKind): TrendData {
  const drawn = readingsOf(view, kind);
  return {
    seconds: drawn.map((sign) => Date.parse(sign.at) / 1000),
    lines: LINES[kind].map(({ name, mdc }) => ({
      name,
      values: drawn.map((sign) => numberOf(sign, mdc)),
    })),
  };
}

/** The readings of one kind that have a number and a known time, oldest first, the newest one included. */
export function readingsOf(view: VitalsView, kind: TrendKind): VitalSign[] {
  const readings = new Map<string, VitalSign>();
  const newest = view.latest[kind];
  for (const sign of newest ? [...view.trend[kind], newest] : view.trend[kind])
    readings.set(sign.readingId, sign);
  return [...readings.values()]
    .filter(isTimeKnown)
    .filter((sign) => LINES[kind].some(({ mdc }) => numberOf(sign, mdc) !== null))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function numberOf(sign: VitalSign, mdc: number): number | null {
  const found = sign.values.find((value) => value.mdc === mdc);
  return found ? Number(found.quantity.value) : null;
}

/** The kind to open first: the one with the most to see, blood pressure when equal. */
export function fullestKind(view: VitalsView): TrendKind {
  const kinds: TrendKind[] = ["bloodPressure", "heartRate", "pulseOximeter"];
  const counts = kinds.map((kind) => trendOf(view, kind).seconds.length);
  return counts[0] ? "bloodPressure" : (kinds[counts.indexOf(Math.max(...counts))] ?? "heartRate");
}
