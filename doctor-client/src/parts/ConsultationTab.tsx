import { useState } from "react";
import type { ConsultationView, Invitation } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { DoctorIcon } from "@wuduan/web-kit/icons.tsx";
import { legalBasisWord, levelWord } from "@wuduan/web-kit/words.ts";
import { clockTime } from "@wuduan/web-kit/times.ts";
import { follows, isMine, may } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import type { CaseTabProps } from "../caseTab.ts";
import { useShortcut } from "../useShortcut.ts";
import { InviteDialog } from "./InviteDialog.tsx";
import { Opinions } from "./Opinions.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { InvitationFields } from "./RingCard.tsx";

/** The talk itself: its ground, who is asked, opinions. */
export function ConsultationTab({ view, vitals, duty, visible, show }: CaseTabProps) {
  const { me } = useDesk();
  return (
    <>
      <Grounds view={view} />
      <Invited view={view} vitals={vitals} duty={duty} visible={visible} show={show} />
      {view.invitation && !isMine(view, me.id) && (
        <details className="panel-section" data-screen="invitation">
          <summary>
            {t(follows(view, me.id) ? "panel.case.following" : "panel.case")} ·{" "}
            {view.invitation.reason}
          </summary>
          <InvitationFields invitation={view.invitation} />
        </details>
      )}
      <Opinions view={view} visible={visible} show={show} />
    </>
  );
}

/** On what the consultation rests, and who agreed; with its source, as the rule asks. */
export function Grounds({ view }: { view: ConsultationView }) {
  const { legalBasis, consent } = view;
  if (!legalBasis && !consent) return null;
  return (
    <section className="panel-section grounds">
      {legalBasis && (
        <p data-basis={legalBasis.kind}>
          <b>{t("panel.basis")}</b> {legalBasisWord(legalBasis.kind, i18n.language())}
          <small>{t("panel.evidence", { evidence: legalBasis.evidence })}</small>
          <small>{t("panel.source", { source: legalBasis.source })}</small>
          {legalBasis.rules.length > 0 && (
            <small>{t("panel.rules", { rules: legalBasis.rules.join(", ") })}</small>
          )}
        </p>
      )}
      {consent && (
        <p data-consent={consent.decision}>
          <b>{t("panel.consent")}</b>{" "}
          {consent.decision === "agreed"
            ? t(`panel.consent.${consent.givenBy}`)
            : t("panel.consent.refused")}
          <small>
            {[clockTime(consent.at, i18n.language()), consent.textVersion]
              .filter((part) => part !== undefined)
              .join(" · ")}
          </small>
        </p>
      )}
    </section>
  );
}

function Invited({ view, vitals, duty, visible, show }: CaseTabProps) {
  const [inviting, setInviting] = useState(false);
  const mayInvite = may(view, "invite");
  const open = () => {
    show();
    duty.refresh();
    setInviting(true);
  };
  useShortcut("invite", open, visible && mayInvite);
  return (
    <section className="panel-section" aria-label={t("panel.invited")}>
      <h3 className="panel-head">
        {t("panel.invited")}
        {mayInvite && (
          <button
            type="button"
            className="button primary small"
            data-action="open-invite"
            onClick={open}
          >
            <DoctorIcon /> {t("panel.invite")} <kbd>I</kbd>
          </button>
        )}
      </h3>
      {view.invitations.length === 0 && <p className="soft">{t("panel.invitedNone")}</p>}
      <ul className="invited">
        {view.invitations.map((invitation) => (
          <InvitedDoctor key={invitation.id} view={view} invitation={invitation} />
        ))}
      </ul>
      {inviting && mayInvite && (
        <InviteDialog view={view} vitals={vitals} duty={duty} onClose={() => setInviting(false)} />
      )}
    </section>
  );
}

function InvitedDoctor(props: { view: ConsultationView; invitation: Invitation }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const { view, invitation } = props;
  const { doctor, state, following } = invitation;
  return (
    <li data-invitation={invitation.id} data-state={state} data-doctor={doctor.id}>
      <span className="invited-who">
        <strong>{doctor.name}</strong>
        <small>
          {levelWord(doctor.level, i18n.language())} · {doctor.institution}
        </small>
      </span>
      <span className={`chip chip-${state}`}>
        {t(`panel.invitation.${following ? "following" : state}`)}
      </span>
      {state === "ringing" && may(view, "withdraw-invitation") && (
        <button
          type="button"
          className="button small"
          data-action="withdraw-invitation"
          disabled={busy}
          onClick={() => void give(() => commands.withdrawInvitation(view.id, invitation.id))}
        >
          {t("panel.withdraw")}
        </button>
      )}
      {invitation.declineReason && <p className="soft">“{invitation.declineReason}”</p>}
      <ProblemLine problem={problem} />
    </li>
  );
}
