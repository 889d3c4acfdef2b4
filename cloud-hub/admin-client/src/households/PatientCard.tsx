import { useState } from "react";
import type { HouseholdRecord } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { dayWithYear } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import type { Books } from "./api.ts";
import { Children } from "./Children.tsx";
import { DeactivateForm, MoveForm } from "./LeavingForms.tsx";
import { Off } from "./ListPage.tsx";
import { PatientForm, type RegisteredPatient } from "./PatientForm.tsx";
import { ABSENCES, REASONS, SEXES, t } from "./words.ts";

export interface PatientProps {
  books: Books;
  household: HouseholdRecord;
  patient: RegisteredPatient;
  onAgain(): Promise<unknown>;
}

type Open = "edit" | "deactivate" | "move";

export function PatientCard({ books, household, patient, onAgain }: PatientProps) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [open, setOpen] = useState<Open>();
  const reactivate = async () => {
    await give(() => books.reactivatePatient(patient.id, { version: patient.version }));
    await onAgain();
  };
  return (
    <article className="patient" data-patient={patient.id}>
      <header className="page-head">
        <h3>
          {patient.name} {!patient.active && <Off />}
        </h3>
        <span className="grow" />
        <Actions
          active={patient.active}
          busy={busy}
          onOpen={setOpen}
          onReactivate={() => void reactivate()}
        />
      </header>
      <ProblemLine problem={problem} language={i18n.language()} />
      <Facts books={books} patient={patient} />
      {patient.active && <Children patient={patient} />}
      {open && (
        <OpenForm
          open={open}
          books={books}
          household={household}
          patient={patient}
          onAgain={onAgain}
          onClose={() => setOpen(undefined)}
        />
      )}
    </article>
  );
}

interface ActionsProps {
  active: boolean;
  busy: boolean;
  onOpen(form: Open): void;
  onReactivate(): void;
}

function Actions({ active, busy, onOpen, onReactivate }: ActionsProps) {
  return (
    <>
      <button
        type="button"
        className="button"
        data-action="edit-patient"
        onClick={() => onOpen("edit")}
      >
        {t("edit")}
      </button>
      {active ? (
        <>
          <button
            type="button"
            className="button quiet"
            data-action="move-patient"
            onClick={() => onOpen("move")}
          >
            {t("move")}
          </button>
          <button
            type="button"
            className="button quiet"
            data-action="deactivate-patient"
            onClick={() => onOpen("deactivate")}
          >
            {t("deactivate")}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="button"
          data-action="reactivate-patient"
          disabled={busy}
          onClick={onReactivate}
        >
          {t("reactivate")}
        </button>
      )}
    </>
  );
}

function OpenForm({ open, ...props }: PatientProps & { open: Open; onClose(): void }) {
  switch (open) {
    case "edit":
      return (
        <PatientForm
          books={props.books}
          household={props.household.id}
          kept={props.patient}
          onAgain={props.onAgain}
          onClose={props.onClose}
        />
      );
    case "deactivate":
      return <DeactivateForm {...props} />;
    case "move":
      return <MoveForm {...props} />;
  }
}

function Facts({ books, patient }: { books: Books; patient: RegisteredPatient }) {
  const language = i18n.language();
  return (
    <dl className="facts">
      <dt>{t("sex")}</dt>
      <dd>{SEXES[patient.sex][language]}</dd>
      <dt>{t("birthDate")}</dt>
      <dd>{patient.birthDate ?? t("bornIn", { year: patient.birthYear })}</dd>
      <dt>{t("idNumber")}</dt>
      <dd>
        {patient.idNumberMasked ? (
          <IdNumber
            key={patient.version}
            books={books}
            patient={patient}
            masked={patient.idNumberMasked}
          />
        ) : (
          <span className="soft">
            {patient.idNumberAbsent ? ABSENCES[patient.idNumberAbsent][language] : t("notGiven")}
          </span>
        )}
      </dd>
      {patient.deactivatedFor && (
        <>
          <dt>{t("deactivated")}</dt>
          <dd>
            {REASONS[patient.deactivatedFor][language]}
            {patient.deactivatedAt && ` · ${dayWithYear(patient.deactivatedAt, language)}`}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Masked, until a clerk asks; the whole is gone again with the page. */
function IdNumber({
  books,
  patient,
  masked,
}: {
  books: Books;
  patient: RegisteredPatient;
  masked: string;
}) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [whole, setWhole] = useState<string>();
  const show = () =>
    give(async () => {
      const answer = await books.wholeIdNumber(patient.id);
      if (answer.ok) setWhole(answer.value.idNumber);
      return answer;
    });
  return (
    <>
      <code data-label="id-number">{whole ?? masked}</code>{" "}
      {whole ? (
        <button type="button" className="button quiet" onClick={() => setWhole(undefined)}>
          {t("hide")}
        </button>
      ) : (
        <button
          type="button"
          className="button quiet"
          data-action="show-id-number"
          title={t("showWholeHint")}
          disabled={busy}
          onClick={() => void show()}
        >
          {t("showWhole")}
        </button>
      )}
      <ProblemLine problem={problem} language={i18n.language()} />
    </>
  );
}
