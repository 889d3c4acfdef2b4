import { useCallback, useMemo, useState } from "react";
import type { HouseholdRecord, Id } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useOffice } from "../office.tsx";
import { hrefOf } from "../route.ts";
import { booksOf, type Books } from "./api.ts";
import { HouseholdBoxes } from "./HouseholdBoxes.tsx";
import { HouseholdForm } from "./HouseholdForm.tsx";
import { HouseholdWearables } from "./HouseholdWearables.tsx";
import { Off } from "./ListPage.tsx";
import { useLoaded, Whole } from "./parts.tsx";
import { PatientCard } from "./PatientCard.tsx";
import { PatientForm } from "./PatientForm.tsx";
import { Refusal } from "./refusals.tsx";
import { t } from "./words.ts";

/** One household: where it is, who lives there, their children, its televisions and what is measured with. */
export function HouseholdPage({ id }: { id: Id }) {
  const { commands } = useOffice();
  const books = useMemo(() => booksOf(commands), [commands]);
  const kept = useLoaded(useCallback(() => books.open(id), [books, id]));
  return (
    <>
      <p>
        <a href={hrefOf("households")}>← {t("back")}</a>
      </p>
      <Whole of={kept}>
        {(household) => <Household books={books} household={household} onAgain={kept.again} />}
      </Whole>
    </>
  );
}

interface Props {
  books: Books;
  household: HouseholdRecord;
  onAgain(): Promise<unknown>;
}

function Household({ books, household, onAgain }: Props) {
  const [open, setOpen] = useState<"edit" | "patient">();
  const close = () => setOpen(undefined);
  return (
    <>
      <header className="page-head">
        <h1>
          {household.name} {!household.active && <Off />}
        </h1>
        <span className="grow" />
        <button
          type="button"
          className="button"
          data-action="edit-household"
          onClick={() => setOpen("edit")}
        >
          {t("edit")}
        </button>
        <Standing books={books} household={household} onAgain={onAgain} />
      </header>
      <Facts household={household} />
      <section className="part" aria-label={t("patients")}>
        <PatientsHead household={household} onAdd={() => setOpen("patient")} />
        {household.patients.length === 0 && <p className="empty">{t("nobody")}</p>}
        {household.patients.map((patient) => (
          <PatientCard
            key={patient.id}
            books={books}
            household={household}
            patient={patient}
            onAgain={onAgain}
          />
        ))}
      </section>
      {household.active && (
        <>
          <HouseholdBoxes books={books} household={household.id} />
          <HouseholdWearables household={household.id} />
        </>
      )}
      {open === "edit" && (
        <HouseholdForm books={books} kept={household} onAgain={onAgain} onClose={close} />
      )}
      {open === "patient" && (
        <PatientForm books={books} household={household.id} onAgain={onAgain} onClose={close} />
      )}
    </>
  );
}

function PatientsHead({ household, onAdd }: { household: HouseholdRecord; onAdd(): void }) {
  return (
    <header className="page-head">
      <h2>{t("patients")}</h2>
      <span className="grow" />
      {household.active && (
        <button type="button" className="button primary" data-action="add-patient" onClick={onAdd}>
          {t("addPatient")}
        </button>
      )}
    </header>
  );
}

function Facts({ household }: { household: HouseholdRecord }) {
  return (
    <dl className="facts">
      <dt>{t("address")}</dt>
      <dd>{household.address ?? <span className="soft">{t("notGiven")}</span>}</dd>
      <dt>{t("phone")}</dt>
      <dd>{household.phone ?? <span className="soft">{t("notGiven")}</span>}</dd>
    </dl>
  );
}

/** Deactivates an empty household, or takes it back. */
function Standing({ books, household, onAgain }: Props) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const change = async () => {
    await give(() =>
      books.standHousehold(household.id, !household.active, { version: household.version }),
    );
    await onAgain();
  };
  return (
    <>
      <button
        type="button"
        className="button quiet"
        data-action="stand-household"
        disabled={busy}
        onClick={() => void change()}
      >
        {household.active ? t("deactivate") : t("reactivate")}
      </button>
      <Refusal problem={problem} />
    </>
  );
}
