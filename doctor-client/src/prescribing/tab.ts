import type { CaseTab } from "../caseTab.ts";
import { PrescribingTab } from "./PrescribingTab.tsx";
import { w } from "./words.ts";

/** For whoever has a part in the talk; only the treating doctor writes. */
export const PRESCRIBING: CaseTab = {
  id: "prescribing",
  title: () => w("title"),
  letter: "p",
  wide: true,
  isFor: (view) => view.state === "live" || view.state === "concluded",
  Body: PrescribingTab,
};
