import type { BasisForm, ChosenBasis, LegalBasisKind, Rule } from "@wuduan/contract/messages.ts";
import { i18n } from "../language.ts";
import { fieldsOf, isDay, LENGTH_MAX, type BasisDraft, type BasisField } from "./basis.ts";
import { t } from "./words.ts";

/** The rule that each ground stands on, by its id in the hub's rules. */
const RULE_OF: Readonly<Record<LegalBasisKind, string>> = {
  follow_up: "follow-up-evidence",
  family_doctor: "family-doctor-contract",
  in_person_local: "local-doctor-present",
  first_visit: "no-first-visit",
};

const YOUNG_CHILD = "young-child";

interface Props {
  basis: BasisDraft;
  form: BasisForm | null;
  /** Fields that the hub's last refusal named. */
  missing: readonly string[];
  onChange(field: BasisField, text: string): void;
}

/** The evidence that the chosen ground asks for. */
export function BasisFields({ basis, form, missing, onChange }: Props) {
  const youngChild = form?.youngChild === true;
  return (
    <div className="basis-fields">
      {youngChild && (
        <p className="rule" data-rule-note={YOUNG_CHILD}>
          {t("child", { years: ruleOf(form, YOUNG_CHILD)?.years ?? "" })}
        </p>
      )}
      {fieldsOf(basis.kind, youngChild).map((field) => (
        <label key={field} className="field" data-field={field}>
          <span>{labelOf(field, basis.kind)}</span>
          <input
            name={field}
            type={isDay(field) ? "date" : "text"}
            autoComplete="off"
            maxLength={isDay(field) ? undefined : LENGTH_MAX[field]}
            max={field === "on" ? form?.today : undefined}
            aria-invalid={missing.includes(field)}
            value={basis.fields[field] ?? ""}
            onChange={(event) => onChange(field, event.target.value)}
          />
        </label>
      ))}
    </div>
  );
}

function labelOf(field: BasisField, kind: LegalBasisKind | null): string {
  if (field === "on" && (kind === "follow_up" || kind === "family_doctor")) return t(`on.${kind}`);
  return t(field);
}

const ruleOf = (form: BasisForm | null, id: string): Rule | undefined =>
  form?.rules.find((rule) => rule.id === id);

/** On which rule the chosen ground stands, with its source; an article that nobody has confirmed is named as one. */
export function RuleLine({ form, kind }: { form: BasisForm | null; kind: LegalBasisKind | null }) {
  const rule = kind && ruleOf(form, RULE_OF[kind]);
  return (
    <p className="rule" data-rule={rule ? rule.id : undefined}>
      {rule && (
        <>
          <b>{rule.title[i18n.language()]}</b>
          <small>{t("rule.source", { source: rule.source })}</small>
          {!(rule.confirmed && rule.article === "confirmed") && (
            <small className="chip">{t("rule.unconfirmed")}</small>
          )}
        </>
      )}
      <span>{t("rule")}</span>
    </p>
  );
}

/** The evidence of last time, to be taken by one key; nothing is filled in by itself. */
export function LastEvidence({ last, onUse }: { last: ChosenBasis; onUse(): void }) {
  const { kind, ...fields } = last;
  const evidence = [t(kind), ...Object.values(fields)].join(" · ");
  return (
    <button type="button" className="button last-evidence" data-action="use-last" onClick={onUse}>
      {t("last", { evidence })}
    </button>
  );
}
