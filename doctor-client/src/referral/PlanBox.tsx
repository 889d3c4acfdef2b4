import type { PlanAlert, PlanView } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import {
  alertSentence,
  endedSentence,
  limitsWord,
  plannedUnit,
  plannedWord,
} from "@wuduan/web-kit/plan.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { PlanEnd } from "./PlanEnd.tsx";
import { PlanOrigin } from "./PlanOrigin.tsx";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

/** The plan at home of a patient, with how each measurement stands. */
export function PlanBox({ patientId }: { patientId: string }) {
  const { live } = useDesk();
  const { view } = useView<PlanView>(live, `plan/${patientId}`);
  if (!view) return null;
  const { plan } = view;
  return (
    <section className="panel-section" data-screen="home-plan" aria-label={t("homePlan")}>
      <h3>{t("homePlan")}</h3>
      {!plan && <p className="soft">{t("noPlan")}</p>}
      {view.ended && <p data-state="ended">{endedSentence(view.ended, i18n.language())}</p>}
      {plan && (
        <>
          <PlanOrigin plan={plan} />
          <p className="summary-text">{plan.package.plan}</p>
          {plan.package.medication && (
            <p>
              <b>{t("medication")}</b> {plan.package.medication}
            </p>
          )}
          <ul className="planned">
            {plan.measures.map(({ measure, state, value }) => (
              <li key={measure.vital} data-planned={measure.vital} data-state={state}>
                <b>{plannedWord(measure.vital, i18n.language())}</b> {limitsWord(measure)}{" "}
                <span className={`chip chip-${state}`}>
                  {value && `${value} ${plannedUnit(measure.vital)} · `}
                  {t(`standing.${state}`)}
                </span>
                <small>{t("every", { hours: measure.everyHours, until: measure.until })}</small>
              </li>
            ))}
          </ul>
          {plan.package.followUps.map(({ on, note }) => (
            <p key={on}>
              {on} {note}
            </p>
          ))}
        </>
      )}
      {plan && view.mayEnd && <PlanEnd key={plan.id} planId={plan.id} alerts={view.alerts} />}
      <ul className="alerts">
        {view.alerts.map((alert) => (
          <AlertLine key={alert.id} alert={alert} mayAcknowledge={view.mayAcknowledge} />
        ))}
      </ul>
    </section>
  );
}

type Seen = NonNullable<PlanAlert["familySeen"]>;

/** One alert, with its owner, whether the family has seen it, and the key that says that a doctor has. */
export function AlertLine(props: { alert: PlanAlert; mayAcknowledge: boolean; who?: string }) {
  const { alert, mayAcknowledge, who } = props;
  const { session } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const { acknowledged, familySeen } = alert;
  const seen = ({ name, at }: Seen) => ({ name, at: dayAndTime(at, i18n.language()) });
  return (
    <li
      data-alert={alert.kind}
      data-vital={alert.vital}
      data-acknowledged={!!acknowledged}
      data-family-seen={!!familySeen}
    >
      {who && <strong>{who} </strong>}
      {alertSentence(alert, i18n.language())}
      <small>
        {" "}
        {t(`at.${alert.kind}`, { at: dayAndTime(alert.at, i18n.language()) })} ·{" "}
        {t("owner", { name: alert.owner.name })}
      </small>
      {familySeen && <small> {t("familySeen", seen(familySeen))}</small>}
      {acknowledged && <small> {t("acknowledged", seen(acknowledged))}</small>}
      {!acknowledged && mayAcknowledge && (
        <button
          type="button"
          className="button small"
          data-action="acknowledge"
          disabled={busy}
          onClick={() => void give(() => referrals.acknowledge(alert.id))}
        >
          {t("acknowledge")}
        </button>
      )}
      <ProblemLine problem={problem} />
    </li>
  );
}
