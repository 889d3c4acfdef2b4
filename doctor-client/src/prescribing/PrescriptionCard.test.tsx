// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { LinkState, Live } from "@wuduan/contract/live.ts";
import type { Me, Prescription, SignedDocument } from "@wuduan/contract/messages.ts";
import { prescribing } from "@wuduan/contract/prescribing.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import prescriptionExample from "../../../cloud-hub/contract/examples/Prescription.json";
import signedExample from "../../../cloud-hub/contract/examples/SignedDocument.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { PrescriptionCard } from "./PrescriptionCard.tsx";

beforeAll(fakeDialogs);

const me = meExample as Me;
const approved = { ...(prescriptionExample as Prescription) };
delete approved.order;
const signed = signedExample as SignedDocument;
const changed: SignedDocument = {
  ...signed,
  versions: signed.versions.map((one) => ({
    ...one,
    verdict: { ...one.verdict, content: false },
  })),
};

/** What the hub says of both signatures, null for none; and every paper that was printed. */
let hub: {
  signed: SignedDocument | null;
  asked: string[];
  link: LinkState;
  answers: Promise<void>;
};
let papers: HTMLElement[];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-29T09:00:00Z") });
  hub = { signed, asked: [], link: "up", answers: Promise.resolve() };
  papers = [];
  vi.stubGlobal("print", () => {
    const paper = document.querySelector<HTMLElement>(".paper");
    if (paper) papers.push(paper.cloneNode(true) as HTMLElement);
  });
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const send = async (_: string, path: string) => {
  hub.asked.push(path);
  await hub.answers;
  return hub.signed ? { ok: true, value: hub.signed } : { ok: false, problem: offlineProblem() };
};

const desk = {
  commands: { send } as unknown as Commands,
  live: { link: () => hub.link } as Live,
  drafts: createDrafts(localStorage, me.id),
  me,
} as Desk;

function shown(prescription: Prescription) {
  render(
    <DeskProvider value={desk}>
      <PrescriptionCard
        prescription={prescription}
        orders={prescribing(desk.commands.send)}
        mine={false}
        onAnew={undefined}
      />
    </DeskProvider>,
  );
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

async function printed(prescription: Prescription): Promise<HTMLElement> {
  shown(prescription);
  await act(async () => void fireEvent.click(find('[data-action="print-prescription"]')));
  await act(async () => void (await vi.advanceTimersByTimeAsync(100)));
  const [paper] = papers;
  if (!paper) throw new Error("nothing was printed");
  return paper;
}

const text = (paper: HTMLElement) => paper.textContent;
const large = (paper: HTMLElement) =>
  [...paper.querySelectorAll(".rx-paper-warning")].map((line) => line.textContent);

test("doctor and pharmacist have signed, and each signature can be verified and exported", async () => {
  shown(approved);
  const marks = [...document.querySelectorAll("[data-signature='1']")];
  expect(marks.map((mark) => mark.textContent)).toEqual([
    expect.stringContaining("已签名 演示·赵医生"),
    expect.stringContaining("已签名 演示·冯药师"),
  ]);

  await act(async () => void fireEvent.click(find('[data-label="review"] [data-action="verify"]')));

  expect(hub.asked).toEqual([`/api/prescription-reviews/${approved.id}/signed`]);
  expect(find("[data-whole]").dataset["whole"]).toBe("true");
  expect(find('[data-action="signed-file"]').getAttribute("href")).toBe(
    `/api/prescription-reviews/${approved.id}/signed/file`,
  );
});

test("a prescription that was changed after its signature is never shown as valid", async () => {
  hub.signed = changed;
  shown(approved);

  await act(async () => void fireEvent.click(find('.rx-signed [data-action="verify"]')));

  expect(hub.asked).toEqual([`/api/prescriptions/${approved.id}/signed`]);
  expect(find("[data-whole]").dataset["whole"]).toBe("false");
});

test("the paper has all that a pharmacy needs, and is gone from the page afterwards", async () => {
  const paper = await printed(approved);

  for (const words of [
    "演示·清河镇卫生院",
    "处方笺",
    approved.id,
    "演示·王秀英",
    "女",
    "年龄 79 岁",
    "特发性高血压 I10",
    "氨氯地平片 5 mg · 共 21 片",
    "每次 3 片（15 mg） · 每天 1 次 · 7 天 · 早饭后",
    "上级医院已用此量",
    "医师 演示·赵医生",
    "审核药师 演示·冯药师",
    "5a2b 0b10",
    "有效至",
  ])
    expect(text(paper)).toContain(words);
  expect(paper.querySelector("[data-in-force='true']")).not.toBeNull();
  expect(large(paper)).toEqual([]);
  expect(document.querySelector(".paper")).toBeNull();
  expect(papers).toHaveLength(1);
});

test.each([
  ["awaiting_review", "未经药师审核，不得调配"],
  ["rejected", "药师已退回，不得调配"],
  ["cancelled", "已作废，不得调配"],
  ["expired", "已过有效期，不得调配"],
] as const)("one that is %s is not printed as if it were valid", async (state, words) => {
  const kept: Prescription = { ...approved, state };
  if (state === "awaiting_review") delete kept.review;

  const paper = await printed(kept);

  expect(large(paper)).toEqual([words]);
  expect(paper.querySelector("[data-in-force='false']")).not.toBeNull();
});

test("a view that stayed open past midnight prints that its time is over", async () => {
  vi.setSystemTime(Date.parse(approved.validUntil ?? ""));

  expect(large(await printed(approved))).toEqual(["已过有效期，不得调配"]);
});

test.each([
  [changed, "签名无效，不得调配"],
  [null, "签名未核验，不得凭此调配"],
] as const)("what is not known to be signed is not printed as signed", async (answer, words) => {
  hub.signed = answer;

  expect(large(await printed(approved))).toEqual([words]);
});

test("while the link is lost a view may be old, and the paper says so", async () => {
  hub.link = "lost";

  expect(large(await printed(approved))).toEqual([expect.stringContaining("网络中断")]);
});

test("until the hub has answered nothing is printed, and a second press asks nothing", async () => {
  let answer = () => {};
  hub.answers = new Promise((resolve) => (answer = resolve));
  shown(approved);
  const key = find('[data-action="print-prescription"]');

  await act(async () => void fireEvent.click(key));
  await act(async () => void fireEvent.click(key));
  expect([key.textContent, hub.asked.length, papers.length]).toEqual(["正在验签…", 2, 0]);

  await act(async () => answer());
  await act(async () => void (await vi.advanceTimersByTimeAsync(100)));
  expect([key.textContent, papers.length]).toEqual(["打印处方笺", 1]);
});

test("the verdict is asked for at each press", async () => {
  await printed(approved);
  expect(hub.asked).toHaveLength(2);

  hub.signed = changed;
  await act(async () => void fireEvent.click(find('[data-action="print-prescription"]')));
  await act(async () => void (await vi.advanceTimersByTimeAsync(100)));

  expect(hub.asked).toHaveLength(4);
  expect(papers.map(large)).toEqual([[], ["签名无效，不得调配"]]);
});

test("a review from before its signature was kept has no mark of its own", () => {
  const { name, at } = approved.review ?? { name: "", at: "" };
  shown({ ...approved, review: { name, at } });

  expect(find('[data-label="review"]').textContent).toContain("演示·冯药师");
  expect(document.querySelectorAll("[data-signature]")).toHaveLength(1);
});

test("a draft has no signature, and is not printed", () => {
  const draft: Prescription = { ...approved, state: "draft" };
  delete draft.signed;
  delete draft.review;
  shown(draft);

  expect(document.querySelector("[data-signature]")).toBeNull();
  expect(document.querySelector('[data-action="print-prescription"]')).toBeNull();
});
