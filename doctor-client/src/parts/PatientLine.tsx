import type { Patient } from "@wuduan/contract/messages.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { ageInYears, sexWord } from "@wuduan/web-kit/words.ts";
import { i18n, t } from "../language.ts";

/** A birthday at midnight may be an hour late on the screen. */
const AGE_RENEWED_MILLIS = 3_600_000;

/** Name, sex and age, always in this order, so that two patients are told apart at a glance. */
export function PatientLine({ patient }: { patient: Patient }) {
  const now = useNow(AGE_RENEWED_MILLIS);
  return (
    <span className="patient" data-patient={patient.id}>
      <strong>{patient.name}</strong>
      <span>
        {sexWord(patient.sex, i18n.language())} ·{" "}
        {t("case.years", { age: ageInYears(patient.birthYear, now) })}
      </span>
    </span>
  );
}
