import type { CaseTab, CaseTabProps } from "../caseTab.ts";
import { useDesk } from "../desk.tsx";
import { HomeOrder } from "./HomeOrder.tsx";
import { PlanBox } from "./PlanBox.tsx";
import { ReferralCard } from "./ReferralCard.tsx";
import { SendUp } from "./SendUp.tsx";
import { useReferrals } from "./useReferrals.ts";
import { t } from "./words.ts";

/** Referrals of the patient of a case: one to send, those that were sent, and the plan that came back. */
function ReferralSide({ view, vitals }: CaseTabProps) {
  const { me, doctor } = useDesk();
  const sent = (useReferrals()?.sent ?? []).filter(({ patient }) => patient.id === view.patient.id);
  const seated =
    view.doctor?.id === me.id ||
    view.invitations.some(({ doctor, state }) => doctor.id === me.id && state === "accepted");
  return (
    <>
      {view.state === "live" && <PlanBox patientId={view.patient.id} />}
      {view.doctor?.id === me.id && doctor.level === "first_contact" && (
        <section className="panel-section" aria-label={t("order")}>
          <HomeOrder view={view} />
        </section>
      )}
      {seated && (
        <section className="panel-section" aria-label={t("up")}>
          <h3>{t("up")}</h3>
          <SendUp view={view} vitals={vitals} />
        </section>
      )}
      <section className="panel-section" aria-label={t("mine")}>
        <h3>{t("mine")}</h3>
        <ul className="referrals">
          {sent.map((line) => (
            <ReferralCard key={line.id} line={line} />
          ))}
        </ul>
      </section>
    </>
  );
}

export const REFERRAL_TAB: CaseTab = {
  id: "referral",
  title: () => t("tab"),
  letter: "t",
  wide: true,
  isFor: (view) => view.state === "live" || view.state === "concluded",
  Body: ReferralSide,
};
