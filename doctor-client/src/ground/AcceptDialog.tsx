import { useEffect, useRef, useState, type FormEvent } from "react";
import type { BasisForm, LegalBasisKind, Problem } from "@wuduan/contract/messages.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import type { Waiting } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { t as word } from "../language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import {
  basisOf,
  draftOf,
  fieldOf,
  KINDS,
  readBasis,
  writeBasis,
  type BasisDraft,
} from "./basis.ts";
import { BasisFields, LastEvidence, RuleLine } from "./BasisFields.tsx";
import { t } from "./words.ts";

const SCREEN = "accept";

interface Props {
  request: Waiting;
  onAccepted(): void;
  onClose(): void;
}

/**
 * Asks on what ground the talk rests, before the television is rung. The hub holds it against the rules in force; a
 * refusal names the rule, its source and what is missing, and stays beside what was typed.
 */
export function AcceptDialog({ request, onAccepted, onClose }: Props) {
  const { consultationId, patient, complaint } = request;
  const { session, commands, drafts } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const form = useBasisForm(consultationId);
  const draft = useDraft(drafts, `${consultationId}/basis`);
  const basis = readBasis(draft.text);
  const youngChild = form?.youngChild === true;
  const set = (next: BasisDraft) => draft.set(writeBasis(next));
  const choose = (kind: LegalBasisKind) => set({ ...basis, kind });
  const takeLast = () => form?.last && set(draftOf(form.last));
  useGroundKeys(choose, takeLast);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const legalBasis = basisOf(basis, youngChild);
    if (!legalBasis) return;
    if (!(await give(() => commands.accept(consultationId, { legalBasis })))) return;
    draft.forget();
    onAccepted();
  };
  return (
    <Dialog name={SCREEN} title={t("title")} patient={patient} onClose={onClose}>
      <form className="dialog-body" noValidate onSubmit={(event) => void submit(event)}>
        <p>
          <small>{word("case.complaint")}</small> {complaint ?? word("queue.noComplaint")}
        </p>
        {form?.last && <LastEvidence last={form.last} onUse={takeLast} />}
        <Grounds kind={basis.kind} onChoose={choose} />
        <BasisFields
          basis={basis}
          form={form}
          missing={missingFields(problem)}
          onChange={(field, text) => set({ ...basis, fields: { ...basis.fields, [field]: text } })}
        />
        <RuleLine form={form} kind={basis.kind} />
        <ProblemLine problem={problem} />
        <AcceptFoot busy={busy} chosen={basis.kind !== null} onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** What the hub will ask; null while it is fetched, and where it can't be: the form then works without it. */
function useBasisForm(consultationId: string): BasisForm | null {
  const { commands } = useDesk();
  const [form, setForm] = useState<BasisForm | null>(null);
  useEffect(() => {
    let wanted = true;
    void commands.basisForm(consultationId).then((answer) => {
      if (wanted && answer.ok) setForm(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [commands, consultationId]);
  return form;
}

function missingFields(problem: Problem | null): string[] {
  return (problem?.missing ?? []).flatMap((missing) => fieldOf(missing) ?? []);
}

/**
 * Digits choose a ground and 0 takes the evidence of last time, except where text is typed. Heard wherever the focus is:
 * a click beside the fields, or a key that goes grey, takes it out of the dialog.
 */
function useGroundKeys(choose: (kind: LegalBasisKind) => void, takeLast: () => void) {
  const latest = useRef({ choose, takeLast });
  useEffect(() => {
    latest.current = { choose, takeLast };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isElsewhere(event.target)) return;
      if (event.key === "0") latest.current.takeLast();
      const kind = KINDS[Number(event.key) - 1];
      if (kind) latest.current.choose(kind);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

const TEXT_FIELDS = "input:not([type=radio]), textarea, select, [contenteditable]";

/** In a field of text, or in a dialog that lies over this one. */
function isElsewhere(at: EventTarget | null): boolean {
  if (!(at instanceof Element)) return false;
  const dialog = at.closest<HTMLElement>("dialog");
  return at.matches(TEXT_FIELDS) || (dialog !== null && dialog.dataset["screen"] !== SCREEN);
}

function AcceptFoot(props: { busy: boolean; chosen: boolean; onClose(): void }) {
  return (
    <footer className="dialog-foot">
      <p className="soft" role="status" data-chosen={props.chosen}>
        {!props.chosen && t("choose")}
      </p>
      <button type="button" className="button" data-action="close" onClick={props.onClose}>
        {word("common.cancel")}
      </button>
      <button className="button answer" data-action="accept" disabled={props.busy || !props.chosen}>
        {props.busy ? word("common.sending") : t("submit")}
      </button>
    </footer>
  );
}

function Grounds(props: { kind: LegalBasisKind | null; onChoose(kind: LegalBasisKind): void }) {
  return (
    <fieldset className="choices">
      <legend>{t("question")}</legend>
      {KINDS.map((each, i) => (
        <label key={each} className="choice">
          <input
            type="radio"
            name="kind"
            value={each}
            data-first={(props.kind === null && i === 0) || props.kind === each || undefined}
            checked={props.kind === each}
            onChange={() => props.onChoose(each)}
          />
          <span>
            <strong>
              <kbd>{i + 1}</kbd> {t(each)}
            </strong>
            <small>{t(`${each}.hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
