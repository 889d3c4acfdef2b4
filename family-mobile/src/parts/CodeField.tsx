import { t } from "../language.ts";

interface Props {
  value: string;
  onChange(value: string): void;
}

/** Eight letters from another screen; spaces, hyphens and small letters are all right. */
export function CodeField({ value, onChange }: Props) {
  return (
    <label className="field">
      <span>{t("code.label")}</span>
      <input
        name="code"
        className="code-input"
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={12}
        placeholder="K7MP 4XQ2"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
