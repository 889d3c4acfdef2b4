import { useState, type ReactNode } from "react";
import type { ConsultationView } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import {
  BellIcon,
  CheckIcon,
  CloseIcon,
  DoctorIcon,
  NoteIcon,
  PhoneIcon,
} from "@wuduan/web-kit/icons.tsx";
import { isWithdrawn, may } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { t } from "../language.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { UnderstoodLine } from "./UnderstoodLine.tsx";

interface Props {
  view: ConsultationView;
}

/** A calm card in the middle: what is happening now, and what the doctor may do about it. */
function StageCard(props: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="stage-card">
      <p className="stage-icon" aria-hidden="true">
        {props.icon}
      </p>
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}

export function Ringing({ view }: Props) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  return (
    <StageCard icon={<BellIcon size="2.5rem" />} title={t("ringing.title")}>
      <p className="ringing-bar" aria-hidden="true">
        <i />
      </p>
      <p className="soft">{t("ringing.hint")}</p>
      {view.ring && view.ring.count > 1 && (
        <p className="soft">{t("ringing.count", { count: view.ring.count })}</p>
      )}
      <ProblemLine problem={problem} />
      {may(view, "withdraw-ring") && (
        <button
          type="button"
          className="button"
          data-action="withdraw-ring"
          disabled={busy}
          onClick={() => void give(() => commands.withdrawRing(view.id))}
        >
          {t("ringing.withdraw")}
        </button>
      )}
    </StageCard>
  );
}

export function Unanswered({ view }: Props) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [ending, setEnding] = useState(false);
  return (
    <StageCard
      icon={<PhoneIcon size="2.5rem" />}
      title={t(`unanswered.${view.ring?.outcome ?? "no_answer"}`)}
    >
      {view.ring && <p className="soft">{t("ringing.count", { count: view.ring.count })}</p>}
      <ProblemLine problem={problem} />
      <p className="stage-actions">
        {may(view, "ring") && (
          <button
            type="button"
            className="button answer big"
            data-action="ring"
            disabled={busy}
            onClick={() => void give(() => commands.ring(view.id))}
          >
            {t("unanswered.ring")}
          </button>
        )}
        {may(view, "cancel") && (
          <button
            type="button"
            className="button big"
            data-action="cancel"
            onClick={() => setEnding(true)}
          >
            {t("unanswered.cancel")}
          </button>
        )}
      </p>
      {ending && <EndRequest view={view} onClose={() => setEnding(false)} />}
    </StageCard>
  );
}

function EndRequest({ view, onClose }: Props & { onClose(): void }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const end = async (reason: "unreachable" | "other") => {
    if (await give(() => commands.cancel(view.id, { reason }))) onClose();
  };
  return (
    <Dialog name="cancel" title={t("cancel.title")} patient={view.patient} onClose={onClose}>
      <div className="dialog-body">
        <p>{t("cancel.text")}</p>
        <ProblemLine problem={problem} />
        <footer className="dialog-foot">
          {(["unreachable", "other"] as const).map((reason) => (
            <button
              key={reason}
              type="button"
              className="button danger"
              data-action={`cancel-${reason}`}
              disabled={busy}
              onClick={() => void end(reason)}
            >
              {t(`cancel.${reason}`)}
            </button>
          ))}
        </footer>
      </div>
    </Dialog>
  );
}

export function Consenting() {
  return (
    <StageCard icon={<NoteIcon size="2.5rem" />} title={t("consenting.title")}>
      <p className="ringing-bar" aria-hidden="true">
        <i />
      </p>
      <p className="soft">{t("consenting.hint")}</p>
    </StageCard>
  );
}

export function Taken({ view }: Props) {
  return (
    <StageCard
      icon={<DoctorIcon size="2.5rem" />}
      title={t("case.takenByOther", { name: view.doctor?.name ?? "" })}
    />
  );
}

export function Concluded({ view }: Props) {
  return (
    <StageCard icon={<CheckIcon size="2.5rem" />} title={t("concluded.title")}>
      {view.summary && (
        <>
          <p className={`chip chip-${view.summary.outcome}`} data-outcome={view.summary.outcome}>
            {t(`conclude.${view.summary.outcome}`)}
          </p>
          <h3>{t("concluded.summary")}</h3>
          <blockquote className="summary-text" data-label="summary">
            {view.summary.text}
          </blockquote>
          <UnderstoodLine summary={view.summary} />
        </>
      )}
    </StageCard>
  );
}

/** Who took it back, what stays to be done, and why no more. */
function Withdrawn({ view }: Props) {
  const by = view.cancelled?.by === "patient" ? "patient" : "family";
  return (
    <StageCard icon={<CloseIcon size="2.5rem" />} title={t(`withdrawn.${by}`)}>
      <p data-notice="consent-withdrawn">{t("withdrawn.rest")}</p>
      <Source view={view} />
    </StageCard>
  );
}

function Source({ view }: Props) {
  const source = view.cancelled?.source;
  return source === undefined ? null : (
    <p className="rule" data-rule="remote-consent">
      {t("panel.source", { source })}
    </p>
  );
}

export function Cancelled({ view }: Props) {
  if (isWithdrawn(view)) return <Withdrawn view={view} />;
  return (
    <StageCard icon={<CloseIcon size="2.5rem" />} title={t("cancelled.title")}>
      {view.cancelled && (
        <p className="soft">
          {t(`cancelled.by.${view.cancelled.by}`)} · {t(`cancelled.${view.cancelled.reason}`)}
        </p>
      )}
      <Source view={view} />
    </StageCard>
  );
}
