import { useEffect, useState } from "react";
import type { Id, PrescriptionReport } from "@wuduan/contract/messages.ts";
import type { PrescribingCommands } from "@wuduan/contract/prescribing.ts";
import type { Sendable } from "./sheet.ts";

/** So long after the last key the hub is asked. */
export const CHECKED_AFTER_MILLIS = 350;

/** What the hub says to what is typed now; nothing while it is newer than the answer. */
export function useReport(orders: PrescribingCommands, consultationId: Id, sent: Sendable) {
  const [said, setSaid] = useState<{ text: string; report: PrescriptionReport } | undefined>();
  const text = JSON.stringify(sent.sheet);
  const nothing = sent.sheet.lines.length === 0;
  useEffect(() => {
    if (nothing) return undefined;
    let overtaken = false;
    const timer = setTimeout(() => {
      const sheet = JSON.parse(text) as Sendable["sheet"];
      void orders.check(consultationId, sheet).then((answer) => {
        if (answer.ok && !overtaken) setSaid({ text, report: answer.value });
      });
    }, CHECKED_AFTER_MILLIS);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [orders, consultationId, text, nothing]);
  const report = !nothing && said?.text === text ? said.report : undefined;
  return { report, checking: !nothing && !report };
}
