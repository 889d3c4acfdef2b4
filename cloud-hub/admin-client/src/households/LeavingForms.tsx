import { useCallback, useState, type FormEvent } from "react";
import type { DeactivationReason, Id } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useOffice } from "../office.tsx";
import type { Books } from "./api.ts";
import { Buttons, Dialog, Field, useLoaded, Whole } from "./parts.tsx";
import type { PatientProps } from "./PatientCard.tsx";
import { Choice } from "./PatientForm.tsx";
import { Refusal } from "./refusals.tsx";
import { REASONS, t } from "./words.ts";

type Props = PatientProps & { onClose(): void };

/** Says what it does before it does it, and why is kept. */
export function DeactivateForm({ books, patient, onAgain, onClose }: Props) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [reason, setReason] = useState<DeactivationReason | "">("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason === "") return;
    const done = await give(() =>
      books.deactivatePatient(patient.id, { version: patient.version, reason }),
    );
    await onAgain();
    if (done) onClose();
  };
  return (
    <Dialog
      name="deactivate-patient"
      title={`${t("deactivate")} · ${patient.name}`}
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)}>
        <p>{t("deactivateText", { name: patient.name })}</p>
        <Field label={t("reason")} name="reason">
          {(given) => (
            <Choice given={given} value={reason} words={REASONS} needed onChoose={setReason} />
          )}
        </Field>
        <Refusal problem={problem} />
        <Buttons busy={busy} submit={t("deactivate")} danger onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** Chooses among the households of the institution. */
export function MoveForm({ books, household, patient, onAgain, onClose }: Props) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [target, setTarget] = useState<Id | "">("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (target === "") return;
    const done = await give(() =>
      books.movePatient(patient.id, { version: patient.version, householdId: target }),
    );
    await onAgain();
    if (done) onClose();
  };
  return (
    <Dialog name="move-patient" title={`${t("move")} · ${patient.name}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p className="soft">{t("moveHint")}</p>
        <HouseholdChoice books={books} but={household.id} chosen={target} onChoose={setTarget} />
        <Refusal problem={problem} />
        <Buttons busy={busy} submit={t("move")} onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  books: Books;
  /** The household that is not offered. */
  but: Id;
  chosen: Id | "";
  onChoose(id: Id | ""): void;
}

/** One of the first fifty households that are found. */
export function HouseholdChoice({ books, but, chosen, onChoose }: ChoiceProps) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const found = useLoaded(
    useCallback(
      () => books.find({ deactivated: false, ...(asked && { text: asked }) }),
      [books, asked],
    ),
  );
  return (
    <>
      <div className="search">
        <input
          type="search"
          maxLength={64}
          aria-label={t("searchLabel")}
          placeholder={t("searchLabel")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className="button" onClick={() => setAsked(text.trim())}>
          {t("search")}
        </button>
      </div>
      <Whole of={found}>
        {({ households }) => (
          <Field label={t("moveTo")} name="householdId">
            {(given) => (
              <select
                {...given}
                required
                value={chosen}
                onChange={(event) => onChoose(event.target.value)}
              >
                <option value="">{t("choose")}</option>
                {households
                  .filter((one) => one.id !== but)
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {[one.name, ...one.patients.map((person) => person.name)].join(" · ")}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        )}
      </Whole>
    </>
  );
}
