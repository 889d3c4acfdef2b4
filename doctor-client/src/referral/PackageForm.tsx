import { useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type {
  CarePackage,
  PlannedMeasure,
  PlannedVital,
  Referral,
} from "@wuduan/contract/messages.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { PLANNED_VITALS, plannedUnit, plannedWord } from "@wuduan/web-kit/plan.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

interface MeasureDraft {
  vital: PlannedVital;
  low: string;
  high: string;
  everyHours: string;
  until: string;
}

interface FollowUpDraft {
  on: string;
  note: string;
}

interface Draft {
  summary: string;
  plan: string;
  medication: string;
  targets: string;
  measures: MeasureDraft[];
  followUps: FollowUpDraft[];
}

const MEASURE: MeasureDraft = { vital: "systolic", low: "", high: "", everyHours: "24", until: "" };
const EMPTY: Draft = {
  summary: "",
  plan: "",
  medication: "",
  targets: "",
  measures: [],
  followUps: [],
};
const MEASURES_MAX = 7;
const FOLLOW_UPS_MAX = 12;

function readDraft(text: string): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(text) as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

/** Brings a patient back down, to the first contact of the home: what is planned there, with limits and dates. */
export function PackageForm({ page }: { page: Referral }) {
  const { session, drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const { home } = page;
  // Kept for a repeat: an answer that was lost makes no second package.
  const [id, setId] = useState(newId);
  const kept = useDraft(drafts, `${page.line.id}/package`);
  const draft = readDraft(kept.text);
  const set = (change: Partial<Draft>) => kept.set(JSON.stringify({ ...draft, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!home) return;
    const { line, code } = page;
    const body = {
      id,
      patientId: line.patient.id,
      answersId: line.id,
      direction: "down",
      institutionId: home.id,
      department: "general",
      disease: { name: line.disease, ...(code && { code }) },
      urgency: "routine",
      summary: draft.summary.trim(),
      package: packageOf(draft),
    } as const;
    if (!(await give(() => referrals.send(body)))) return;
    kept.forget();
    setId(newId());
  };
  return (
    <details className="package-form">
      <summary data-action="send-down">{t("sendDown")}</summary>
      <form className="referral-form" data-form="refer-down" onSubmit={(e) => void submit(e)}>
        <p className="soft" data-label="home">
          {home ? t("home", { institution: home.name }) : t("noHome")}
        </p>
        <Texts draft={draft} set={set} />
        <Measures measures={draft.measures} onChange={(measures) => set({ measures })} />
        <FollowUps followUps={draft.followUps} onChange={(followUps) => set({ followUps })} />
        <ProblemLine problem={problem} />
        <button className="button primary" data-action="send-package" disabled={busy || !home}>
          {t("sendPackage")}
        </button>
      </form>
    </details>
  );
}

function packageOf(draft: Draft): CarePackage {
  const medication = draft.medication.trim();
  const targets = draft.targets.trim();
  return {
    plan: draft.plan.trim(),
    ...(medication && { medication }),
    ...(targets && { targets }),
    measures: draft.measures.map(measureOf),
    followUps: draft.followUps.map(({ on, note }) => ({
      on,
      ...(note.trim() && { note: note.trim() }),
    })),
  };
}

function measureOf({ vital, low, high, everyHours, until }: MeasureDraft): PlannedMeasure {
  return {
    vital,
    ...(low && { low }),
    ...(high && { high }),
    everyHours: Number(everyHours),
    until,
  };
}

function Texts({ draft, set }: { draft: Draft; set(change: Partial<Draft>): void }) {
  const fields = [
    ["summary", 4000, true],
    ["plan", 4000, true],
    ["medication", 2000, false],
    ["targets", 1000, false],
  ] as const;
  return (
    <>
      {fields.map(([name, lengthMax, required]) => (
        <label key={name} className="field">
          <span>{t(name)}</span>
          <textarea
            name={name}
            rows={2}
            required={required}
            maxLength={lengthMax}
            value={draft[name]}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        </label>
      ))}
    </>
  );
}

interface ListProps<T> {
  onChange(next: T[]): void;
}

const replaced = <T,>(all: readonly T[], at: number, change: Partial<T>): T[] =>
  all.map((one, i) => (i === at ? { ...one, ...change } : one));

function Measures({ measures, onChange }: ListProps<MeasureDraft> & { measures: MeasureDraft[] }) {
  return (
    <fieldset className="measures">
      <legend>{t("measures")}</legend>
      {measures.map((measure, i) => (
        <MeasureRow
          key={i}
          measure={measure}
          onChange={(change) => onChange(replaced(measures, i, change))}
          onRemove={() => onChange(measures.filter((_, other) => other !== i))}
        />
      ))}
      <button
        type="button"
        className="button small"
        data-action="add-measure"
        disabled={measures.length >= MEASURES_MAX}
        onClick={() => onChange([...measures, MEASURE])}
      >
        {t("addMeasure")}
      </button>
    </fieldset>
  );
}

function MeasureRow(props: {
  measure: MeasureDraft;
  onChange(change: Partial<MeasureDraft>): void;
  onRemove(): void;
}) {
  const { measure, onChange, onRemove } = props;
  const field = (name: "low" | "high" | "everyHours" | "until", type: string, needed: boolean) => (
    <label className="field">
      <span>{t(name)}</span>
      <input
        name={name}
        type={type}
        step="any"
        required={needed}
        value={measure[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="measure-row">
      <label className="field">
        <span>{t("vital")}</span>
        <select
          name="vital"
          value={measure.vital}
          onChange={(event) => onChange({ vital: event.target.value as PlannedVital })}
        >
          {PLANNED_VITALS.map((vital) => (
            <option key={vital} value={vital}>
              {plannedWord(vital, i18n.language())} {plannedUnit(vital)}
            </option>
          ))}
        </select>
      </label>
      {field("low", "number", false)}
      {field("high", "number", false)}
      {field("everyHours", "number", true)}
      {field("until", "date", true)}
      <button
        type="button"
        className="button small"
        data-action="remove-measure"
        onClick={onRemove}
      >
        {t("removeMeasure")}
      </button>
    </div>
  );
}

function FollowUps(props: ListProps<FollowUpDraft> & { followUps: FollowUpDraft[] }) {
  const { followUps, onChange } = props;
  return (
    <fieldset className="measures">
      <legend>{t("followUps")}</legend>
      {followUps.map((followUp, i) => (
        <div key={i} className="measure-row">
          <label className="field">
            <span>{t("followUps")}</span>
            <input
              type="date"
              name="followUpOn"
              required
              value={followUp.on}
              onChange={(event) => onChange(replaced(followUps, i, { on: event.target.value }))}
            />
          </label>
          <label className="field">
            <span>{t("followUpNote")}</span>
            <input
              name="followUpNote"
              maxLength={200}
              value={followUp.note}
              onChange={(event) => onChange(replaced(followUps, i, { note: event.target.value }))}
            />
          </label>
        </div>
      ))}
      <button
        type="button"
        className="button small"
        data-action="add-follow-up"
        disabled={followUps.length >= FOLLOW_UPS_MAX}
        onClick={() => onChange([...followUps, { on: "", note: "" }])}
      >
        {t("addFollowUp")}
      </button>
    </fieldset>
  );
}
