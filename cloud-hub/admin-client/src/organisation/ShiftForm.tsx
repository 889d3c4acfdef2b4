import { useState, type FormEvent } from "react";
import type { Doctor, Shift } from "@wuduan/contract/messages.ts";
import { Field, Select } from "../parts/FormDialog.tsx";
import { daysOf, faultOf, type Days } from "./plan.ts";
import { t } from "./rosterWords.ts";

interface Props {
  doctors: readonly Doctor[];
  shifts: readonly Shift[];
  onAdd(shifts: readonly Shift[]): void;
}

type Typed = Omit<Shift, "weekday"> & { days: Days };

const CHOICES: readonly Days[] = ["workdays", "daily", "1", "2", "3", "4", "5", "6", "7"];

/** More shifts: a doctor's hours on one day or on several. What was chosen stays for the next. */
export function ShiftForm({ doctors, shifts, onAdd }: Props) {
  const [typed, setTyped] = useState<Typed>({
    doctorId: doctors[0]?.id ?? "",
    days: "workdays",
    from: "08:00",
    to: "12:00",
  });
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>();
  const set = (change: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...change }));
    setFault(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { days, ...hours } = typed;
    const added = daysOf(days).map((weekday) => ({ ...hours, weekday }));
    const found = added.map((shift) => faultOf(shift, shifts)).find((one) => one !== undefined);
    setFault(found);
    if (!found) onAdd(added);
  };
  return (
    <form className="filters" onSubmit={submit}>
      <Select
        name="doctor"
        label={t("doctor")}
        problem={null}
        value={typed.doctorId}
        options={doctors.map(({ id, name }) => [id, name] as const)}
        onChange={(doctorId) => set({ doctorId })}
      />
      <Select
        name="weekday"
        label={t("weekday")}
        problem={null}
        value={typed.days}
        options={CHOICES.map((days) => [days, t(`day.${days}`)] as const)}
        onChange={(days) => set({ days: days as Days })}
      />
      <Hour name="from" value={typed.from} onChange={(from) => set({ from })} />
      <Hour name="to" value={typed.to} onChange={(to) => set({ to })} />
      <button className="button" data-action="add">
        {t("add")}
      </button>
      {fault && (
        <p className="problem" role="alert">
          {t(`fault.${fault}`)}
        </p>
      )}
    </form>
  );
}

interface HourProps {
  name: "from" | "to";
  value: string;
  onChange(value: string): void;
}

/** Typed, because a browser's own field for hours does not know 24:00. */
function Hour({ name, value, onChange }: HourProps) {
  return (
    <Field name={name} label={t(name)} problem={null}>
      <input
        name={name}
        required
        inputMode="numeric"
        maxLength={5}
        pattern={
          name === "to" ? "([01][0-9]|2[0-3]):[0-5][0-9]|24:00" : "([01][0-9]|2[0-3]):[0-5][0-9]"
        }
        placeholder="08:00"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
