import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n, t } from "../language.ts";
import { Returned } from "../prescribing/Returned.tsx";
import { ReferralDesk } from "../referral/ReferralDesk.tsx";
import { PatientLine } from "./PatientLine.tsx";
import { UnderstoodLine } from "./UnderstoodLine.tsx";

/** Nobody is open: what to do next, and what was done last. */
export function Home({ inbox, onOpen }: { inbox: DoctorInbox; onOpen(id: string): void }) {
  return (
    <div className="case home" data-screen="home">
      <div className="middle">
        <div className="stage-card">
          <h2>{inbox.waiting.length > 0 ? t("home.pick") : t("home.title")}</h2>
          <p className="soft">{t("home.pickHint")}</p>
        </div>
        <Returned returned={inbox.returned} onOpen={onOpen} />
        <ReferralDesk />
        <section className="recent" aria-label={t("home.recent")}>
          <h3>{t("home.recent")}</h3>
          {inbox.recent.length === 0 && <p className="empty">{t("home.recentEmpty")}</p>}
          <ul>
            {inbox.recent.map((summary) => (
              <li key={summary.consultationId} data-consultation={summary.consultationId}>
                <header>
                  <PatientLine patient={summary.patient} />
                  <span className={`chip chip-${summary.outcome}`}>
                    {t(`conclude.${summary.outcome}`)}
                  </span>
                  <small>{dayAndTime(summary.at, i18n.language())}</small>
                </header>
                <p>{summary.text}</p>
                <UnderstoodLine summary={summary} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
