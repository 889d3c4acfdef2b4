import type { ReferralLine } from "@wuduan/contract/messages.ts";
import { AlertLine } from "./PlanBox.tsx";
import { ReferralCard } from "./ReferralCard.tsx";
import { useReferrals } from "./useReferrals.ts";
import { t } from "./words.ts";

/** What of referrals and of plans at home waits for this doctor. */
export function ReferralDesk() {
  const view = useReferrals();
  if (!view) return null;
  return (
    <div className="referral-desk" data-screen="referrals">
      {view.alerts.length > 0 && (
        <section className="alerts-open" aria-label={t("alerts")} role="alert">
          <h3>{t("alerts")}</h3>
          <ul className="alerts">
            {view.alerts.map(({ patient, alert }) => (
              <AlertLine key={alert.id} alert={alert} who={patient.name} mayAcknowledge />
            ))}
          </ul>
        </section>
      )}
      <List title={t("received")} lines={view.received} name="received" />
      <List title={t("mine")} lines={view.sent} name="sent" />
    </div>
  );
}

function List(props: { title: string; name: string; lines: readonly ReferralLine[] }) {
  return (
    <section aria-label={props.title} data-list={props.name}>
      <h3>{props.title}</h3>
      {props.lines.length === 0 && <p className="soft">{t("nothing")}</p>}
      <ul className="referrals">
        {props.lines.map((line) => (
          <ReferralCard key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}
