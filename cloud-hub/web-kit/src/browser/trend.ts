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
  glucose: 160184,
  temperature: 150364,
  weight: 188736,
} as const;

export type TrendKind = keyof VitalsView["trend"];

/** In the order of the screens. */
export const KINDS = [
  "bloodPressure",
  "heartRate",
  "pulseOximeter",
  "glucose",
  "temperature",
  "weight",
] as const satisfies readonly TrendKind[];

/** These keep their place on a screen also while nothing was measured; the others come with their first reading. */
const ALWAYS: readonly TrendKind[] = ["bloodPressure", "heartRate", "pulseOximeter"];

/** The kinds that a screen shows for this person, in its order. */
export function shownKinds(has: (kind: TrendKind) => boolean): TrendKind[] {
  return KINDS.filter((kind) => ALWAYS.includes(kind) || has(kind));
}

export type TrendLine =
  "systolic" | "diastolic" | "heart-rate" | "spo2" | "glucose" | "temperature" | "weight";

/** One chart: times in seconds since 1970, as uPlot wants them, and a line per value. */
export interface TrendData {
  seconds: number[];
  lines: { name: TrendLine; values: (number | null)[] }[];
  /** Room above and below the lines, in their unit: a change that is none must not look like one. */
  room: number;
}

const LINES: Record<TrendKind, { name: TrendLine; mdc: number }[]> = {
  bloodPressure: [
    { name: "systolic", mdc: MDC.systolic },
    { name: "diastolic", mdc: MDC.diastolic },
  ],
  heartRate: [{ name: "heart-rate", mdc: MDC.heartRate }],
  pulseOximeter: [{ name: "spo2", mdc: MDC.spo2 }],
  glucose: [{ name: "glucose", mdc: MDC.glucose }],
  temperature: [{ name: "temperature", mdc: MDC.temperature }],
  weight: [{ name: "weight", mdc: MDC.weight }],
};

const ROOM: Record<TrendKind, number> = {
  bloodPressure: 8,
  heartRate: 8,
  pulseOximeter: 8,
  glucose: 2,
  temperature: 1,
  weight: 2,
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
    room: ROOM[kind],
  };
}

/** Spans of a chart, in days before now; the hub thins what is measured every second by the same. */
export const RANGES_DAYS = [1, 7, 28] as const;
export type RangeDays = (typeof RANGES_DAYS)[number];

const DAY_SECONDS = 86_400;

/** The points of the last days; the widest span leaves nothing out, however old. */
export function withinDays(trend: TrendData, days: RangeDays, nowSeconds: number): TrendData {
  if (days === RANGES_DAYS.at(-1)) return trend;
  const from = trend.seconds.findIndex((at) => at > nowSeconds - days * DAY_SECONDS);
  const keep = <T>(all: T[]) => (from < 0 ? [] : all.slice(from));
  return {
    ...trend,
    seconds: keep(trend.seconds),
    lines: trend.lines.map((line) => ({ ...line, values: keep(line.values) })),
  };
}

/** Whether a shorter span would show less than all. */
export function hasRanges(trend: TrendData, nowSeconds: number): boolean {
  return (trend.seconds[0] ?? nowSeconds) < nowSeconds - DAY_SECONDS;
}

/** Whether there is anything of this kind to draw. */
export function hasReadings(view: VitalsView, kind: TrendKind): boolean {
  const newest = view.latest[kind];
  return (
    (newest !== undefined && isDrawn(newest, kind)) ||
    view.trend[kind].some((sign) => isDrawn(sign, kind))
  );
}

function isDrawn(sign: VitalSign, kind: TrendKind): boolean {
  return isTimeKnown(sign) && LINES[kind].some(({ mdc }) => numberOf(sign, mdc) !== null);
}

/** The readings of one kind that have a number and a known time, oldest first, the newest one included. */
export function readingsOf(view: VitalsView, kind: TrendKind): VitalSign[] {
  const readings = new Map<string, VitalSign>();
  const newest = view.latest[kind];
  for (const sign of newest ? [...view.trend[kind], newest] : view.trend[kind])
    readings.set(sign.readingId, sign);
  return [...readings.values()]
    .filter((sign) => isDrawn(sign, kind))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function numberOf(sign: VitalSign, mdc: number): number | null {
  const found = sign.values.find((value) => value.mdc === mdc);
  return found ? Number(found.quantity.value) : null;
}

/** The kind to open first: the one with the most to see, blood pressure when equal. */
export function fullestKind(view: VitalsView): TrendKind {
  const counts = KINDS.map((kind) => trendOf(view, kind).seconds.length);
  return counts[0] ? "bloodPressure" : (KINDS[counts.indexOf(Math.max(...counts))] ?? "heartRate");
}
