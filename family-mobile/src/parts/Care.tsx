import { useState } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { ConsultationView, FamilyInbox } from "@wuduan/contract/messages.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { CheckIcon } from "@wuduan/web-kit/icons.tsx";
import { has, may, STEPS, stepsDone, withdrawnBy, type Parent } from "../family.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import type { Join } from "../useJoin.ts";
import { ConsultationActions } from "./Banner.tsx";
import { NobodyOnDuty } from "./NobodyOnDuty.tsx";
import { NoParent } from "./Parent.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";
import { Summaries } from "./Summaries.tsx";
import { WithdrawSheet } from "./WithdrawSheet.tsx";

/** Wire limit of a complaint. */
const COMPLAINT_LENGTH_MAX = 500;

interface Props {
  inbox: FamilyInbox;
  parent: Parent | undefined;
  join: Join;
}

/** Asking for a doctor, following the running consultation, and what doctors said. */
export function Care({ inbox, parent, join }: Props) {
  const { live } = usePhone();
  const open = parent?.consultation;
  const stream = open && (`consultation/${open.consultationId}` as const);
  const { view, gone } = useView<ConsultationView>(live, stream);
  if (!parent) return <NoParent />;
  const waits = !open || view?.state === "waiting";
  return (
    <>
      {waits && <NobodyOnDuty parent={parent} />}
      {!open && <Ask parent={parent} />}
      {open && !view && <p className="empty">{t(gone ? "care.gone" : "app.checking")}</p>}
      {open && view && <Running view={view} join={join} />}
      <Summaries inbox={inbox} />
    </>
  );
}

const SUGGESTIONS = [
  "care.suggest.dizzy",
  "care.suggest.pressure",
  "care.suggest.medicine",
  "care.suggest.followUp",
] as const;

function Ask({ parent }: { parent: Parent }) {
  const { session, commands, drafts } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const complaint = useDraft(drafts, `${parent.patient.id}/complaint`);
  if (!has(parent, "take_part")) return <p className="empty">{t("care.noRight")}</p>;
  const ask = async () => {
    const text = complaint.text.trim();
    const body = { id: newId(), patientId: parent.patient.id, ...(text && { complaint: text }) };
    if (await give(() => commands.requestConsultation(body))) complaint.forget();
  };
  return (
    <form
      className="block card"
      data-screen="request"
      data-patient={parent.patient.id}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <h2>
        {t("care.request")} · {parent.patient.name}
      </h2>
      <label className="field">
        <span>{t("care.complaint")}</span>
        <textarea
          name="complaint"
          rows={3}
          maxLength={COMPLAINT_LENGTH_MAX}
          placeholder={t("care.placeholder")}
          value={complaint.text}
          onChange={(event) => complaint.set(event.target.value)}
        />
      </label>
      <p className="suggestions">
        {SUGGESTIONS.map((word) => (
          <button
            key={word}
            type="button"
            className="button small"
            onClick={() => complaint.set(withSuggestion(complaint.text, t(word)))}
          >
            {t(word)}
          </button>
        ))}
      </p>
      <ProblemLine problem={problem} />
      <button className="button answer big" data-action="request" disabled={busy}>
        {busy ? t("common.sending") : t("care.submit")}
      </button>
      <p className="soft">{t("care.what")}</p>
    </form>
  );
}

/** The suggested word behind what was typed, once, and no longer than the hub takes. */
function withSuggestion(text: string, word: string): string {
  if (text.includes(word)) return text;
  const comma = i18n.language() === "en" ? ", " : "，";
  const longer = text.trim() === "" ? word : text + comma + word;
  return longer.length > COMPLAINT_LENGTH_MAX ? text : longer;
}

function Running({ view, join }: { view: ConsultationView; join: Join }) {
  const [asking, setAsking] = useState<"cancel" | "withdraw" | null>(null);
  return (
    <section
      className="block card"
      data-screen="running"
      data-consultation={view.id}
      data-state={view.state}
    >
      <h2>
        {t("care.running")} · {view.patient.name}
      </h2>
      {view.complaint && <p>{view.complaint}</p>}
      <Progress view={view} />
      {view.state === "unanswered" && (
        <p className="notice caution">
          {t("banner.unanswered")} {t("banner.unansweredHint")}
        </p>
      )}
      {view.state === "cancelled" && <p className="notice">{endOf(view)}</p>}
      {view.state === "concluded" && <p className="notice">{t("care.concluded")}</p>}
      {view.doctor && (
        <p>
          <span className="soft">{t("care.doctor")}</span> {view.doctor.name} ·{" "}
          {view.doctor.institution}
        </p>
      )}
      <ConsultationActions view={view} join={join} />
      {may(view, "cancel") && (
        <button
          type="button"
          className="button"
          data-action="cancel"
          onClick={() => setAsking("cancel")}
        >
          {t("care.cancel")}
        </button>
      )}
      {may(view, "withdraw-consent") && (
        <button
          type="button"
          className="button"
          data-action="withdraw-consent"
          onClick={() => setAsking("withdraw")}
        >
          {t("withdraw.open")}
        </button>
      )}
      {asking === "cancel" && <CancelSheet view={view} onClose={() => setAsking(null)} />}
      {asking === "withdraw" && may(view, "withdraw-consent") && (
        <WithdrawSheet view={view} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}

function endOf(view: ConsultationView): string {
  const by = withdrawnBy(view);
  if (by !== undefined) return t(`withdrawn.${by}`, { name: view.patient.name });
  return t(view.cancelled?.reason === "consent_refused" ? "care.consentRefused" : "care.cancelled");
}

function Progress({ view }: { view: ConsultationView }) {
  const done = stepsDone(view.state);
  if (done === 0) return null;
  return (
    <ol className="steps">
      {STEPS.map((step, i) => (
        <li key={step} data-step={step} data-done={i < done} data-now={i === done}>
          <i aria-hidden="true">{i < done ? <CheckIcon size="0.9em" /> : i + 1}</i>
          {t(`care.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function CancelSheet({ view, onClose }: { view: ConsultationView; onClose(): void }) {
  const { session, commands } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const cancel = async () => {
    if (await give(() => commands.cancel(view.id, { reason: "changed_mind" }))) onClose();
  };
  return (
    <Sheet name="cancel" title={t("care.cancelAsk")} onClose={onClose}>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className="button danger big"
        data-action="cancel-confirm"
        disabled={busy}
        onClick={() => void cancel()}
      >
        {t("care.cancelYes")}
      </button>
      <button type="button" className="button big" data-action="keep" onClick={onClose}>
        {t("care.cancelNo")}
      </button>
    </Sheet>
  );
}
