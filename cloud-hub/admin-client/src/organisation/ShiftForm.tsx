import { useState, type FormEvent } from "react";
import type { Doctor, Shift } from "@wuduan/contract/messages.ts";
import { Field, Select } from "../parts/FormDialog.tsx";
import { faultOf, WEEKDAYS } from "./plan.ts";
import { t } from "./rosterWords.ts";

interface Props {
  doctors: readonly Doctor[];
  shifts: readonly Shift[];
  onAdd(shift: Shift): void;
}

/** One more shift; its day and hours stay for the next, because a week repeats itself. */
export function ShiftForm({ doctors, shifts, onAdd }: Props) {
  const [shift, setShift] = useState<Shift>({
    doctorId: doctors[0]?.id ?? "",
    weekday: 1,
    from: "08:00",
    to: "12:00",
  });
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>();
  const set = (change: Partial<Shift>) => {
    setShift((before) => ({ ...before, ...change }));
    setFault(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(shift, shifts);
    setFault(found);
    if (!found) onAdd(shift);
  };
  return (
    <form className="filters" onSubmit={submit}>
      <Select
        name="doctor"
        label={t("doctor")}
        problem={null}
        value={shift.doctorId}
        options={doctors.map(({ id, name }) => [id, name] as const)}
        onChange={(doctorId) => set({ doctorId })}
      />
      <Select
        name="weekday"
        label={t("weekday")}
        problem={null}
        value={String(shift.weekday)}
        options={WEEKDAYS.map((day) => [String(day), t(`day.${day}`)] as const)}
        onChange={(day) => set({ weekday: Number(day) })}
      />
      <Hour name="from" value={shift.from} onChange={(from) => set({ from })} />
      <Hour name="to" value={shift.to} onChange={(to) => set({ to })} />
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
