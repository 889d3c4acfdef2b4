import { useCallback, useEffect, useState } from "react";
import type {
  Id,
  LatestVitals,
  Problem,
  VitalsSummary,
  VitalsView,
} from "@wuduan/contract/messages.ts";
import { recordCommands } from "@wuduan/contract/records.ts";
import { usePageSeen } from "@wuduan/web-kit/browser/hooks.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";
import { usePlanChange } from "./usePlanChange.ts";
import { useReading } from "./useReading.ts";

/** What is measured by hand: of a strap that sends each second nothing is read anew at once. */
const SINGLE = ["bloodPressure", "glucose", "temperature", "weight"] as const;

/** So old a summary becomes while somebody sees it; each reading is audited. */
const RENEWED_AFTER_MILLIS = 5 * 60_000;

export interface ReadSummary {
  /** Undefined until it has come. */
  summary: VitalsSummary | undefined;
  /** Why it could not be read anew: the summary is then out of date. */
  problem: Problem | null;
  busy: boolean;
  /** Whether this doctor may not see vital signs now. */
  hidden: boolean;
  again(): void;
}

/**
 * A patient's vital signs in short, read anew with each measurement by hand and with each plan, for its limits; and every
 * few minutes while it is seen, for what comes each second and because the days go on.
 */
export function useVitalsSummary(patientId: Id, visible: boolean): ReadSummary {
  const { live, commands } = useDesk();
  const { view, gone } = useView<VitalsView>(live, `vitals/${patientId}`);
  const plan = usePlanChange(patientId);
  const [summary, setSummary] = useState<VitalsSummary>();
  const read = useCallback(
    () => recordCommands(commands.send, patientId).vitals(),
    [commands, patientId],
  );
  const of = view && plan !== undefined ? `${measuredIn(view.latest)} ${plan}` : undefined;
  const { problem, busy, answeredAt, again } = useReading({ of, read, take: setSummary });
  const seen = usePageSeen() && visible;
  useEffect(() => {
    if (!seen || answeredAt === undefined) return undefined;
    const left = answeredAt + RENEWED_AFTER_MILLIS - Date.now();
    const timer = setTimeout(again, Math.max(0, left));
    return () => clearTimeout(timer);
  }, [seen, answeredAt, again]);
  return { summary: gone ? undefined : summary, problem, busy, hidden: gone !== undefined, again };
}

/** The newest single measurements; of the others only whether there is one. */
function measuredIn(latest: LatestVitals): string {
  const ids = SINGLE.map((kind) => latest[kind]?.readingId);
  return JSON.stringify([...ids, !!latest.heartRate, !!latest.pulseOximeter]);
}
