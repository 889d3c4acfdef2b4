import type { Language } from "@wuduan/contract/messages.ts";
import { signingWord } from "./signingWords.ts";

const PIN_DIGITS_MIN = 6;
const PIN_DIGITS_MAX = 12;

interface PinProps {
  label: string;
  name: string;
  value: string;
  onChange(value: string): void;
  /** Whether the person begins here. */
  first?: boolean;
}

/** Digits that nobody looking over a shoulder reads, and that no browser keeps. */
export function PinField({ label, name, value, onChange, first = false }: PinProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        name={name}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        pattern="[0-9]*"
        required
        minLength={PIN_DIGITS_MIN}
        maxLength={PIN_DIGITS_MAX}
        data-first={first || undefined}
        autoFocus={first}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface CodeProps {
  language: Language;
  value: string;
  onChange(value: string): void;
}

export function CodeField({ language, value, onChange }: CodeProps) {
  return (
    <label className="field">
      <span>{signingWord("unlock.code", language)}</span>
      <input
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        required
        minLength={6}
        maxLength={20}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
