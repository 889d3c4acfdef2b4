import type { CaseTab } from "../caseTab.ts";
import { isWithdrawn } from "../consultation.ts";
import { PrescribingTab } from "./PrescribingTab.tsx";
import { w } from "./words.ts";

/** For whoever has a part in the talk; only the treating doctor writes, and no more once consent was taken back. */
export const PRESCRIBING: CaseTab = {
  id: "prescribing",
  title: () => w("title"),
  letter: "p",
  wide: true,
  isFor: (view) => view.state === "live" || view.state === "concluded" || isWithdrawn(view),
  Body: PrescribingTab,
};
