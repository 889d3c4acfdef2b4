import { t } from "../language.ts";

const RELATIONS = ["relation.son", "relation.daughter", "relation.spouse"] as const;
export const RELATION_LENGTH_MAX = 40;

interface Props {
  value: string;
  onChange(value: string): void;
}

/** What one is to the parent; the usual words are one tap away. */
export function RelationField({ value, onChange }: Props) {
  return (
    <>
      <label className="field">
        <span>{t("relation.label")}</span>
        <input
          name="relation"
          required
          maxLength={RELATION_LENGTH_MAX}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p className="suggestions">
        {RELATIONS.map((word) => (
          <button
            key={word}
            type="button"
            className="button small"
            data-relation={word}
            onClick={() => onChange(t(word))}
          >
            {t(word)}
          </button>
        ))}
      </p>
    </>
  );
}
