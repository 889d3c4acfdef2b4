import { useState } from "react";
import type { PrescribedDiagnosis } from "@wuduan/contract/messages.ts";
import { w } from "./words.ts";

/** Codes of ICD-10 as the hub takes them. */
const CODE = /^[A-Z][0-9]{2}[A-Za-z0-9.+*-]*$/;

interface Props {
  diagnoses: readonly PrescribedDiagnosis[];
  onChange(diagnoses: PrescribedDiagnosis[]): void;
}

/** What the prescription is for. Nothing is prescribed without it. */
export function DiagnosisField({ diagnoses, onChange }: Props) {
  return (
    <fieldset className="rx-diagnoses">
      <legend>{w("diagnoses")}</legend>
      <ul>
        {diagnoses.map((one) => (
          <li key={one.code} data-diagnosis={one.code}>
            {one.title} <small className="soft">{one.code}</small>{" "}
            <button
              type="button"
              className="button small quiet"
              data-action="remove-diagnosis"
              onClick={() => onChange(diagnoses.filter((other) => other !== one))}
            >
              {w("remove")}
            </button>
          </li>
        ))}
      </ul>
      <NewDiagnosis onAdd={(one) => onChange([...diagnoses, one])} />
    </fieldset>
  );
}

function NewDiagnosis({ onAdd }: { onAdd(diagnosis: PrescribedDiagnosis): void }) {
  const [code, setCode] = useState("");
  const [title, setTitle] = useState("");
  const wanted = code.trim().toUpperCase();
  const good = CODE.test(wanted) && title.trim() !== "";
  const add = () => {
    if (!good) return;
    onAdd({ code: wanted, title: title.trim() });
    setCode("");
    setTitle("");
  };
  return (
    <div className="rx-fields">
      <label>
        <span>{w("diagnosisCode")}</span>
        <input
          name="diagnosis-code"
          maxLength={16}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <label className="rx-note">
        <span>{w("diagnosisTitle")}</span>
        <input
          name="diagnosis-title"
          maxLength={128}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      </label>
      <button
        type="button"
        className="button small"
        data-action="add-diagnosis"
        disabled={!good}
        onClick={add}
      >
        {w("add")}
      </button>
    </div>
  );
}
