import type { Diagnosis, NoteContent } from "@wuduan/contract/messages.ts";

/** The fields of text, in the order of the sheet; the diagnoses stand between `findings` and `treatment`. */
export const TEXT_FIELDS = [
  "complaint",
  "presentIllness",
  "pastHistory",
  "findings",
  "treatment",
  "advice",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export type NoteField = TextField | "diagnoses";
const FIELDS: readonly NoteField[] = [...TEXT_FIELDS, "diagnoses"];

export const EMPTY_NOTE: NoteContent = {
  complaint: "",
  presentIllness: "",
  pastHistory: "",
  findings: "",
  diagnoses: [],
  treatment: "",
  advice: "",
  prefilled: [],
};

/** Wire limits of the fields. */
export const LENGTH_MAX: Readonly<Record<TextField, number>> = {
  complaint: 500,
  presentIllness: 3000,
  pastHistory: 3000,
  findings: 3000,
  treatment: 3000,
  advice: 3000,
};

export function sameNote(one: NoteContent, other: NoteContent): boolean {
  return (
    FIELDS.every((field) => sameField(one[field], other[field])) &&
    one.prefilled.join() === other.prefilled.join()
  );
}

function sameField(one: NoteContent[NoteField], other: NoteContent[NoteField]): boolean {
  return typeof one === "string" ? one === other : JSON.stringify(one) === JSON.stringify(other);
}

/** What two people made of one field. */
export interface Clash {
  mine: string | Diagnosis[];
  theirs: string | Diagnosis[];
}
export type Clashes = Partial<Record<NoteField, Clash>>;

export interface Merge {
  /** What only one side changed is in it; of what both changed it has mine, until somebody decides. */
  content: NoteContent;
  clashes: Clashes;
}

interface Sides {
  base: NoteContent;
  mine: NoteContent;
  theirs: NoteContent;
  /** Theirs is an earlier text of mine, saved before its answer was lost. */
  theirsIsMine: boolean;
}

/** Three texts into one, field by field; nothing that anybody wrote is dropped without being asked about. */
export function merged(sides: Sides, before: Clashes = {}): Merge {
  const clashes: Clashes = {};
  const content = { ...sides.mine };
  for (const field of FIELDS) {
    const clash = mergeField(field, sides, before[field], content);
    if (clash) clashes[field] = clash;
  }
  const { mine, theirs } = sides;
  content.prefilled = TEXT_FIELDS.filter(
    (field) =>
      (mine.prefilled.includes(field) && content[field] === mine[field]) ||
      (theirs.prefilled.includes(field) && content[field] === theirs[field]),
  );
  return { content, clashes };
}

function mergeField(
  field: NoteField,
  sides: Sides,
  before: Clash | undefined,
  content: NoteContent,
): Clash | undefined {
  const [base, mine, theirs] = [sides.base[field], sides.mine[field], sides.theirs[field]];
  if (sameField(mine, theirs)) return undefined;
  if (before) return { mine, theirs };
  if (sameField(theirs, base)) return undefined;
  if (sides.theirsIsMine && goesOn(mine, theirs)) return undefined;
  if (!sameField(mine, base)) return { mine, theirs };
  set(content, field, theirs);
  return undefined;
}

/** Whether one text is another with more behind it. */
function goesOn(mine: NoteContent[NoteField], theirs: NoteContent[NoteField]): boolean {
  return typeof mine === "string" && typeof theirs === "string" && mine.startsWith(theirs);
}

export type Choice = "mine" | "theirs" | "both";

/** A field as somebody decided; "both" keeps every word. */
export function decided(content: NoteContent, field: NoteField, clash: Clash, how: Choice) {
  const next = { ...content };
  set(next, field, how === "theirs" ? clash.theirs : how === "both" ? both(clash) : clash.mine);
  return next;
}

function both({ mine, theirs }: Clash): string | Diagnosis[] {
  if (typeof mine === "string" || typeof theirs === "string")
    return `${String(mine)}\n${String(theirs)}`;
  const more = theirs.filter(({ code }) => !mine.some((one) => one.code === code));
  return [...mine, ...more];
}

function set(content: NoteContent, field: NoteField, value: string | Diagnosis[]) {
  if (field === "diagnoses") {
    if (typeof value !== "string") content.diagnoses = value;
  } else if (typeof value === "string") content[field] = value;
}
