import { useState } from "react";
import type { ConsultationOutcome, ConsultationView } from "@wuduan/contract/messages.ts";
import { useCommand, useDraft, type DraftText } from "@wuduan/web-kit/browser/hooks.tsx";
import { namesOf, opinionsOf, stillRinging, withoutOpinion } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

/** Wire limit of the summary. */
const SUMMARY_LENGTH_MAX = 4000;
const OUTCOMES: ConsultationOutcome[] = ["normal", "in_person"];

/** Two steps: write, then read once more what patient and family will read. */
export function ConcludeDialog({ view, onClose }: { view: ConsultationView; onClose(): void }) {
  const { session, commands, drafts } = useDesk();
  const command = useCommand(session);
  const [outcome, setOutcome] = useState<ConsultationOutcome | null>(null);
  const [checking, setChecking] = useState(false);
  const summary = useDraft(drafts, `${view.id}/summary`);
  const conclude = async () => {
    if (outcome === null) return;
    const body = { outcome, summary: summary.text.trim() };
    if (!(await command.give(() => commands.conclude(view.id, body)))) return;
    summary.forget();
    onClose();
  };
  return (
    <Dialog name="conclude" title={t("conclude.title")} patient={view.patient} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (checking) void conclude();
          else setChecking(true);
        }}
      >
        <RingingInvitations view={view} />
        {checking && outcome ? (
          <Checked outcome={outcome} text={summary.text.trim()} />
        ) : (
          <>
            <UnfinishedOpinion view={view} />
            <SilentDoctors view={view} />
            <Outcomes outcome={outcome} onChoose={setOutcome} />
            <SummaryField summary={summary} />
          </>
        )}
        <ProblemLine problem={command.problem} />
        <footer className="dialog-foot">
          <button
            type="button"
            className="button"
            data-action={checking ? "edit-summary" : "close"}
            onClick={() => (checking ? setChecking(false) : onClose())}
          >
            {checking ? t("conclude.edit") : t("common.cancel")}
          </button>
          <button
            className={checking ? "button danger" : "button primary"}
            data-action={checking ? "conclude-confirm" : "conclude-next"}
            disabled={command.busy || outcome === null || summary.text.trim() === ""}
          >
            {checking ? t("conclude.submit") : t("conclude.next")}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Outcomes(props: {
  outcome: ConsultationOutcome | null;
  onChoose(outcome: ConsultationOutcome): void;
}) {
  return (
    <fieldset className="choices">
      <legend>{t("conclude.outcome")}</legend>
      {OUTCOMES.map((each) => (
        <label key={each} className="choice">
          <input
            type="radio"
            name="outcome"
            value={each}
            required
            checked={props.outcome === each}
            onChange={() => props.onChoose(each)}
          />
          <span>
            <strong>{t(`conclude.${each}`)}</strong>
            {each === "in_person" && <small>{t("conclude.in_person.hint")}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Checked({ outcome, text }: { outcome: ConsultationOutcome; text: string }) {
  return (
    <>
      <p className={`chip chip-${outcome}`}>{t(`conclude.${outcome}`)}</p>
      <p>{t("conclude.confirm")}</p>
      <blockquote className="summary-text">{text}</blockquote>
    </>
  );
}

/** A doctor whose workstation rings would only see it stop: say so before, in both steps. */
function RingingInvitations({ view }: { view: ConsultationView }) {
  const doctors = stillRinging(view.invitations);
  if (doctors.length === 0) return null;
  const names = namesOf(doctors, i18n.language());
  return (
    <p className="notice caution" role="status" data-state="still-ringing">
      {t("conclude.stillRinging", { names })}
    </p>
  );
}

/** Concluding ends everybody's right to add an opinion: say so before. */
function UnfinishedOpinion({ view }: { view: ConsultationView }) {
  const { me, drafts } = useDesk();
  const drafted = drafts.read(`${view.id}/opinion`).trim() !== "";
  if (drafted) return <p className="notice caution">{t("conclude.draftWaiting")}</p>;
  if (opinionsOf(view, me.id).mine.length > 0) return null;
  return <p className="notice caution">{t("conclude.noOpinion")}</p>;
}

/** A doctor in the call can add nothing after it: dissent that was not given yet would be lost. */
function SilentDoctors({ view }: { view: ConsultationView }) {
  const doctors = withoutOpinion(view);
  if (doctors.length === 0) return null;
  const names = namesOf(doctors, i18n.language());
  return (
    <p className="notice caution" data-state="silent-doctors">
      {t("conclude.silent", { names })}
    </p>
  );
}

function SummaryField({ summary }: { summary: DraftText }) {
  return (
    <label className="field">
      <span>{t("conclude.summary")}</span>
      <textarea
        name="summary"
        rows={6}
        data-first
        required
        maxLength={SUMMARY_LENGTH_MAX}
        placeholder={t("conclude.placeholder")}
        value={summary.text}
        onChange={(event) => summary.set(event.target.value)}
      />
    </label>
  );
}
