import type { ImportFault, Sex } from "@wuduan/contract/messages.ts";

/** What an ID number says of its owner; or why it is none. The hub decides; this only saves a clerk the way there. */
export type IdNumberReading =
  | { ok: true; sex: Sex; birthDate: string }
  | {
      ok: false;
      fault: Extract<ImportFault, "length" | "characters" | "birth_date" | "check_digit">;
    };

const LENGTH = 18;
/** By remainder (GB 11643-1999; ISO 7064, MOD 11-2). */
const CHECK_DIGITS = "10X98765432";

export function readIdNumber(typed: string): IdNumberReading {
  const digits = typed.normalize("NFKC").trim().toUpperCase();
  if (digits.length !== LENGTH) return { ok: false, fault: "length" };
  if (!/^[0-9]{17}[0-9X]$/.test(digits)) return { ok: false, fault: "characters" };
  const birthDate = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  if (!isDay(birthDate)) return { ok: false, fault: "birth_date" };
  if (checkDigit(digits) !== digits[LENGTH - 1]) return { ok: false, fault: "check_digit" };
  return { ok: true, sex: Number(digits[16]) % 2 === 1 ? "male" : "female", birthDate };
}

function checkDigit(digits: string): string | undefined {
  let sum = 0;
  for (const digit of digits.slice(0, LENGTH - 1)) sum = ((sum + Number(digit)) * 2) % 11;
  return CHECK_DIGITS[sum];
}

/** JavaScript takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}
