import type { ChosenBasis, LegalBasisKind } from "@wuduan/contract/messages.ts";

export const KINDS: LegalBasisKind[] = [
  "follow_up",
  "family_doctor",
  "in_person_local",
  "first_visit",
];

/** What can be said about a ground, as it is typed. */
export type BasisField = Exclude<keyof ChosenBasis, "kind">;

/** On what an acceptance rests, as far as the doctor has said it: nothing is chosen for them. */
export interface BasisDraft {
  kind: LegalBasisKind | null;
  fields: Partial<Record<BasisField, string>>;
}

/** The fields of a ground in the order of the form. */
const FIELDS: Readonly<Record<LegalBasisKind, readonly BasisField[]>> = {
  follow_up: ["institution", "on", "diagnosis", "document"],
  family_doctor: ["institution", "on", "until", "document"],
  in_person_local: ["present"],
  first_visit: [],
};

const OF_A_CHILD: readonly BasisField[] = ["guardian", "physician"];

/** Wire limits. */
export const LENGTH_MAX: Readonly<Record<BasisField, number>> = {
  institution: 128,
  on: 10,
  until: 10,
  diagnosis: 200,
  document: 200,
  present: 128,
  guardian: 64,
  physician: 64,
};

export const isDay = (field: BasisField) => field === "on" || field === "until";

export function fieldsOf(kind: LegalBasisKind | null, youngChild: boolean): BasisField[] {
  if (kind === null) return [];
  return [...FIELDS[kind], ...(youngChild ? OF_A_CHILD : [])];
}

const EMPTY: BasisDraft = { kind: null, fields: {} };

/** A draft that this version can't read is none. */
export function readBasis(text: string): BasisDraft {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return EMPTY;
    const { kind, fields } = value as Partial<BasisDraft>;
    return { kind: KINDS.find((known) => known === kind) ?? null, fields: fields ?? {} };
  } catch {
    return EMPTY;
  }
}

export function writeBasis(draft: BasisDraft): string {
  const silent = Object.values(draft.fields).every((text) => text === "");
  return draft.kind === null && silent ? "" : JSON.stringify(draft);
}

/** The draft that an earlier evidence gives. */
export function draftOf({ kind, ...fields }: ChosenBasis): BasisDraft {
  return { kind, fields };
}

/** What is sent: the fields of the chosen ground alone, as far as they are filled. Null without a ground. */
export function basisOf({ kind, fields }: BasisDraft, youngChild: boolean): ChosenBasis | null {
  if (kind === null) return null;
  const filled = fieldsOf(kind, youngChild)
    .map((field) => [field, fields[field]?.trim() ?? ""] as const)
    .filter(([, text]) => text !== "");
  return { kind, ...Object.fromEntries(filled) };
}

/** The field that a word of a refusal is about. */
export function fieldOf(word: string): BasisField | null {
  if (word.startsWith("on-")) return "on";
  if (word === "contract-ended") return "until";
  return word in LENGTH_MAX ? (word as BasisField) : null;
}
