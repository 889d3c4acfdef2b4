import { useEffect, useId, useRef } from "react";
import type { LineAmount } from "@wuduan/contract/messages.ts";
import { FREQUENCIES, piecesWord } from "@wuduan/web-kit/prescriptions.ts";
import { i18n } from "../language.ts";
import { drugName } from "./DrugSearch.tsx";
import { Fault, NumberField, type FieldFault } from "./NumberField.tsx";
import { DAYS_MAX, daysWritten, doseWritten, pieceUnit, type DraftLine } from "./sheet.ts";
import { inWords, w } from "./words.ts";

interface Props {
  line: DraftLine;
  index: number;
  amount: LineAmount | undefined;
  /** The one that was added last: its dose has the focus while it is empty. */
  newest: boolean;
  onChange(change: Partial<DraftLine>): void;
  onRemove(): void;
}

/** One medicine on its own line: dose with its unit, how often, for how long. */
export function LineRow({ line, index, amount, newest, onChange, onRemove }: Props) {
  const { drug } = line;
  const id = useId();
  const faults = faultsOf(line, id);
  return (
    <li className="rx-line" data-line={index} data-drug={drug.code}>
      <header>
        <strong>{drugName(drug)}</strong>
        <span className="soft">
          {drug.strength.value} {drug.strength.unit}
        </span>
        <button
          type="button"
          className="button small quiet"
          data-action="remove-line"
          onClick={onRemove}
        >
          {w("remove")}
        </button>
      </header>
      <div className="rx-fields">
        <DoseField
          line={line}
          index={index}
          newest={newest}
          fault={faults.dose}
          onChange={onChange}
        />
        <Frequency line={line} index={index} onChange={onChange} />
        <NumberField
          label={w("days")}
          name={`days-${index}`}
          inputMode="numeric"
          maxLength={2}
          value={line.days}
          fault={faults.days}
          onType={(days) => onChange({ days })}
        />
        <Note line={line} index={index} onChange={onChange} />
        <Fault fault={faults.dose} />
        <Fault fault={faults.days} />
      </div>
      {amount && (
        <p className="rx-amount" data-label="amount">
          {w("amount", {
            pieces: piecesWord(amount.pieces, i18n.language()),
            perDay: amount.perDay.value,
            total: piecesWord(amount.total, i18n.language()),
          })}
        </p>
      )}
    </li>
  );
}

/** What is wrong with the numbers of a line. */
function faultsOf(line: DraftLine, id: string): Partial<Record<"dose" | "days", FieldFault>> {
  const dose = { id: `${id}dose`, text: w("doseUnreadable") };
  const days = { id: `${id}days`, text: w("daysUnreadable", { max: String(DAYS_MAX) }) };
  return {
    ...(doseWritten(line) === "unreadable" && { dose }),
    ...(daysWritten(line) === "unreadable" && { days }),
  };
}

type FieldProps = Pick<Props, "line" | "index" | "onChange">;

interface DoseProps extends FieldProps {
  newest: boolean;
  fault: FieldFault | undefined;
}

function DoseField({ line, index, newest, fault, onChange }: DoseProps) {
  const dose = useRef<HTMLInputElement>(null);
  const added = useRef(newest);
  useEffect(() => {
    if (added.current && dose.current?.value === "") dose.current.focus();
    added.current = false;
  }, []);
  return (
    <div className="rx-dose">
      <NumberField
        ref={dose}
        label={w("dose")}
        name={`dose-${index}`}
        inputMode="decimal"
        maxLength={11}
        value={line.dose}
        fault={fault}
        onType={(typed) => onChange({ dose: typed })}
      />
      <UnitChoice line={line} index={index} onChange={onChange} />
    </div>
  );
}

function Frequency({ line, index, onChange }: FieldProps) {
  return (
    <label className="field">
      <span>{w("frequency")}</span>
      <select
        name={`frequency-${index}`}
        value={line.frequency}
        onChange={(event) => onChange({ frequency: event.target.value as DraftLine["frequency"] })}
      >
        {Object.entries(FREQUENCIES).map(([value, name]) => (
          <option key={value} value={value}>
            {inWords(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Note({ line, index, onChange }: FieldProps) {
  return (
    <label className="field rx-note">
      <span>{w("note")}</span>
      <input
        name={`note-${index}`}
        maxLength={200}
        value={line.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </label>
  );
}

function UnitChoice({ line, index, onChange }: FieldProps) {
  const piece = pieceUnit(line.drug.form);
  const units = [...new Set([line.drug.strength.unit, "mg", "g", "ug", piece])];
  return (
    <select
      className="rx-unit"
      name={`unit-${index}`}
      aria-label={w("dose")}
      value={line.unit}
      onChange={(event) => onChange({ unit: event.target.value })}
    >
      {units.map((unit) => (
        <option key={unit} value={unit}>
          {unit === piece ? piecesWord({ value: "", unit }, i18n.language()).trim() : unit}
        </option>
      ))}
    </select>
  );
}
