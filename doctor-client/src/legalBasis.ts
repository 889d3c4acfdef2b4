import type { Accept, LegalBasisKind } from "@wuduan/contract/messages.ts";

export const KINDS: LegalBasisKind[] = ["follow_up", "family_doctor", "in_person_local"];

/** On what an acceptance rests, as far as the doctor has said it: nothing is chosen for them. */
export interface BasisDraft {
  kind: LegalBasisKind | null;
  evidence: string;
}

/** A field of one line can't contain it. */
const SEPARATOR = "\n";

/** Ground and evidence are one draft: evidence of one ground must not come back under another. */
export function readBasis(draft: string): BasisDraft {
  const [first = "", evidence = ""] = draft.split(SEPARATOR);
  return { kind: KINDS.find((kind) => kind === first) ?? null, evidence };
}

export function writeBasis({ kind, evidence }: BasisDraft): string {
  return kind === null && evidence === "" ? "" : `${kind ?? ""}${SEPARATOR}${evidence}`;
}

export type Missing = "both" | "kind" | "evidence";

/** What must still be given before the television may be rung. */
export function missingIn({ kind, evidence }: BasisDraft): Missing | null {
  const silent = evidence.trim() === "";
  if (kind === null) return silent ? "both" : "kind";
  return silent ? "evidence" : null;
}

/** What is sent; null while something is missing. */
export function basisOf({ kind, evidence }: BasisDraft): Accept["legalBasis"] | null {
  const text = evidence.trim();
  return kind === null || text === "" ? null : { kind, evidence: text };
}
