import { newId } from "@wuduan/contract/commands.ts";
import type {
  Drug,
  Id,
  PrescribedDiagnosis,
  Prescription,
  PrescriptionLine,
  PrescriptionReport,
  PrescriptionSheet,
  RationalUseFinding,
} from "@wuduan/contract/messages.ts";

/** One line while it is typed. */
export interface DraftLine {
  drug: Drug;
  dose: string;
  unit: string;
  frequency: PrescriptionLine["frequency"];
  days: string;
  note: string;
}

export interface DraftOverride {
  reason: string;
  despite: boolean;
}

/** A prescription while it is typed; texts as they stand in the fields. */
export interface SheetDraft {
  id: Id;
  /** Of the hub's copy; 0 before it has one. */
  version: number;
  supply: PrescriptionSheet["supply"];
  supplyReason: string;
  assessment: string;
  egfr: string;
  guardianPresent: boolean;
  diagnoses: PrescribedDiagnosis[];
  lines: DraftLine[];
  overrides: Record<string, DraftOverride>;
  replaces?: Id;
}

/** What goes to the hub, and which typed line each sent one is. */
export interface Sendable {
  sheet: PrescriptionSheet;
  typed: number[];
  complete: boolean;
}

export const EGFR_UNIT = "mL/min/{1.73_m2}";
export const DAYS_MAX = 84;
/** A decimal as people write it; the full-width point of a Chinese keyboard is one. */
const DECIMAL = /^[0-9]{1,6}(\.[0-9]{1,4})?$/;

export function emptyDraft(): SheetDraft {
  return {
    id: newId(),
    version: 0,
    supply: "ordinary",
    supplyReason: "",
    assessment: "",
    egfr: "",
    guardianPresent: false,
    diagnoses: [],
    lines: [],
    overrides: {},
  };
}

/** The draft that was kept, or a new one where nothing readable was. */
export function readDraft(text: string): SheetDraft {
  if (text === "") return emptyDraft();
  try {
    const kept: unknown = JSON.parse(text);
    return isDraft(kept) ? kept : emptyDraft();
  } catch {
    return emptyDraft();
  }
}

function isDraft(kept: unknown): kept is SheetDraft {
  if (typeof kept !== "object" || kept === null) return false;
  const draft = kept as Partial<SheetDraft>;
  return (
    typeof draft.id === "string" &&
    typeof draft.version === "number" &&
    Array.isArray(draft.lines) &&
    Array.isArray(draft.diagnoses) &&
    typeof draft.overrides === "object"
  );
}

/** The unit in which pieces of a form are counted. */
export function pieceUnit(form: Drug["form"]): string {
  if (form === "capsule") return "{cap}";
  return form === "oral_solution" ? "mL" : "{tbl}";
}

export function withDrug(draft: SheetDraft, drug: Drug): SheetDraft {
  const line: DraftLine = {
    drug,
    dose: "",
    unit: drug.strength.unit,
    frequency: "once_daily",
    days: "7",
    note: "",
  };
  return { ...draft, lines: [...draft.lines, line] };
}

export function withLine(draft: SheetDraft, index: number, change: Partial<DraftLine>): SheetDraft {
  const lines = draft.lines.map((line, i) => (i === index ? { ...line, ...change } : line));
  return { ...draft, lines };
}

export function withoutLine(draft: SheetDraft, index: number): SheetDraft {
  return { ...draft, lines: draft.lines.filter((_, i) => i !== index) };
}

const plain = (text: string) => text.trim().replace(/[。．]/, ".");

/** Whether a field of numbers can be sent; an empty one is no mistake yet. */
type Written = "good" | "empty" | "unreadable";

function writtenAs(text: string, isGood: (text: string) => boolean): Written {
  if (text.trim() === "") return "empty";
  return isGood(plain(text)) ? "good" : "unreadable";
}

const isDecimal = (text: string) => DECIMAL.test(text);

function isDays(text: string): boolean {
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= DAYS_MAX;
}

export const doseWritten = ({ dose }: DraftLine): Written => writtenAs(dose, isDecimal);
export const daysWritten = ({ days }: DraftLine): Written => writtenAs(days, isDays);
export const egfrWritten = ({ egfr }: SheetDraft): Written => writtenAs(egfr, isDecimal);

function sentLine(line: DraftLine): PrescriptionLine | undefined {
  if (doseWritten(line) !== "good" || daysWritten(line) !== "good") return;
  const dose = plain(line.dose);
  const days = Number(plain(line.days));
  const note = line.note.trim();
  return {
    drug: line.drug.code,
    dose: { value: dose, unit: line.unit },
    frequency: line.frequency,
    days,
    ...(note && { note }),
  };
}

/** What of a draft the hub can read; a line that is not whole yet is left out, and the whole is not complete. */
export function sendable(draft: SheetDraft, patientId: Id): Sendable {
  const typed: number[] = [];
  const lines: PrescriptionLine[] = [];
  draft.lines.forEach((line, index) => {
    const sent = sentLine(line);
    if (!sent) return;
    typed.push(index);
    lines.push(sent);
  });
  const egfr = plain(draft.egfr);
  const supplyReason = draft.supplyReason.trim();
  const assessment = draft.assessment.trim();
  const sheet: PrescriptionSheet = {
    patientId,
    supply: draft.supply,
    lines,
    diagnoses: draft.diagnoses,
    overrides: Object.entries(draft.overrides)
      .filter(([, { reason }]) => reason.trim().length > 1)
      .map(([finding, { reason, despite }]) => ({
        finding,
        reason: reason.trim(),
        despiteContraindication: despite,
      })),
    guardianPresent: draft.guardianPresent,
    ...(supplyReason && { supplyReason }),
    ...(assessment && { assessment }),
    ...(DECIMAL.test(egfr) && { egfr: { value: egfr, unit: EGFR_UNIT } }),
    ...(draft.replaces !== undefined && { replaces: draft.replaces }),
  };
  return { sheet, typed, complete: typed.length === draft.lines.length };
}

/** Why a prescription can't be signed. */
export type Obstacle = "noLines" | "unfinished" | "unchecked" | "rules" | "reasons";

/** The first thing that stands in the way of a signature; null while nothing does. */
export function obstacle(
  { sheet, complete }: Sendable,
  report: PrescriptionReport | undefined,
): Obstacle | null {
  if (!complete) return "unfinished";
  if (sheet.lines.length === 0) return "noLines";
  if (!report) return "unchecked";
  if (report.refusals.length === 0) return null;
  return report.refusals.every(({ rule }) => rule === "override_missing") ? "reasons" : "rules";
}

/** Whether a finding waits for a reason of the doctor. */
export const needsReason = ({ severity }: RationalUseFinding): boolean => severity !== "caution";

/** A new prescription in the words of one that was sent back. */
export function anew(old: Prescription): SheetDraft {
  const { sheet } = old;
  return {
    ...emptyDraft(),
    supply: sheet.supply,
    supplyReason: sheet.supplyReason ?? "",
    assessment: sheet.assessment ?? "",
    egfr: sheet.egfr?.value ?? "",
    guardianPresent: sheet.guardianPresent,
    diagnoses: sheet.diagnoses,
    lines: sheet.lines.flatMap((line) => {
      const drug = old.drugs.find(({ code }) => code === line.drug);
      if (!drug) return [];
      const { value, unit } = line.dose;
      const { frequency, note = "" } = line;
      return [{ drug, dose: value, unit, frequency, days: String(line.days), note }];
    }),
    replaces: old.id,
  };
}
