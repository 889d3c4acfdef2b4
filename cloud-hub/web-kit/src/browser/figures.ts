import type { LatestVitals, VitalSign } from "@wuduan/contract/messages.ts";
import { KINDS, MDC, type TrendLine } from "./trend.ts";

export type FigureName = "pulse" | TrendLine;

/** One number on the screen, with the device's own precision. */
export interface Figure {
  name: FigureName;
  text: string;
}

/** One reading as a screen shows it: its numbers and the reading they come from. */
export interface Measured {
  kind: keyof LatestVitals;
  sign: VitalSign;
  figures: Figure[];
}

const FIGURES: Record<keyof LatestVitals, [FigureName, number][]> = {
  bloodPressure: [
    ["systolic", MDC.systolic],
    ["diastolic", MDC.diastolic],
    ["pulse", MDC.bloodPressurePulse],
  ],
  heartRate: [["heart-rate", MDC.heartRate]],
  pulseOximeter: [
    ["spo2", MDC.spo2],
    ["pulse", MDC.oximeterPulse],
  ],
  glucose: [["glucose", MDC.glucose]],
  temperature: [["temperature", MDC.temperature]],
  weight: [["weight", MDC.weight]],
};

/** The newest readings in the order of the screens. */
export function measured(latest: LatestVitals): Measured[] {
  return KINDS.flatMap((kind) => {
    const sign = latest[kind];
    return sign ? [{ kind, sign, figures: figuresOf(kind, sign) }] : [];
  });
}

/** The numbers of one reading; none for a reading that was implausible or malformed. */
export function figuresOf(kind: keyof LatestVitals, sign: VitalSign): Figure[] {
  return FIGURES[kind].flatMap(([name, mdc]) => {
    const value = sign.values.find((each) => each.mdc === mdc);
    return value ? [{ name, text: value.quantity.value }] : [];
  });
}
