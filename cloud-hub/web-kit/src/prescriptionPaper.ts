import type { Prescription } from "@wuduan/contract/messages.ts";
import type { Send } from "@wuduan/contract/send.ts";
import { readSigned, signedPath } from "@wuduan/contract/signedDocuments.ts";
import { pharmacyMayHave } from "./prescriptions.ts";
import { isWhole } from "./verdicts.ts";
import type { Word } from "./words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

/** What the hub said of a signature; `unknown` where it could not be asked, or has none to show. */
export type Checked = "holds" | "broken" | "unknown";

/** What is asked for at each press of the print key, so that nothing is printed on trust. */
export interface PrintCheck {
  /** Of the prescription that was asked about. */
  version: number;
  /** Unix milliseconds. */
  at: number;
  /** Whether the hub kept telling what becomes of it, from before the question until after the answer. */
  told: boolean;
  doctor: Checked;
  /** Absent where nobody has reviewed it. */
  pharmacist?: Checked;
}

/** @param isTold whether the hub tells this terminal of changes now */
export async function checkForPaper(
  send: Send,
  prescription: Prescription,
  isTold: () => boolean,
): Promise<PrintCheck> {
  const { id, version, review } = prescription;
  const before = isTold();
  const [doctor, pharmacist] = await Promise.all([
    checked(send, signedPath.prescription(id)),
    review && checked(send, signedPath.prescriptionReview(id)),
  ]);
  const told = before && isTold();
  return { version, at: Date.now(), told, doctor, ...(pharmacist && { pharmacist }) };
}

async function checked(send: Send, path: string): Promise<Checked> {
  // Who stands at the printer is not kept waiting: the paper says then that nobody has checked it.
  const answer = await readSigned(send, path, { retry: false }).catch(() => undefined);
  if (!answer?.ok || !answer.value) return "unknown";
  return isWhole(answer.value) ? "holds" : "broken";
}

/** The check as it counts for this prescription: of an older version of it nothing was checked. */
export function checkOf(prescription: Prescription, check: PrintCheck): PrintCheck {
  const { version, review } = prescription;
  if (check.version === version) return check;
  return {
    version,
    at: check.at,
    told: check.told,
    doctor: "unknown",
    ...(review && { pharmacist: "unknown" as const }),
  };
}

const BROKEN = word("签名无效，不得调配", "SIGNATURE NOT VALID – DO NOT DISPENSE");
const UNCHECKED = word(
  "签名未核验，不得凭此调配",
  "SIGNATURE NOT VERIFIED – DO NOT DISPENSE ON THIS",
);
const DRAFT = word("草稿，未签名，不得调配", "DRAFT, NOT SIGNED – DO NOT DISPENSE");
const NOT_REVIEWED = word(
  "未经药师审核，不得调配",
  "NOT REVIEWED BY A PHARMACIST – DO NOT DISPENSE",
);
const AGAIN = word("正在重新审核，不得调配", "UNDER REVIEW AGAIN – DO NOT DISPENSE");
const REJECTED = word("药师已退回，不得调配", "SENT BACK BY THE PHARMACIST – DO NOT DISPENSE");
const CANCELLED = word("已作废，不得调配", "CANCELLED – DO NOT DISPENSE");
const EXPIRED = word("已过有效期，不得调配", "OUT OF DATE – DO NOT DISPENSE");
const DISPENSED = word("药已送到，不得再次调配", "ALREADY DELIVERED – DO NOT DISPENSE AGAIN");
const STOP = word(
  "药已送到，先不要吃：送药后得知过敏",
  "DELIVERED – DO NOT TAKE IT: ALLERGY TOLD SINCE",
);
const ORDERED = word("已由网上药店调配，不得再次调配", "WITH THE PHARMACY – DO NOT DISPENSE AGAIN");

const UNTOLD = word(
  "网络中断，是否已作废或已调配未核实，不得凭此调配",
  "NO CONNECTION: MAY BE CANCELLED OR DISPENSED – DO NOT DISPENSE ON THIS",
);

/** What a paper says in large letters; empty only where the prescription may be dispensed now. */
export function paperWarnings(prescription: Prescription, check: PrintCheck): Word[] {
  const signatures = [check.doctor, check.pharmacist];
  const trust = signatures.includes("broken")
    ? BROKEN
    : signatures.includes("unknown")
      ? UNCHECKED
      : undefined;
  return [standing(prescription, check.at), trust, check.told ? undefined : UNTOLD].filter(
    (each) => each !== undefined,
  );
}

function standing(prescription: Prescription, nowMillis: number): Word | undefined {
  const { state, validUntil, againBecause, review } = prescription;
  // A view that came before midnight still says approved.
  const isOver = !validUntil || Date.parse(validUntil) <= nowMillis;
  switch (state) {
    case "draft":
      return DRAFT;
    case "awaiting_review":
      if (isOver) return EXPIRED;
      return againBecause ? AGAIN : NOT_REVIEWED;
    case "approved":
      if (isOver) return EXPIRED;
      if (!review) return NOT_REVIEWED;
      return pharmacyMayHave(prescription) ? ORDERED : undefined;
    case "rejected":
      return REJECTED;
    case "cancelled":
      return CANCELLED;
    case "dispensed":
      return againBecause ? STOP : DISPENSED;
    case "expired":
      return EXPIRED;
  }
}
