import type { FamilyInbox, Summary } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { maySignFor } from "../family.ts";
import { i18n, t } from "../language.ts";
import { ReadAloud } from "./ReadAloud.tsx";
import { Understood } from "./Understood.tsx";

/** What doctors said, the newest first. */
export function Summaries({ inbox }: { inbox: FamilyInbox }) {
  return (
    <section className="block" data-screen="summaries">
      <h2>{t("care.summaries")}</h2>
      {inbox.summaries.length === 0 && <p className="empty">{t("care.summariesNone")}</p>}
      {inbox.summaries.map((summary) => (
        <SummaryCard
          key={summary.consultationId}
          summary={summary}
          maySay={maySignFor(inbox, summary.patient.id)}
        />
      ))}
    </section>
  );
}

/** The doctor's plain words, who said them, about whom and when, and whether they were understood. */
export function SummaryCard({ summary, maySay }: { summary: Summary; maySay: boolean }) {
  const { doctor, patient } = summary;
  const at = dayAndTime(summary.at, i18n.language(), "long");
  return (
    <article className="card summary" data-consultation={summary.consultationId}>
      <p className={`outcome outcome-${summary.outcome}`} data-outcome={summary.outcome}>
        {t(`outcome.${summary.outcome}`)}
      </p>
      <p className="summary-text" data-label="summary">
        {summary.text}
      </p>
      <ReadAloud text={`${t(`outcome.${summary.outcome}`)}. ${summary.text}`} />
      <p className="soft">
        {patient.name} · {doctor.name} · {doctor.institution} · {at}
      </p>
      <Understood summary={summary} maySay={maySay} />
    </article>
  );
}
