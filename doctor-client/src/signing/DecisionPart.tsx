import { useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { Adoption, ConsultationView, Decide, Opinion } from "@wuduan/contract/messages.ts";
import { signedPath } from "@wuduan/contract/signedDocuments.ts";
import { useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useSigningCommand } from "@wuduan/web-kit/browser/useSigning.tsx";
import { may } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { SignatureMark } from "./SignatureMark.tsx";
import { useSignatory } from "./signatory.ts";
import { word } from "./words.ts";

/** Wire limit of a reason. */
const REASON_LENGTH_MAX = 2000;
const ADOPTIONS: readonly Adoption[] = ["adopted", "partly", "rejected"];

interface Props {
  view: ConsultationView;
  opinion: Opinion;
}

/** What the inviting doctor made of an opinion; for that doctor also the way to decide and to correct. */
export function DecisionPart({ view, opinion }: Props) {
  const [writing, setWriting] = useState(false);
  const { decision } = opinion;
  const mayDecide = may(view, "decide") && opinion.doctor.id !== view.doctor?.id;
  return (
    <div className="decision" data-decision={decision?.adoption ?? "none"}>
      {decision && (
        <>
          <p>
            <span className={`chip chip-${decision.adoption}`}>
              {word(`decision.${decision.adoption}`)}
            </span>{" "}
            <small>
              {view.doctor?.name ?? word("decision.by")}
              {decision.version > 1 &&
                ` · ${word("decision.version", { version: decision.version })}`}
            </small>
          </p>
          {decision.reason && <p className="opinion-text">{decision.reason}</p>}
          <SignatureMark
            path={signedPath.opinion(view.id, decision.id)}
            signature={decision.signature}
            submittedAt={decision.decidedAt}
          />
        </>
      )}
      {mayDecide && !writing && (
        <button
          type="button"
          className="button small"
          data-action="decide"
          onClick={() => setWriting(true)}
        >
          {decision ? word("decision.correct") : word("decision.open")}
        </button>
      )}
      {mayDecide && writing && (
        <DecisionForm view={view} opinion={opinion} onClose={() => setWriting(false)} />
      )}
    </div>
  );
}

function DecisionForm({ view, opinion, onClose }: Props & { onClose(): void }) {
  const { commands, drafts } = useDesk();
  const { busy, problem, give, question } = useSigningCommand(useSignatory());
  const [adoption, setAdoption] = useState<Adoption | null>(null);
  const [id] = useState(() => opinion.decision?.id ?? newId());
  const reason = useDraft(drafts, `${view.id}/decision/${opinion.id}`);
  const optional = adoption === "adopted" && !opinion.decision;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!adoption) return;
    const body: Decide = { id, adoption };
    if (reason.text.trim() !== "") body.reason = reason.text.trim();
    if (opinion.decision) body.corrects = opinion.decision.version;
    if (!(await give(() => commands.decide(view.id, opinion.id, body)))) return;
    reason.forget();
    onClose();
  };
  // The question has a form of its own: it lies beside this one, not in it.
  return (
    <>
      <form className="decision-form" onSubmit={(event) => void submit(event)}>
        <Adoptions opinion={opinion} adoption={adoption} onChoose={setAdoption} />
        <label className="field">
          <span>
            {opinion.decision
              ? word("decision.reasonCorrection")
              : optional
                ? word("decision.reasonOptional")
                : word("decision.reason")}
          </span>
          <textarea
            name="reason"
            rows={2}
            required={!optional}
            maxLength={REASON_LENGTH_MAX}
            value={reason.text}
            onChange={(event) => reason.set(event.target.value)}
          />
        </label>
        <ProblemLine problem={problem} />
        <footer className="decision-foot">
          <button type="button" className="button small" onClick={onClose}>
            {word("decision.cancel")}
          </button>
          <button className="button primary small" data-action="submit-decision" disabled={busy}>
            {word("decision.submit")}
          </button>
        </footer>
      </form>
      {question}
    </>
  );
}

interface AdoptionsProps {
  opinion: Opinion;
  adoption: Adoption | null;
  onChoose(adoption: Adoption): void;
}

function Adoptions({ opinion, adoption, onChoose }: AdoptionsProps) {
  return (
    <fieldset className="decision-choices">
      <legend>{word("decision.title")}</legend>
      {ADOPTIONS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={`adoption-${opinion.id}`}
            value={each}
            required
            checked={adoption === each}
            onChange={() => onChoose(each)}
          />
          <span>{word(`decision.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
