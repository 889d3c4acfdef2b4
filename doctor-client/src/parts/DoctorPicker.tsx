import { useState } from "react";
import type { Department, Doctor, Level } from "@wuduan/contract/messages.ts";
import { DEPARTMENTS, departmentWord, levelWord } from "@wuduan/web-kit/words.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import { DutyFailed, type Duty } from "./DutyBoard.tsx";

interface Props {
  duty: Duty;
  asked: Set<string>;
  chosen: Doctor[];
  onChoose(doctors: Doctor[]): void;
}

const LEVELS_ABOVE: Level[] = ["county", "tertiary"];
const DEPARTMENT_KEYS = Object.keys(DEPARTMENTS) as Department[];

/** Level and department narrow the on-duty list; what was chosen stays chosen when the filter changes. */
export function DoctorPicker({ duty, asked, chosen, onChoose }: Props) {
  const { me } = useDesk();
  const [level, setLevel] = useState<Level | "all">("all");
  const [department, setDepartment] = useState<Department | "all">("all");
  const fits = (duty.doctors ?? []).filter(
    (doctor) =>
      doctor.id !== me.id &&
      (level === "all" ? doctor.level !== "first_contact" : doctor.level === level) &&
      (department === "all" || doctor.department === department),
  );
  const toggle = (doctor: Doctor) =>
    onChoose(
      chosen.some(({ id }) => id === doctor.id)
        ? chosen.filter(({ id }) => id !== doctor.id)
        : [...chosen, doctor],
    );
  return (
    <div className="picker">
      <div className="picker-filters">
        <Filter
          name="level"
          value={level}
          options={LEVELS_ABOVE.map((each) => [each, levelWord(each, i18n.language())])}
          onChange={(value) => setLevel(value as Level | "all")}
        />
        <Filter
          name="department"
          value={department}
          options={DEPARTMENT_KEYS.map((each) => [each, departmentWord(each, i18n.language())])}
          onChange={(value) => setDepartment(value as Department | "all")}
        />
      </div>
      <fieldset className="picker-list">
        <legend>{t("invite.who")}</legend>
        <DutyFailed duty={duty} />
        {duty.doctors && fits.length === 0 && <p className="empty">{t("invite.none")}</p>}
        {fits.map((doctor) => (
          <PickedDoctor
            key={doctor.id}
            doctor={doctor}
            busy={asked.has(doctor.id)}
            checked={chosen.some(({ id }) => id === doctor.id)}
            onToggle={() => toggle(doctor)}
          />
        ))}
      </fieldset>
    </div>
  );
}

function PickedDoctor(props: {
  doctor: Doctor;
  busy: boolean;
  checked: boolean;
  onToggle(): void;
}) {
  const { doctor } = props;
  const years = doctor.practisingSince && new Date().getFullYear() - doctor.practisingSince;
  return (
    <label className="choice" data-doctor={doctor.id} data-state={props.busy ? "asked" : "free"}>
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.busy}
        data-action="choose-doctor"
        onChange={props.onToggle}
      />
      <span>
        <strong>{doctor.name}</strong> {doctor.title}
        {years !== undefined && ` · ${t("doctor.years", { years })}`}
        <small>
          {levelWord(doctor.level, i18n.language())} ·{" "}
          {departmentWord(doctor.department, i18n.language())} · {doctor.institution}
          {props.busy && ` · ${t("invite.already")}`}
        </small>
      </span>
    </label>
  );
}

function Filter(props: {
  name: "level" | "department";
  value: string;
  options: [string, string][];
  onChange(value: string): void;
}) {
  return (
    <label className="field">
      <span>{t(`invite.${props.name}`)}</span>
      <select
        name={props.name}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="all">{t("invite.all")}</option>
        {props.options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
