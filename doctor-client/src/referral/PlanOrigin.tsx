import type { KeptHomePlan } from "@wuduan/contract/messages.ts";
import { signedPath } from "@wuduan/contract/signedDocuments.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { SignatureMark } from "../signing/SignatureMark.tsx";
import { t } from "./words.ts";

type Origin = Pick<KeptHomePlan, "id" | "consultationId" | "from" | "acceptedAt" | "signature">;

/** Whose plan it is and since when; of an order also whether it is signed. */
export function PlanOrigin({ plan }: { plan: Origin }) {
  const { id, consultationId, from, acceptedAt, signature } = plan;
  return (
    <>
      <p className="soft">
        {t(consultationId ? "plan.ordered" : "plan.brought", {
          name: from.name,
          at: dayAndTime(acceptedAt, i18n.language()),
        })}
      </p>
      {consultationId && (
        <SignatureMark
          path={signedPath.homePlan(id)}
          signature={signature}
          submittedAt={acceptedAt}
        />
      )}
    </>
  );
}
