/** Letters and digits that nobody takes for another; 32 of them, so that five random bits choose one. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
export const CODE_LENGTH = 8;

/** A code that this screen shows and another person types (PROTOCOL.md §10): forty random bits. */
export function newCode(fill = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)) {
  const bytes = fill(new Uint8Array(CODE_LENGTH));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** In two groups, as people read and say it: "K7MP 4XQ2". */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}

/** What somebody typed, as a code: spaces and hyphens left out, small letters made large; else undefined. */
export function codeFrom(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, "").toUpperCase();
  return /^[2-9A-HJ-NP-Z]{8}$/.test(code) ? code : undefined;
}
