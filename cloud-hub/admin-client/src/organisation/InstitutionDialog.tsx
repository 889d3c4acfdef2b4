import { useState } from "react";
import type { Department, Institution, Level } from "@wuduan/contract/messages.ts";
import { newId } from "@wuduan/contract/commands.ts";
import { DEPARTMENTS, departmentWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { Conflict, FormDialog, Select, Text } from "../parts/FormDialog.tsx";
import { useEdit } from "../parts/useEdit.ts";
import { t } from "./words.ts";

export const LEVELS_KNOWN: readonly Level[] = ["first_contact", "county", "tertiary"];
const ALL_DEPARTMENTS = Object.keys(DEPARTMENTS) as Department[];

interface Props {
  institution?: Institution;
  all: readonly Institution[];
  newest(id: string): Promise<Institution | undefined>;
  onSaved(): void;
  onClose(): void;
}

type Draft = Pick<Institution, "name" | "level" | "departments" | "parentId">;

export function InstitutionDialog({ institution, all, newest, onSaved, onClose }: Props) {
  const { commands } = useOffice();
  const [id] = useState(() => institution?.id ?? newId());
  const [draft, setDraft] = useState<Draft>(
    institution ?? { name: "", level: "first_contact", departments: ["general"] },
  );
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const { busy, problem, theirs, save } = useEdit<Institution>({
    read: institution,
    newest: () => newest(id),
    onSaved,
    send: (version) => {
      const [path, body] = institution ? edited(id, version, draft) : made(id, draft);
      return commands.send("POST", path, body);
    },
  });
  return (
    <FormDialog
      name="institution"
      title={t(institution ? "institution.edit" : "institution.new")}
      busy={busy}
      problem={theirs ? null : problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Text
        name="name"
        label={t("name")}
        fault={t("fault.name")}
        problem={problem}
        maxLength={128}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <Select
        name="level"
        label={t("level")}
        problem={problem}
        value={draft.level}
        options={LEVELS_KNOWN.map((level) => [level, t(`level.${level}`)] as const)}
        onChange={(level) => set({ level: level as Level })}
      />
      <Select
        name="parentId"
        label={t("parent")}
        fault={t("fault.parentId")}
        problem={problem}
        value={draft.parentId ?? ""}
        empty={t("parent.none")}
        options={namesOf(all.filter((one) => one.id !== id))}
        onChange={(parentId) => set({ parentId })}
      />
      <DepartmentChoice
        chosen={draft.departments}
        onChoose={(departments) => set({ departments })}
      />
      {theirs && <Conflict differences={differencesOf(theirs, draft, all)} />}
    </FormDialog>
  );
}

interface ChoiceProps {
  chosen: readonly Department[];
  onChoose(departments: Department[]): void;
}

function DepartmentChoice({ chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset className="checks" data-field="departments">
      <legend>{t("departments")}</legend>
      {ALL_DEPARTMENTS.map((department) => (
        <label key={department}>
          <input
            type="checkbox"
            name={department}
            checked={chosen.includes(department)}
            // the last one stays: an institution without any department can place nobody
            disabled={chosen.length === 1 && chosen.includes(department)}
            onChange={(event) =>
              onChoose(
                event.target.checked
                  ? [...chosen, department]
                  : chosen.filter((one) => one !== department),
              )
            }
          />
          {departmentWord(department, i18n.language())}
        </label>
      ))}
    </fieldset>
  );
}

/** The institutions in use, as choices. */
export const namesOf = (all: readonly Institution[]) =>
  all.filter((one) => one.active).map((one) => [one.id, one.name] as const);

const edited = (id: string, version: number, draft: Draft) =>
  [`/api/administration/institutions/${id}`, bodyOf(draft, { version })] as const;

const made = (id: string, draft: Draft) =>
  ["/api/administration/institutions", bodyOf(draft, { id })] as const;

function bodyOf(draft: Draft, head: object) {
  const { name, level, departments, parentId } = draft;
  return { ...head, name: name.trim(), level, departments, ...(parentId && { parentId }) };
}

function differencesOf(theirs: Institution, mine: Draft, all: readonly Institution[]) {
  const parent = (draft: Draft) =>
    all.find(({ id }) => id === draft.parentId)?.name ?? t("parent.none");
  const wards = (draft: Draft) =>
    ALL_DEPARTMENTS.filter((one) => draft.departments.includes(one))
      .map((one) => departmentWord(one, i18n.language()))
      .join(" · ");
  return [
    { label: t("name"), theirs: theirs.name, mine: mine.name },
    { label: t("level"), theirs: t(`level.${theirs.level}`), mine: t(`level.${mine.level}`) },
    { label: t("parent"), theirs: parent(theirs), mine: parent(mine) },
    { label: t("departments"), theirs: wards(theirs), mine: wards(mine) },
  ];
}
