import { useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type {
  HouseholdRecord,
  Id,
  IdNumberAbsence,
  Problem,
  Sex,
} from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import type { Books } from "./api.ts";
import { FAULTS, faultOf } from "./faults.ts";
import { readIdNumber } from "./idNumber.ts";
import { Buttons, Dialog, Field, TextField } from "./parts.tsx";
import { keptNow, Refusal } from "./refusals.tsx";
import { ABSENCES, SEXES, t } from "./words.ts";

export type RegisteredPatient = HouseholdRecord["patients"][number];

interface Props {
  books: Books;
  household: Id;
  /** Absent: a new patient. */
  kept?: RegisteredPatient;
  onAgain(): Promise<unknown>;
  onClose(): void;
}

interface Typed {
  name: string;
  sex: Sex | "";
  birthDate: string;
  idNumber: string;
  absence: IdNumberAbsence | "";
}

/** Makes or edits a patient. The ID number fills in sex and date of birth. */
export function PatientForm({ books, household, kept, onAgain, onClose }: Props) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [id] = useState(newId);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(kept));
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.sex === "") return;
    const body = {
      name: typed.name,
      sex: typed.sex,
      birthDate: typed.birthDate,
      ...(typed.idNumber && { idNumber: typed.idNumber }),
      ...(!typed.idNumber && typed.absence && { idNumberAbsent: typed.absence }),
    };
    const done = await give(() =>
      kept
        ? books.editPatient(kept.id, { ...body, version: kept.version })
        : books.makePatient({ ...body, id, householdId: household }),
    );
    await onAgain();
    if (done) onClose();
  };
  return (
    <Dialog name="patient-form" title={kept ? t("edit") : t("addPatient")} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <PatientFields typed={typed} set={set} kept={kept} problem={problem} />
        <Refusal problem={problem} />
        <Buttons busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  typed: Typed;
  set(part: Partial<Typed>): void;
  kept: RegisteredPatient | undefined;
  problem: Problem | null;
}

function PatientFields({ typed, set, kept, problem }: FieldsProps) {
  const fault = (field: string) => faultOf(problem, field, i18n.language());
  return (
    <>
      <TextField
        label={t("personName")}
        name="name"
        fault={fault("name")}
        hint={keptNow(problem, kept?.name, typed.name)}
        value={typed.name}
        onText={(name) => set({ name })}
        input={{ required: true, maxLength: 64, "data-first": true }}
      />
      <IdNumberFields typed={typed} set={set} kept={kept} problem={problem} />
      <Field label={t("sex")} name="sex" fault={fault("sex")}>
        {(given) => (
          <Choice
            given={given}
            value={typed.sex}
            words={SEXES}
            needed
            onChoose={(sex) => set({ sex })}
          />
        )}
      </Field>
      <TextField
        label={t("birthDate")}
        name="birthDate"
        fault={fault("birthDate")}
        hint={keptNow(problem, kept?.birthDate, typed.birthDate)}
        value={typed.birthDate}
        onText={(birthDate) => set({ birthDate })}
        input={{ type: "date", required: true, min: "1900-01-01" }}
      />
    </>
  );
}

/** The number, or why there is none. */
function IdNumberFields({ typed, set, kept, problem }: FieldsProps) {
  const fault = (field: string) => faultOf(problem, field, i18n.language());
  const setIdNumber = (idNumber: string) => {
    const read = readIdNumber(idNumber);
    set(
      read.ok ? { idNumber, absence: "", sex: read.sex, birthDate: read.birthDate } : { idNumber },
    );
  };
  return (
    <>
      <TextField
        label={t("idNumber")}
        name="idNumber"
        fault={fault("idNumber") ?? typedFault(typed.idNumber)}
        hint={kept?.idNumberMasked && t("idNumberKept", { masked: kept.idNumberMasked })}
        value={typed.idNumber}
        onText={setIdNumber}
        input={{ maxLength: 64 }}
      />
      {!typed.idNumber && (
        <Field label={t("idNumberAbsent")} name="idNumberAbsent" fault={fault("idNumberAbsent")}>
          {(given) => (
            <Choice
              given={given}
              value={typed.absence}
              words={ABSENCES}
              needed={!kept?.idNumberMasked}
              onChoose={(absence) => set({ absence })}
            />
          )}
        </Field>
      )}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  given: object;
  value: Value | "";
  words: Readonly<Record<Value, Record<"zh-CN" | "en", string>>>;
  needed: boolean;
  onChoose(value: Value | ""): void;
}

export function Choice<Value extends string>({
  given,
  value,
  words,
  needed,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <select
      {...given}
      required={needed}
      value={value}
      onChange={(event) => onChoose(event.target.value as Value | "")}
    >
      <option value="">{t("choose")}</option>
      {(Object.keys(words) as Value[]).map((one) => (
        <option key={one} value={one}>
          {words[one][i18n.language()]}
        </option>
      ))}
    </select>
  );
}

function typedFrom(kept: RegisteredPatient | undefined): Typed {
  return {
    name: kept?.name ?? "",
    sex: kept && kept.sex !== "unknown" ? kept.sex : "",
    birthDate: kept?.birthDate ?? "",
    idNumber: "",
    absence: kept?.idNumberAbsent ?? "",
  };
}

/** Not before all 18 characters are there: nobody likes to be corrected in the middle of a word. */
function typedFault(idNumber: string): string | undefined {
  if (idNumber.trim().length < 18) return undefined;
  const read = readIdNumber(idNumber);
  return read.ok ? undefined : FAULTS[read.fault][i18n.language()];
}
