import type { Drug, Prescription } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import drugExample from "../../../cloud-hub/contract/examples/Drug.json";
import prescriptionExample from "../../../cloud-hub/contract/examples/Prescription.json";
import {
  obstacle,
  anew,
  emptyDraft,
  readDraft,
  sendable,
  withDrug,
  withLine,
  withoutLine,
} from "./sheet.ts";

const drug = drugExample as Drug;
const patient = "0190d3a0-0000-7000-8000-000000000001";

const written = () =>
  withLine(withDrug(emptyDraft(), drug), 0, { dose: "5", days: "7", note: " 早饭后 " });

test("a line without a dose is not sent, and the prescription can't be signed", () => {
  const draft = withDrug(written(), { ...drug, code: "aspirin-100-ec" });

  const sent = sendable(draft, patient);

  expect(sent.sheet.lines.map(({ drug: code }) => code)).toEqual(["amlodipine-5"]);
  expect(sent.complete).toBe(false);
  const clean = { amounts: [], refusals: [], findings: [], tableReviewed: false };
  expect(obstacle(sent, clean)).toBe("unfinished");
});

test("the line that the hub speaks of is found again among those that are typed", () => {
  const draft = withLine(withDrug(withDrug(emptyDraft(), drug), drug), 1, { dose: "5" });

  expect(sendable(draft, patient).typed).toEqual([1]);
});

test.each(["", "5 mg", "5,5", "1e3", "-5", "五"])("the dose %s is not sent", (dose) => {
  expect(sendable(withLine(written(), 0, { dose }), patient).sheet.lines).toEqual([]);
});

test.each(["0", "85", "7.5", ""])("%s days are not sent", (days) => {
  expect(sendable(withLine(written(), 0, { days }), patient).sheet.lines).toEqual([]);
});

test("the point of a Chinese keyboard is a decimal point", () => {
  const sent = sendable(withLine(written(), 0, { dose: "2。5" }), patient);

  expect(sent.sheet.lines[0]?.dose).toEqual({ value: "2.5", unit: "mg" });
});

test("a draft survives as text", () => {
  const draft = written();

  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
});

test.each(["{", "null", "[]", '{"id":1}'])("a damaged draft %s is an empty form", (text) => {
  expect(readDraft(text).lines).toEqual([]);
});

test("a reason of one letter is none", () => {
  const overrides = {
    "a:b": { reason: "x", despite: true },
    "c:d": { reason: "已核对", despite: false },
  };

  const { sheet } = sendable({ ...written(), overrides }, patient);

  expect(sheet.overrides).toEqual([
    { finding: "c:d", reason: "已核对", despiteContraindication: false },
  ]);
});

test("what a pharmacist sent back is written anew under an id of its own and names the old one", () => {
  const old = prescriptionExample as Prescription;

  const draft = anew(old);

  expect(draft.replaces).toBe(old.id);
  expect(draft.id).not.toBe(old.id);
  expect(draft.lines.map(({ dose, unit }) => `${dose} ${unit}`)).toEqual(["15 mg"]);
  expect(draft.overrides).toEqual({});
});

test("a line that is taken out is gone", () => {
  expect(withoutLine(written(), 0).lines).toEqual([]);
});
