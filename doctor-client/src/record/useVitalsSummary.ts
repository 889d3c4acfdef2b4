import { useEffect, useState } from "react";
import type {
  Id,
  LatestVitals,
  Problem,
  VitalsSummary,
  VitalsView,
} from "@wuduan/contract/messages.ts";
import { recordCommands } from "@wuduan/contract/records.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";

/** What is measured by hand: of a strap that sends each second nothing is read anew. */
const SINGLE = ["bloodPressure", "glucose", "temperature", "weight"] as const;

export interface ReadSummary {
  /** Undefined until it has come. */
  summary: VitalsSummary | undefined;
  problem: Problem | null;
  /** Whether this doctor may not see vital signs now. */
  hidden: boolean;
  again(): void;
}

/** A patient's vital signs in short, read anew with each measurement. */
export function useVitalsSummary(patientId: Id): ReadSummary {
  const { live, commands } = useDesk();
  const { view, gone } = useView<VitalsView>(live, `vitals/${patientId}`);
  const measured = view && measuredIn(view.latest);
  const [summary, setSummary] = useState<VitalsSummary>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(1);
  useEffect(() => {
    if (measured === undefined) return undefined;
    let wanted = true;
    void recordCommands(commands.send, patientId)
      .vitals()
      .then((answer) => {
        if (!wanted) return;
        if (answer.ok) setSummary(answer.value);
        setProblem(answer.ok ? null : answer.problem);
      });
    return () => {
      wanted = false;
    };
  }, [commands, patientId, measured, tries]);
  return {
    summary: gone ? undefined : summary,
    problem,
    hidden: gone !== undefined,
    again: () => setTries((count) => count + 1),
  };
}

/** The newest single measurements; of the others only whether there is one. */
function measuredIn(latest: LatestVitals): string {
  const ids = SINGLE.map((kind) => latest[kind]?.readingId);
  return JSON.stringify([...ids, !!latest.heartRate, !!latest.pulseOximeter]);
}
