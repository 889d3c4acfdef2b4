import type { PrescribedDiagnosis } from "@wuduan/contract/messages.ts";
import { DiagnosisPicker } from "../record/DiagnosisPicker.tsx";
import { w } from "./words.ts";

interface Props {
  diagnoses: readonly PrescribedDiagnosis[];
  onChange(diagnoses: PrescribedDiagnosis[]): void;
}

/** What the prescription is for. Nothing is prescribed without it. */
export function DiagnosisField({ diagnoses, onChange }: Props) {
  return (
    <fieldset className="rx-diagnoses field">
      <legend>{w("diagnoses")}</legend>
      <DiagnosisPicker
        chosen={diagnoses.map(({ code, title }) => ({ code, name: title }))}
        onChange={(chosen) => onChange(chosen.map(({ code, name }) => ({ code, title: name })))}
      />
    </fieldset>
  );
}
