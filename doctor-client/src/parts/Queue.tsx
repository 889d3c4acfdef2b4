import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { minutesSince, queueOf, type Waiting } from "../consultation.ts";
import { t } from "../language.ts";
import { PatientLine } from "./PatientLine.tsx";
import { VitalsLines } from "./Vitals.tsx";

const WAITING_RENEWED_MILLIS = 10_000;
/** From here on the waiting time is shown in the caution colour. */
const LONG_WAIT_MINUTES = 10;

interface Props {
  inbox: DoctorInbox;
  opened: string | null;
  onOpen(consultationId: string): void;
  onAccept(request: Waiting): void;
}

/** Who waits, the longest first, each with what was measured. */
export function Queue({ inbox, opened, onOpen, onAccept }: Props) {
  const queue = queueOf(inbox);
  return (
    <section className="side-section" aria-label={t("queue.title")} data-screen="queue">
      <h2 className="side-title">
        {t("queue.title")}
        <span className="count" data-count={queue.length}>
          {t("queue.waitingCount", { count: queue.length })}
        </span>
      </h2>
      {queue.length === 0 && <EmptyQueue inbox={inbox} />}
      <ol className="queue">
        {queue.map((item, i) => (
          <li
            key={item.consultationId}
            className="queue-item"
            data-consultation={item.consultationId}
            data-state="waiting"
            data-opened={item.consultationId === opened}
          >
            <button
              type="button"
              className="queue-open"
              data-action="open"
              aria-current={item.consultationId === opened}
              onClick={() => onOpen(item.consultationId)}
            >
              <span className="queue-head">
                <PatientLine patient={item.patient} />
                <Waited requestedAt={item.requestedAt} />
              </span>
              <span className="queue-complaint">
                {i < 9 && <kbd>{i + 1}</kbd>}
                {item.complaint ?? t("queue.noComplaint")}
                {item.requestedBy === "family" && <small>{t("queue.byFamily")}</small>}
              </span>
              <VitalsLines vitals={item.vitals} />
            </button>
            <button
              type="button"
              className="button answer small queue-accept"
              data-action="accept"
              aria-label={t("queue.acceptWho", { name: item.patient.name })}
              onClick={() => onAccept(item)}
            >
              {t("queue.accept")}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Waited({ requestedAt }: { requestedAt: string }) {
  const minutes = minutesSince(requestedAt, useNow(WAITING_RENEWED_MILLIS));
  return (
    <span className="waited" data-long={minutes >= LONG_WAIT_MINUTES} data-minutes={minutes}>
      {minutes === 0 ? t("queue.justNow") : t("queue.waited", { minutes })}
    </span>
  );
}

function EmptyQueue({ inbox }: { inbox: DoctorInbox }) {
  if (inbox.me.level !== "first_contact") return <p className="empty">{t("queue.noQueue")}</p>;
  if (!inbox.onDuty) return <p className="empty">{t("queue.offDuty")}</p>;
  return (
    <p className="empty">
      {t("queue.empty")}
      <small>{t("queue.emptyHint")}</small>
    </p>
  );
}

/** The consultations this doctor is in the middle of, or whose note stays to be written since consent was taken back. */
export function Current({ inbox, opened, onOpen }: Omit<Props, "onAccept">) {
  if (inbox.current.length === 0) return null;
  return (
    <section className="side-section" aria-label={t("current.title")}>
      <h2 className="side-title">{t("current.title")}</h2>
      <ul className="current">
        {inbox.current.map((item) => (
          <li key={item.consultationId}>
            <button
              type="button"
              className="current-item"
              data-action="open-current"
              data-consultation={item.consultationId}
              data-state={item.state}
              aria-current={item.consultationId === opened}
              onClick={() => onOpen(item.consultationId)}
            >
              <PatientLine patient={item.patient} />
              <span className={`chip chip-${item.state}`}>
                {item.state === "cancelled" ? t("current.withdrawn") : t(`state.${item.state}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
