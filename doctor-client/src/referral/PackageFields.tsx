import { PLANNED_VITALS, plannedUnit, plannedWord } from "@wuduan/web-kit/plan.ts";
import type { PlannedVital } from "@wuduan/contract/messages.ts";
import { i18n } from "../language.ts";
import {
  MEASURE,
  type FollowUpDraft,
  type MeasureDraft,
  type PackageDraft,
} from "./packageDraft.ts";
import { t } from "./words.ts";

const MEASURES_MAX = 7;
const FOLLOW_UPS_MAX = 12;

/** What is planned at home: in words, what is measured within which limits, and when somebody looks again. */
export function PackageFields(props: {
  draft: PackageDraft;
  set(change: Partial<PackageDraft>): void;
}) {
  const { draft, set } = props;
  return (
    <>
      <Texts draft={draft} set={set} />
      <Measures measures={draft.measures} onChange={(measures) => set({ measures })} />
      <FollowUps followUps={draft.followUps} onChange={(followUps) => set({ followUps })} />
    </>
  );
}

interface TextProps {
  name: "summary" | "plan" | "medication" | "targets";
  lengthMax: number;
  required: boolean;
  text: string;
  onType(text: string): void;
}

/** One text of a package or of what goes with it. */
export function PackageTextField({ name, lengthMax, required, text, onType }: TextProps) {
  return (
    <label className="field">
      <span>{t(name)}</span>
      <textarea
        name={name}
        rows={2}
        required={required}
        maxLength={lengthMax}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}

function Texts({ draft, set }: { draft: PackageDraft; set(change: Partial<PackageDraft>): void }) {
  const fields = [
    ["plan", 4000, true],
    ["medication", 2000, false],
    ["targets", 1000, false],
  ] as const;
  return (
    <>
      {fields.map(([name, lengthMax, required]) => (
        <PackageTextField
          key={name}
          name={name}
          lengthMax={lengthMax}
          required={required}
          text={draft[name]}
          onType={(text) => set({ [name]: text })}
        />
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
