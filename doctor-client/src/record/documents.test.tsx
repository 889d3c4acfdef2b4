// @vitest-environment jsdom
import { act, cleanup, fireEvent } from "@testing-library/react";
import type { DocumentPage, KeptHomePlan, Prescription } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import keptExample from "../../../cloud-hub/contract/examples/KeptHomePlan.json";
import prescriptionExample from "../../../cloud-hub/contract/examples/Prescription.json";
import referralExample from "../../../cloud-hub/contract/examples/Referral.json";
import {
  all,
  behind,
  createHub,
  DOCUMENTS,
  find,
  opened,
  page,
  PLAN,
  planEnded,
  planInForce,
  press,
  REFERRALS,
  SHEETS,
  type Hub,
} from "./fixtures.tsx";

type Listed = DocumentPage["documents"][number];

const REFERRAL = "/api/referrals/0198c0de-0000-7000-8000-000000000803";
const NEW_PLAN = "0198c0de-0000-7000-8000-000000000899";
const ENDED_AT = "2026-11-29T02:15:04Z";
const [home, sheet, referral, report] = page.documents;
if (!home || !sheet || !referral || !report) throw new Error("the example has four documents");

let hub: Hub;

beforeEach(() => {
  hub = createHub();
});
afterEach(cleanup);

const lists = (...documents: Listed[]) => {
  hub.answers[DOCUMENTS] = { ok: true, value: { documents } };
};
const see = (state: string) =>
  hub.see(SHEETS, {
    kind: "prescriptions",
    prescriptions: [{ ...(prescriptionExample as Prescription), state }],
  });
/** A page behind the one of the example, with one document. */
const older = (document: Listed) => {
  hub.answers[behind(page)] = { ok: true, value: { documents: [document] } };
};
/** What the hub has of a plan that is over. */
const keeps = (plan: Partial<Record<keyof KeptHomePlan, unknown>> & { id: string }) => {
  hub.answers[`/api/home-plans/${plan.id}`] = { ok: true, value: { ...keptExample, ...plan } };
};
const row = (id: string) => find(`[data-document='${id}']`);
const openRow = (id: string) => press(`[data-document='${id}'] [data-action='open-document']`);

test("each document has its kind, day, author, institution and state", async () => {
  await opened(hub);

  expect(all("[data-document]").map(({ dataset }) => dataset["kind"])).toEqual([
    "home_plan",
    "prescription",
    "referral",
    "report",
  ]);
  const words = find("[data-kind='prescription']").textContent;
  expect(words).toContain("处方");
  expect(words).toContain("2026/11/22");
  expect(words).toContain("演示·赵医生");
  expect(words).toContain("演示·清河镇卫生院");
  expect(words).toContain("药师已通过");
});

test("older documents are read when they are asked for, behind the last one", async () => {
  older({ ...report, id: NEW_PLAN });
  await opened(hub);

  await press("[data-action='more-documents']");

  expect(all("[data-document]")).toHaveLength(5);
  expect(all("[data-action='more-documents']")).toEqual([]);
});

test("a referral is opened in its place and a prescription out of its own consultation", async () => {
  hub.answers[REFERRAL] = { ok: true, value: referralExample };
  const prescription = {
    ...(prescriptionExample as Prescription),
    id: sheet.id,
    state: "approved",
  };
  hub.shown[`prescriptions/${sheet.consultationId}`] = {
    kind: "prescriptions",
    prescriptions: [prescription],
  };
  await opened(hub);

  await openRow(referral.id);
  await openRow(sheet.id);

  expect(find("[data-kind='referral'] [data-screen='referral']")).toBeTruthy();
  expect(find(`[data-prescription='${sheet.id}']`).dataset["state"]).toBe("approved");
  expect(all("[data-kind='prescription'] [data-action='cancel-prescription']")).toEqual([]);
});

test("the list is read anew when a prescription was signed, and not while one is typed", async () => {
  await opened(hub);

  await see("draft");
  expect(hub.asked(DOCUMENTS)).toBe(1);
  await see("awaiting_review");

  expect(hub.asked(DOCUMENTS)).toBe(2);
});

test("a plan that is ended in its row says so in the row and is not called replaced", async () => {
  await opened(hub);
  await openRow(home.id);
  expect(row(home.id).querySelector("[data-action='end-plan']")).toBeTruthy();
  lists({ ...home, state: "ended" });
  keeps({ id: home.id });

  await hub.see(PLAN, planEnded(ENDED_AT));

  expect(row(home.id).textContent).toContain("已停止");
  expect(row(home.id).textContent).not.toContain("执行中");
  expect(row(home.id).querySelector("[data-state='ended']")?.textContent).toContain("血压平稳");
});

test("a new plan is never drawn in the row of the one before it, which is read as it was", async () => {
  await opened(hub);
  await openRow(home.id);
  hub.answers[DOCUMENTS] = { ok: false, problem: offlineProblem() };
  keeps({ id: home.id, ended: undefined, replacedAt: ENDED_AT });

  await hub.see(PLAN, planInForce(NEW_PLAN));

  expect(all("[data-screen='home-plan']")).toEqual([]);
  const before = row(home.id).querySelector("[data-screen='kept-plan']");
  expect(before?.textContent).toContain("被新计划代替");
  expect(before?.textContent).toContain("低盐饮食");
  lists({ ...home, id: NEW_PLAN, author: "演示·孙医生" }, { ...home, state: "replaced" });
  await press("[data-action='read-documents']");
  expect(row(home.id).textContent).toContain("已被新计划代替");
  await openRow(NEW_PLAN);
  expect(row(NEW_PLAN).querySelector("[data-screen='home-plan']")).toBeTruthy();
});

test("of two plans that were ended each is opened with its own end", async () => {
  lists(
    { ...home, state: "ended" },
    { ...home, id: NEW_PLAN, at: "2026-10-01T02:20:00Z", state: "ended" },
  );
  keeps({ id: home.id });
  keeps({ id: NEW_PLAN, ended: { ...keptExample.ended, reason: "住院治疗" } });
  hub.shown[PLAN] = planEnded(ENDED_AT);
  await opened(hub);

  await openRow(home.id);
  await openRow(NEW_PLAN);

  expect(row(home.id).querySelector("[data-state='ended']")?.textContent).toContain("血压平稳");
  expect(row(NEW_PLAN).querySelector("[data-state='ended']")?.textContent).toContain("住院治疗");
});

test("a plan that could not be read is asked for again", async () => {
  lists({ ...home, state: "replaced" });
  hub.shown[PLAN] = planInForce(NEW_PLAN);
  await opened(hub);

  await openRow(home.id);
  expect(row(home.id).querySelector("[data-problem]")).toBeTruthy();
  keeps({ id: home.id });
  await press("[data-action='read-plan']");

  expect(row(home.id).querySelector("[data-screen='kept-plan']")).toBeTruthy();
  expect(row(home.id).querySelector("[data-problem]")).toBeNull();
});

test("a plan that can't be shown any more says why", async () => {
  await opened(hub);
  await openRow(home.id);

  await hub.end(PLAN);

  expect(row(home.id).querySelector("[data-problem]")).toBeTruthy();
  expect(all("[data-screen='home-plan']")).toEqual([]);
});

test("what this doctor may not watch does not keep the list back", async () => {
  hub.shown[REFERRALS] = undefined;
  hub.shown[PLAN] = undefined;
  await opened(hub);
  expect(find("[data-screen='documents']").textContent).toContain("正在读取");

  await hub.end(REFERRALS);
  await hub.end(PLAN);

  expect(all("[data-document]")).toHaveLength(4);
});

test("a list that could not be read anew is not printed, and nothing older is added to it", async () => {
  await opened(hub);
  hub.answers[DOCUMENTS] = { ok: false, problem: offlineProblem() };

  await see("awaiting_review");

  expect(all("[data-document]")).toHaveLength(4);
  expect(find("[data-screen='documents']").textContent).toContain("清单可能不是最新的");
  expect(all("[data-action='more-documents'], [data-action='print-record']")).toEqual([]);
  hub.answers[DOCUMENTS] = { ok: true, value: page };
  await press("[data-action='read-documents']");
  expect(all("[data-action='more-documents'], [data-action='print-record']")).toHaveLength(2);
  expect(all("[data-screen='documents'] [data-problem]")).toEqual([]);
});

test("a next page that could not be read leaves the list as new as it is", async () => {
  await opened(hub);

  await press("[data-action='more-documents']");

  expect(all("[data-screen='documents'] [data-problem]")).toHaveLength(1);
  expect(all("[data-action='print-record']")).toHaveLength(1);
  older({ ...report, id: NEW_PLAN });
  await press("[data-action='more-documents']");
  expect(all("[data-document]")).toHaveLength(5);
  expect(all("[data-screen='documents'] [data-problem]")).toEqual([]);
});

test("what is read anew reaches as far back as the list does, and what is typed there stays", async () => {
  hub.answers[REFERRAL] = { ok: true, value: { ...referralExample, actions: ["accept"] } };
  hub.answers[DOCUMENTS] = { ok: true, value: { ...page, documents: [home, sheet] } };
  older({ ...referral, state: "sent" });
  await opened(hub);
  await press("[data-action='more-documents']");
  await openRow(referral.id);
  const date = find("[data-kind='referral'] [name='on']") as HTMLInputElement;
  fireEvent.change(date, { target: { value: "2026-12-24" } });
  older(referral);

  await see("awaiting_review");

  expect(all("[data-document]")).toHaveLength(3);
  expect(row(referral.id).textContent).toContain("已接收");
  expect(find("[data-kind='referral'] [name='on']")).toBe(date);
  expect(date.value).toBe("2026-12-24");
});

test("while a page is read the key says so and takes no second press", async () => {
  await opened(hub);
  let answered: (answer: { ok: true; value: unknown }) => void = () => undefined;
  hub.answers[behind(page)] = new Promise((resolve) => (answered = resolve));

  await press("[data-action='more-documents']");

  expect(find("[data-action='more-documents']").hasAttribute("disabled")).toBe(true);
  expect(find("[data-action='more-documents']").textContent).toBe("正在读取…");
  await act(async () =>
    answered({ ok: true, value: { documents: [{ ...report, id: NEW_PLAN }] } }),
  );
  expect(all("[data-document]")).toHaveLength(5);
});
