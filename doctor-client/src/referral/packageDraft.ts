import type { CarePackage, PlannedMeasure, PlannedVital } from "@wuduan/contract/messages.ts";

export interface MeasureDraft {
  vital: PlannedVital;
  low: string;
  high: string;
  everyHours: string;
  until: string;
}

export interface FollowUpDraft {
  on: string;
  note: string;
}

/** A package as it is typed. */
export interface PackageDraft {
  plan: string;
  medication: string;
  targets: string;
  measures: MeasureDraft[];
  followUps: FollowUpDraft[];
}

export const MEASURE: MeasureDraft = {
  vital: "systolic",
  low: "",
  high: "",
  everyHours: "24",
  until: "",
};
const EMPTY: PackageDraft = {
  plan: "",
  medication: "",
  targets: "",
  measures: [],
  followUps: [],
};

export function readPackage(text: string): PackageDraft {
  try {
    return { ...EMPTY, ...(JSON.parse(text) as Partial<PackageDraft>) };
  } catch {
    return EMPTY;
  }
}

export function packageOf(draft: PackageDraft): CarePackage {
  const medication = draft.medication.trim();
  const targets = draft.targets.trim();
  return {
    plan: draft.plan.trim(),
    ...(medication && { medication }),
    ...(targets && { targets }),
    measures: draft.measures.map(measureOf),
    followUps: draft.followUps.map(({ on, note }) => ({
      on,
      ...(note.trim() && { note: note.trim() }),
    })),
  };
}

function measureOf({ vital, low, high, everyHours, until }: MeasureDraft): PlannedMeasure {
  return {
    vital,
    ...(low && { low }),
    ...(high && { high }),
    everyHours: Number(everyHours),
    until,
  };
}
