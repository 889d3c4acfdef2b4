import type { FormEvent } from "react";
import type { Id, PlanAlert } from "@wuduan/contract/messages.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

/** Ends the plan at home without another one (停止医嘱); not while an alert waits for a doctor. */
export function PlanEnd({ planId, alerts }: { planId: Id; alerts: readonly PlanAlert[] }) {
  const { session, drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const reason = useDraft(drafts, `${planId}/end`);
  const waits = alerts.some(({ acknowledged }) => !acknowledged);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { reason: reason.text.trim() };
    if (await give(() => referrals.endHomePlan(planId, body))) reason.forget();
  };
  return (
    <details className="package-form">
      <summary data-action="end-plan">{t("end")}</summary>
      <form className="referral-form" data-form="end-plan" onSubmit={(e) => void submit(e)}>
        <p className="soft">{t(waits ? "end.waits" : "end.hint")}</p>
        <label className="field" data-field="reason">
          <span>{t("end.reason")}</span>
          <input
            name="reason"
            required
            pattern=".*\S.*"
            maxLength={200}
            value={reason.text}
            onChange={(event) => reason.set(event.target.value)}
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
