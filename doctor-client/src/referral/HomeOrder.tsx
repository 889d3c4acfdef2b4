import { useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { ConsultationView } from "@wuduan/contract/messages.ts";
import { useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useSigningCommand } from "@wuduan/web-kit/browser/useSigning.tsx";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useSignatory } from "../signing/signatory.ts";
import { packageOf, readPackage, type PackageDraft } from "./packageDraft.ts";
import { PackageFields } from "./PackageFields.tsx";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

/** Orders for the home (医嘱): they take the place of the plan in force. */
export function HomeOrder({ view }: { view: ConsultationView }) {
  const { drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give, question } = useSigningCommand(useSignatory());
  // Kept for a repeat: an answer that was lost makes no second order.
  const [id, setId] = useState(newId);
  const [ordered, setOrdered] = useState(false);
  const kept = useDraft(drafts, `${view.id}/home-order`);
  const draft = readPackage(kept.text);
  const set = (change: Partial<PackageDraft>) => {
    setOrdered(false);
    // Another text is another order: the answer to the one before may have been lost.
    setId(newId());
    kept.set(JSON.stringify({ ...draft, ...change }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { id, package: packageOf(draft) };
    if (!(await give(() => referrals.orderHomePlan(view.id, body)))) return;
    kept.forget();
    setId(newId());
    setOrdered(true);
  };
  return (
    <details className="package-form">
      <summary data-action="home-order">{t("order")}</summary>
      <form className="referral-form" data-form="home-order" onSubmit={(e) => void submit(e)}>
        <p className="soft">{t("order.hint")}</p>
        <PackageFields draft={draft} set={set} />
        <ProblemLine problem={problem} />
        {ordered && (
          <p className="soft" role="status" data-state="ordered">
            {t("order.done")}
          </p>
        )}
        <button className="button primary" data-action="send-order" disabled={busy}>
          {t("order.send")}
        </button>
      </form>
      {question}
    </details>
  );
}
