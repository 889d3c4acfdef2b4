import { useMemo, type ReactNode } from "react";
import type { PlanAlert, PlanView } from "@wuduan/contract/messages.ts";
import { referralCommands } from "@wuduan/contract/referrals.ts";
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
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { usePhone } from "../phone.tsx";
import { t } from "./words.ts";

interface Props {
  patientId: string;
  /** What stands between an alert that nobody has seen and the plan. */
  children?: ReactNode;
}

/**
 * What the doctors planned for the parent at home, below the rest of the page; what of it needs somebody to look stands
 * above everything. Of a plan that a doctor ended, who did so and why; nothing without a plan.
 */
export function PlanCard({ patientId, children }: Props) {
  const { live } = usePhone();
  const { view } = useView<PlanView>(live, `plan/${patientId}`);
  const planned = (view?.plan ?? view?.ended) ? view : undefined;
  const asks = planned?.alerts.some((alert) => !isSeen(alert));
  return (
    <>
      {planned && asks && <Alerts view={planned} />}
      {children}
      {planned && !asks && <Alerts view={planned} />}
      {planned?.plan && <Plan plan={planned.plan} />}
      {planned?.ended && (
        <section className="block plan" data-screen="ended-plan">
          <h2>{t("title")}</h2>
          <p>{endedSentence(planned.ended, i18n.language())}</p>
        </section>
      )}
    </>
  );
}

function Alerts({ view }: { view: PlanView }) {
  const open = view.alerts.filter((alert) => !isSeen(alert));
  const seen = view.alerts.filter(isSeen).slice(0, 3);
  if (open.length + seen.length === 0) return null;
  return (
    <section className="block plan-alerts" data-screen="plan-alerts">
      <h2>{t("alerts")}</h2>
      <ul role={open.length > 0 ? "alert" : undefined}>
        {[...open, ...seen].map((alert) => (
          <AlertLine key={alert.id} alert={alert} mayAcknowledge={view.mayAcknowledge} />
        ))}
      </ul>
    </section>
  );
}

/** By somebody of either side; what a doctor still has to see is on the doctor's list. */
const isSeen = ({ acknowledged, familySeen }: PlanAlert) => !!acknowledged || !!familySeen;

function AlertLine({ alert, mayAcknowledge }: { alert: PlanAlert; mayAcknowledge: boolean }) {
  const { session, commands } = usePhone();
  const referrals = useMemo(() => referralCommands(commands.send), [commands]);
  const { busy, problem, give } = useCommand(session);
  const { acknowledged, familySeen } = alert;
  return (
    <li data-alert={alert.kind} data-acknowledged={isSeen(alert)}>
      <strong>{alertSentence(alert, i18n.language())}</strong>
      <small>
        {t(`at.${alert.kind}`, { at: dayAndTime(alert.at, i18n.language()) })} ·{" "}
        {t("owner", { name: alert.owner.name })}
      </small>
      {familySeen && <small>{t("familySeen", { name: familySeen.name })}</small>}
      {acknowledged && <small>{t("acknowledged", { name: acknowledged.name })}</small>}
      {!familySeen && mayAcknowledge && (
        <button
          type="button"
          className="button big"
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

function Plan({ plan }: { plan: NonNullable<PlanView["plan"]> }) {
  const { package: brought, from, acceptedBy } = plan;
  return (
    <section className="block plan" data-screen="home-plan">
      <h2>{t("title")}</h2>
      <p className="soft">
        {t("from", { institution: from.institution, name: from.name, owner: acceptedBy.name })}
      </p>
      <p>{brought.plan}</p>
      {brought.medication && (
        <p>
          <strong>{t("medication")}</strong> {brought.medication}
        </p>
      )}
      {brought.targets && (
        <p>
          <strong>{t("targets")}</strong> {brought.targets}
        </p>
      )}
      <ul>
        {plan.measures.map(({ measure, state, value }) => (
          <li key={measure.vital} data-planned={measure.vital} data-state={state}>
            <strong>
              {plannedWord(measure.vital, i18n.language())} {limitsWord(measure)}
            </strong>
            <span>
              {value && `${value} ${plannedUnit(measure.vital)} · `}
              {t(`standing.${state}`)}
            </span>
            <small>{t("every", { hours: measure.everyHours, until: measure.until })}</small>
          </li>
        ))}
      </ul>
      {brought.followUps.map(({ on, note }) => (
        <p key={on}>
          <strong>{t("followUps")}</strong> {on} {note}
        </p>
      ))}
    </section>
  );
}
