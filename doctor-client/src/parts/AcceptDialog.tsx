import { useState } from "react";
import type { LegalBasisKind } from "@wuduan/contract/messages.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import type { Waiting } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { t } from "../language.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

const KINDS: LegalBasisKind[] = ["follow_up", "family_doctor", "in_person_local"];
/** Wire limit of the evidence. */
const EVIDENCE_LENGTH_MAX = 500;

interface Props {
  request: Waiting;
  onAccepted(): void;
  onClose(): void;
}

/** Asks on what ground the talk rests, before the television is rung. */
export function AcceptDialog({ request, onAccepted, onClose }: Props) {
  const { consultationId, patient, complaint } = request;
  const { session, commands, drafts } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [kind, setKind] = useState<LegalBasisKind>("follow_up");
  const evidence = useDraft(drafts, `${consultationId}/evidence`);
  const submit = async () => {
    const legalBasis = { kind, evidence: evidence.text.trim() };
    if (!(await give(() => commands.accept(consultationId, { legalBasis })))) return;
    evidence.forget();
    onAccepted();
  };
  return (
    <Dialog name="accept" title={t("accept.title")} patient={patient} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>
          <small>{t("case.complaint")}</small> {complaint ?? t("queue.noComplaint")}
        </p>
        <Grounds kind={kind} onChoose={setKind} />
        <label className="field">
          <span>{t("accept.evidence")}</span>
          <input
            name="evidence"
            data-first
            required
            maxLength={EVIDENCE_LENGTH_MAX}
            placeholder={t(`accept.evidence.${kind}`)}
            value={evidence.text}
            onChange={(event) => evidence.set(event.target.value)}
          />
        </label>
        <p className="rule">{t("accept.rule")}</p>
        <ProblemLine problem={problem} />
        <footer className="dialog-foot">
          <button type="button" className="button" data-action="close" onClick={onClose}>
            {t("common.cancel")}
          </button>
          <button
            className="button answer"
            data-action="accept"
            disabled={busy || evidence.text.trim() === ""}
          >
            {busy ? t("common.sending") : t("accept.submit")}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Grounds(props: { kind: LegalBasisKind; onChoose(kind: LegalBasisKind): void }) {
  return (
    <fieldset className="choices">
      <legend>{t("accept.question")}</legend>
      {KINDS.map((each) => (
        <label key={each} className="choice">
          <input
            type="radio"
            name="kind"
            value={each}
            checked={props.kind === each}
            onChange={() => props.onChoose(each)}
          />
          <span>
            <strong>{t(`accept.${each}`)}</strong>
            <small>{t(`accept.${each}.hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
