import { useState, type FormEvent } from "react";
import type { Id, PlanAlert } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

/** Ends the plan at home without another one (停止医嘱); not while an alert waits for a doctor. */
export function PlanEnd({ planId, alerts }: { planId: Id; alerts: readonly PlanAlert[] }) {
  const { session } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const [reason, setReason] = useState("");
  const waits = alerts.some(({ acknowledged }) => !acknowledged);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give(() => referrals.endHomePlan(planId, { reason: reason.trim() }));
  };
  return (
    <details className="package-form">
      <summary data-action="end-plan">{t("end")}</summary>
      <form className="referral-form" data-form="end-plan" onSubmit={submit}>
        <p className="soft">{t(waits ? "end.waits" : "end.hint")}</p>
        <label className="field" data-field="reason">
          <span>{t("end.reason")}</span>
          <input
            name="reason"
            required
            pattern=".*\S.*"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <ProblemLine problem={problem} />
        <button className="button" data-action="send-end" disabled={busy || waits}>
          {t("end.send")}
        </button>
      </form>
    </details>
  );
}
