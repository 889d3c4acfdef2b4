import { useCallback, useMemo, useState } from "react";
import type { Id, KeptHomePlan } from "@wuduan/contract/messages.ts";
import { referralCommands } from "@wuduan/contract/referrals.ts";
import { endedSentence } from "@wuduan/web-kit/plan.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { PackagePaper } from "../referral/PackagePaper.tsx";
import { PlanOrigin } from "../referral/PlanOrigin.tsx";
import { t as referralText } from "../referral/words.ts";
import { t } from "./language.ts";
import { ReadKey } from "./ReadKey.tsx";
import { useReading } from "./useReading.ts";

/** A plan at home that is over, as it was accepted or ordered: asked for once, and audited. */
export function KeptPlan({ id }: { id: Id }) {
  const { commands } = useDesk();
  const referrals = useMemo(() => referralCommands(commands.send), [commands]);
  const [plan, setPlan] = useState<KeptHomePlan>();
  const read = useCallback(() => referrals.homePlan(id), [referrals, id]);
  const { problem, busy, again } = useReading({ of: id, read, take: setPlan });
  return (
    <>
      {!plan && busy && <p className="soft">{t("reading")}</p>}
      <ProblemLine problem={problem} />
      {problem && <ReadKey name="read-plan" label={t("again")} busy={busy} onRead={again} />}
      {plan && <Sheet plan={plan} />}
    </>
  );
}

function Sheet({ plan }: { plan: KeptHomePlan }) {
  const { replacedAt, ended } = plan;
  const language = i18n.language();
  return (
    <section
      className="panel-section"
      data-screen="kept-plan"
      aria-label={referralText("homePlan")}
    >
      <PlanOrigin plan={plan} />
      {replacedAt && (
        <p data-state="replaced">{t("plan.replaced", { at: dayAndTime(replacedAt, language) })}</p>
      )}
      {ended && <p data-state="ended">{endedSentence(ended, language)}</p>}
      <PackagePaper package={plan.package} />
    </section>
  );
}
