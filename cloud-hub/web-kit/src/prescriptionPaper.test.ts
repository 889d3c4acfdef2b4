import type { Prescription, SignedDocument } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import type { Send, SendOptions } from "@wuduan/contract/send.ts";
import { expect, test } from "vitest";
import example from "../../contract/examples/Prescription.json";
import signedExample from "../../contract/examples/SignedDocument.json";
import { checkForPaper, checkOf, paperWarnings, type PrintCheck } from "./prescriptionPaper.ts";

const approved = { ...(example as Prescription) };
delete approved.order;
const validUntil = Date.parse(approved.validUntil ?? "");
const check: PrintCheck = {
  version: approved.version,
  at: validUntil - 1,
  told: true,
  doctor: "holds",
  pharmacist: "holds",
};
const inLarge = (change: Partial<Prescription>, changed: Partial<PrintCheck> = {}) =>
  paperWarnings({ ...approved, ...change }, { ...check, ...changed }).map((word) => word["zh-CN"]);
const order = (state: NonNullable<Prescription["order"]>["state"]) => ({
  order: { id: "order-1", state, attempts: 1, changedAt: "2026-11-29T08:00:00Z" },
});

test("only what is approved, in time, and whose signatures hold is printed without a warning", () => {
  expect(inLarge({})).toEqual([]);
});

test.each([
  ["draft", "草稿，未签名，不得调配"],
  ["awaiting_review", "未经药师审核，不得调配"],
  ["rejected", "药师已退回，不得调配"],
  ["cancelled", "已作废，不得调配"],
  ["dispensed", "药已送到，不得再次调配"],
  ["expired", "已过有效期，不得调配"],
] as const)("one that is %s says so in large letters", (state, words) => {
  expect(inLarge({ state })).toEqual([words]);
});

test.each(["approved", "awaiting_review"] as const)(
  "one that was %s when its view came is out of date from the very instant on",
  (state) => {
    expect(inLarge({ state }, { at: validUntil })).toEqual(["已过有效期，不得调配"]);
  },
);

test("what became known against it is said", () => {
  const againBecause = "allergy_added" as const;
  expect(inLarge({ state: "awaiting_review", againBecause })).toEqual(["正在重新审核，不得调配"]);
  expect(inLarge({ state: "dispensed", againBecause })[0]).toContain("先不要吃");
});

test.each([
  ["placing", true],
  ["preparing", true],
  ["shipped", true],
  ["delivered", true],
  ["unreachable", true],
  ["withdrawing", true],
  ["too_late", true],
  ["refused", false],
  ["out_of_stock", false],
  ["withdrawn", false],
] as const)("of an order that is %s nothing is dispensed once more: %s", (state, warned) => {
  expect(inLarge(order(state))).toEqual(warned ? ["已由网上药店调配，不得再次调配"] : []);
});

test("nothing is approved without a review, whatever the state says", () => {
  const unseen = { ...approved };
  delete unseen.review;

  expect(paperWarnings(unseen, check)[0]?.["zh-CN"]).toContain("未经药师审核");
});

test.each([
  [{ doctor: "broken" }, "签名无效，不得调配"],
  [{ pharmacist: "broken" }, "签名无效，不得调配"],
  [{ doctor: "unknown", pharmacist: "broken" }, "签名无效，不得调配"],
  [{ doctor: "unknown" }, "签名未核验，不得凭此调配"],
  [{ pharmacist: "unknown" }, "签名未核验，不得凭此调配"],
] as const)(
  "a signature that does not hold, or was not looked at, is said: %o",
  (changed, words) => {
    expect(inLarge({}, changed)).toEqual([words]);
  },
);

test("what was checked of an older version counts for nothing", () => {
  const now = { ...approved, version: approved.version + 1 };

  expect(checkOf(now, check)).toMatchObject({ doctor: "unknown", pharmacist: "unknown" });
  expect(checkOf(approved, check)).toBe(check);
});

const always = () => true;
const signed = signedExample as SignedDocument;
const changed: SignedDocument = {
  ...signed,
  versions: signed.versions.map((one) => ({
    ...one,
    verdict: { ...one.verdict, content: false },
  })),
};

test("both signatures are asked about, once, and each answer is told as it is", async () => {
  const asked: string[] = [];
  const send = (async (method: string, path: string, _: undefined, options: SendOptions) => {
    asked.push(`${method} ${path} ${options.retry}`);
    return { ok: true, value: path.includes("reviews") ? changed : signed };
  }) as unknown as Send;

  const told = await checkForPaper(send, approved, always);

  expect(told).toMatchObject({ version: approved.version, doctor: "holds", pharmacist: "broken" });
  expect(asked).toEqual([
    `GET /api/prescriptions/${approved.id}/signed false`,
    `GET /api/prescription-reviews/${approved.id}/signed false`,
  ]);
});

test("a version that is missing is no signature that holds, and without an answer nothing is known", async () => {
  const send = (async (_: string, path: string) =>
    path.includes("reviews")
      ? { ok: false, problem: offlineProblem() }
      : { ok: true, value: { ...signed, complete: false } }) as unknown as Send;

  expect(await checkForPaper(send, approved, always)).toMatchObject({
    doctor: "broken",
    pharmacist: "unknown",
  });
});

test("of a review that does not exist nothing is asked", async () => {
  const waiting = { ...approved };
  delete waiting.review;
  const asked: string[] = [];
  const send = (async (_: string, path: string) => {
    asked.push(path);
    return { ok: true, value: signed };
  }) as unknown as Send;

  expect(await checkForPaper(send, waiting, always)).not.toHaveProperty("pharmacist");
  expect(asked).toHaveLength(1);
});

test.each([
  [[true, true], true],
  [[false, true], false],
  [[true, false], false],
] as const)(
  "what became of it is known only where the link was up before and after: %o",
  async (links, told) => {
    const send = (async () => ({ ok: true, value: signed })) as unknown as Send;
    const link = [...links];

    const now = await checkForPaper(send, approved, () => link.shift() ?? false);

    expect(now.told).toBe(told);
    expect(paperWarnings(approved, { ...now, at: check.at })).toHaveLength(told ? 0 : 1);
  },
);

test("an answer that is none makes nothing valid", async () => {
  const send = (async () => ({ ok: true, value: undefined })) as unknown as Send;

  expect(await checkForPaper(send, approved, always)).toMatchObject({ doctor: "unknown" });
});
