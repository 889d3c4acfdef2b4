import { useState } from "react";
import type { DoctorInbox, RemoteInvitation } from "@wuduan/contract/messages.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { levelWord } from "@wuduan/web-kit/words.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import { PatientLine } from "./PatientLine.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { VitalsLines } from "./Vitals.tsx";

type Ringing = DoctorInbox["invitations"][number];

interface Props {
  invitations: Ringing[];
  muted: boolean;
  onAccepted(consultationId: string): void;
}

/** The doctor is rung: a one-page case, and two answers. It stays until one is given or it is withdrawn. */
export function RingCard({ invitations, muted, onAccepted }: Props) {
  const [first] = invitations;
  if (!first) return null;
  return (
    <aside
      className="ring"
      role="alertdialog"
      aria-label={t("ring.title")}
      data-screen="ring"
      data-consultation={first.consultationId}
      data-invitation={first.invitationId}
    >
      <header className="ring-head">
        <h2>{t("ring.title")}</h2>
        <p>
          {t("ring.from", { name: first.from.name })} · {first.from.title} ·{" "}
          {first.from.institution} · {levelWord(first.from.level, i18n.language())}
        </p>
      </header>
      <div className="ring-case">
        <PatientLine patient={first.patient} />
        <InvitationFields invitation={first.invitation} />
        <VitalsLines vitals={first.vitals} />
      </div>
      <RingAnswer key={first.invitationId} ring={first} onAccepted={onAccepted} />
      {invitations.length > 1 && (
        <p className="soft">{t("ring.more", { count: invitations.length - 1 })}</p>
      )}
      {muted && <p className="soft">{t("ring.silent")}</p>}
    </aside>
  );
}

/** The fields that 远程医疗 asks of the inviting institution, as the invited doctor reads them. */
export function InvitationFields({ invitation }: { invitation: RemoteInvitation }) {
  const fields = ["reason", "purpose", "caseSummary", "schedule", "specialty", "title"] as const;
  return (
    <dl className="fields">
      {fields.map((field) => (
        <div key={field} data-field={field}>
          <dt>{t(`invitation.${field}`)}</dt>
          <dd>{invitation[field]}</dd>
        </div>
      ))}
    </dl>
  );
}

function RingAnswer({ ring, onAccepted }: { ring: Ringing; onAccepted(id: string): void }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [declining, setDeclining] = useState(false);
  const accept = async () => {
    const { consultationId, invitationId } = ring;
    if (await give(() => commands.acceptInvitation(consultationId, invitationId)))
      onAccepted(consultationId);
  };
  if (declining) return <Decline ring={ring} onBack={() => setDeclining(false)} />;
  return (
    <>
      <ProblemLine problem={problem} />
      <footer className="ring-foot">
        <button
          type="button"
          className="button answer big"
          data-action="accept-invitation"
          disabled={busy}
          onClick={() => void accept()}
        >
          {t("ring.accept")} <kbd>A</kbd>
        </button>
        <button
          type="button"
          className="button big"
          data-action="decline-invitation"
          disabled={busy}
          onClick={() => setDeclining(true)}
        >
          {t("ring.decline")}
        </button>
      </footer>
    </>
  );
}

const REASONS = ["ring.reason.busy", "ring.reason.speciality", "ring.reason.later"] as const;

function Decline({ ring, onBack }: { ring: Ringing; onBack(): void }) {
  const { session, commands, drafts } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const reason = useDraft(drafts, `${ring.consultationId}/decline`);
  const send = async () => {
    const body = { reason: reason.text.trim() };
    const { consultationId, invitationId } = ring;
    if (await give(() => commands.declineInvitation(consultationId, invitationId, body)))
      reason.forget();
  };
  return (
    <form
      className="ring-decline"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="field">
        <span>{t("ring.declineReason")}</span>
        <input
          name="reason"
          autoFocus
          required
          maxLength={500}
          value={reason.text}
          onChange={(event) => reason.set(event.target.value)}
        />
      </label>
      <p className="suggestions">
        {REASONS.map((word) => (
          <button
            key={word}
            type="button"
            className="button small"
            onClick={() => reason.set(t(word))}
          >
            {t(word)}
          </button>
        ))}
      </p>
      <ProblemLine problem={problem} />
      <footer className="ring-foot">
        <button
          className="button danger"
          data-action="send-decline"
          disabled={busy || reason.text.trim() === ""}
        >
          {t("ring.declineSend")}
        </button>
        <button type="button" className="button" data-action="close" onClick={onBack}>
          {t("common.cancel")}
        </button>
      </footer>
    </form>
  );
}
