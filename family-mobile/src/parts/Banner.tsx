import { useState } from "react";
import type { ConsultationView } from "@wuduan/contract/messages.ts";
import { BellIcon, ClockIcon, DoctorIcon } from "@wuduan/web-kit/icons.tsx";
import { may } from "../family.ts";
import { t } from "../language.ts";
import type { Join } from "../useJoin.ts";
import { ConsentSheet } from "./ConsentSheet.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

const ICONS = {
  waiting: ClockIcon,
  ringing: BellIcon,
  unanswered: BellIcon,
  consenting: DoctorIcon,
  live: DoctorIcon,
} as const;

/** What is happening with the doctor now, and the one thing to do about it. */
export function Banner(props: { view: ConsultationView; join: Join; onOpen(): void }) {
  const { view, join, onOpen } = props;
  const { state } = view;
  if (state === "concluded" || state === "cancelled") return null;
  const Icon = ICONS[state];
  return (
    <section
      className={`banner banner-${state}`}
      role="status"
      data-screen="banner"
      data-state={state}
      data-consultation={view.id}
    >
      <p className="banner-what">
        <Icon size="1.6em" />
        <span>
          <strong>{t(`banner.${state}`)}</strong>
          <small>
            {view.patient.name}
            {view.doctor && ` · ${view.doctor.name}`}
          </small>
        </span>
      </p>
      {state === "unanswered" && <p>{t("banner.unansweredHint")}</p>}
      <ConsultationActions view={view} join={join} />
      {!may(view, "join") && !may(view, "consent") && (
        <button type="button" className="button" data-action="open-care" onClick={onOpen}>
          {t("banner.open")}
        </button>
      )}
    </section>
  );
}

/** Join by one tap, or consent where the law and the household let this person. */
export function ConsultationActions({ view, join }: { view: ConsultationView; join: Join }) {
  const [consenting, setConsenting] = useState(false);
  return (
    <>
      <ProblemLine problem={join.problem} />
      {may(view, "join") && (
        <button
          type="button"
          className="button answer big"
          data-action="join"
          onClick={() => join.ask(view)}
        >
          {t("banner.join")}
        </button>
      )}
      {may(view, "consent") && (
        <button
          type="button"
          className="button primary big"
          data-action="consent"
          onClick={() => setConsenting(true)}
        >
          {t("banner.consent")}
        </button>
      )}
      {consenting && may(view, "consent") && (
        <ConsentSheet view={view} onClose={() => setConsenting(false)} />
      )}
    </>
  );
}
