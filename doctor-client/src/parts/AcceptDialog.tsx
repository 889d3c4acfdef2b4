import type { LegalBasisKind } from "@wuduan/contract/messages.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import type { Waiting } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { t } from "../language.ts";
import {
  basisOf,
  KINDS,
  missingIn,
  readBasis,
  writeBasis,
  type BasisDraft,
  type Missing,
} from "../legalBasis.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

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
  const draft = useDraft(drafts, `${consultationId}/basis`);
  const basis = readBasis(draft.text);
  const submit = async () => {
    const legalBasis = basisOf(basis);
    if (!legalBasis) return;
    if (!(await give(() => commands.accept(consultationId, { legalBasis })))) return;
    draft.forget();
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
        <Grounds kind={basis.kind} onChoose={(kind) => draft.set(writeBasis({ ...basis, kind }))} />
        <EvidenceField
          basis={basis}
          onChange={(evidence) => draft.set(writeBasis({ ...basis, evidence }))}
        />
        <p className="rule">{t("accept.rule")}</p>
        <ProblemLine problem={problem} />
        <AcceptFoot busy={busy} missing={missingIn(basis)} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function AcceptFoot(props: { busy: boolean; missing: Missing | null; onClose(): void }) {
  const { busy, missing } = props;
  return (
    <footer className="dialog-foot">
      <p className="soft" role="status" data-missing={missing ?? "nothing"}>
        {missing && t(`accept.missing.${missing}`)}
      </p>
      <button type="button" className="button" data-action="close" onClick={props.onClose}>
        {t("common.cancel")}
      </button>
      <button className="button answer" data-action="accept" disabled={busy || missing !== null}>
        {busy ? t("common.sending") : t("accept.submit")}
      </button>
    </footer>
  );
}

function EvidenceField(props: { basis: BasisDraft; onChange(evidence: string): void }) {
  const { kind, evidence } = props.basis;
  return (
    <label className="field">
      <span>{t("accept.evidence")}</span>
      <input
        name="evidence"
        data-first
        required
        maxLength={EVIDENCE_LENGTH_MAX}
        placeholder={kind ? t(`accept.evidence.${kind}`) : ""}
        value={evidence}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

function Grounds(props: { kind: LegalBasisKind | null; onChoose(kind: LegalBasisKind): void }) {
  return (
    <fieldset className="choices">
      <legend>{t("accept.question")}</legend>
      {KINDS.map((each) => (
        <label key={each} className="choice">
          <input
            type="radio"
            name="kind"
            value={each}
            required
            data-first={props.kind === null || undefined}
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
