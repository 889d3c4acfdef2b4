import type { Ref } from "react";
import { WarningIcon } from "@wuduan/web-kit/icons.tsx";

/** What is wrong with a field, under the id that the field names. */
export interface FieldFault {
  id: string;
  text: string;
}

interface Props {
  label: string;
  name: string;
  inputMode: "decimal" | "numeric";
  maxLength: number;
  value: string;
  fault: FieldFault | undefined;
  placeholder?: string;
  ref?: Ref<HTMLInputElement>;
  onType(text: string): void;
}

/** A number as it is typed. What is wrong with it stands below the row, where there is room for it: see `Fault`. */
export function NumberField({ label, fault, onType, ...input }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        {...input}
        aria-invalid={fault !== undefined}
        aria-describedby={fault?.id}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}

export function Fault({ fault }: { fault: FieldFault | undefined }) {
  if (!fault) return null;
  return (
    <p id={fault.id} className="rx-fault" role="status">
      <WarningIcon /> {fault.text}
    </p>
  );
}
