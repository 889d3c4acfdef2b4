import type { Parent } from "../family.ts";
import { t } from "../language.ts";

interface Props {
  parents: Parent[];
  shown: Parent | undefined;
  onChoose(patientId: string): void;
}

/** Mother or father; with one parent there is nothing to pick. */
export function ParentPicker({ parents, shown, onChoose }: Props) {
  if (parents.length < 2) return null;
  return (
    <div className="picker" role="group" aria-label={t("care.who")}>
      {parents.map(({ patient }) => (
        <button
          key={patient.id}
          type="button"
          data-action="choose-parent"
          data-patient={patient.id}
          aria-pressed={patient.id === shown?.patient.id}
          onClick={() => onChoose(patient.id)}
        >
          {patient.name}
        </button>
      ))}
    </div>
  );
}

/** No parent is bound to this account yet. */
export function NoParent() {
  return (
    <p className="empty" data-state="no-parent">
      {t("today.none")}
      <small>{t("today.noneHint")}</small>
    </p>
  );
}
