// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type {
  ConsultationView,
  DocumentPage,
  Me,
  Prescription,
  Problem,
  RecordView,
  VitalsSummary,
} from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import pageExample from "../../../cloud-hub/contract/examples/DocumentPage.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import prescriptionExample from "../../../cloud-hub/contract/examples/Prescription.json";
import recordExample from "../../../cloud-hub/contract/examples/RecordView.json";
import referralExample from "../../../cloud-hub/contract/examples/Referral.json";
import summaryExample from "../../../cloud-hub/contract/examples/VitalsSummary.json";
import vitalsExample from "../../../cloud-hub/contract/examples/VitalsView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { Overview } from "./Overview.tsx";

const record = recordExample as RecordView;
const present = viewExample as ConsultationView;
const page = pageExample as DocumentPage;
const summary = summaryExample as VitalsSummary;
const me = { ...(meExample as Me), id: "0198c0de-0000-7000-8000-000000000099" };
const patient = record.patient.id;
const DOCUMENTS = `/api/patients/${patient}/record/documents`;
const SUMMARY = `/api/patients/${patient}/vitals/summary`;

let asked: string[] = [];
let answers: Record<string, Result<unknown>> = {};
let shown: Record<string, unknown> = {};
let seen: Record<string, (view: unknown) => void> = {};
let ends: Record<string, (why: Problem) => void> = {};

function desk(): Desk {
  const send = async (_: string, path: string) => {
    asked.push(path);
    return answers[path] ?? { ok: false, problem: offlineProblem() };
  };
  const watch = (
    stream: string,
    listener: (view: unknown, seq: number) => void,
    gone?: (why: Problem) => void,
  ) => {
    seen[stream] = (view) => listener(view, 2);
    if (gone) ends[stream] = gone;
    if (shown[stream]) listener(shown[stream], 1);
    return () => undefined;
  };
  return {
    commands: { send } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
    doctor: me.doctor,
    live: { watch } as unknown as Live,
    session: { expire: () => undefined },
  } as unknown as Desk;
}

beforeEach(() => {
  asked = [];
  seen = {};
  ends = {};
  answers = {
    [DOCUMENTS]: { ok: true, value: page },
    [SUMMARY]: { ok: true, value: summary },
  };
  shown = {
    [`vitals/${patient}`]: vitalsExample,
    [`referrals/${me.id}`]: { kind: "referrals", received: [], sent: [], alerts: [] },
    [`prescriptions/${present.id}`]: { kind: "prescriptions", prescriptions: [] },
  };
});
afterEach(cleanup);

async function opened() {
  await act(async () => {
    render(
      <DeskProvider value={desk()}>
        <Overview record={record} present={present} />
      </DeskProvider>,
    );
  });
}
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const find = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`not on the screen: ${selector}`);
  return found;
};
const press = (selector: string) => act(async () => void fireEvent.click(find(selector)));

test("each document has its kind, day, author, institution and state", async () => {
  await opened();

  expect(all("[data-document]").map(({ dataset }) => dataset["kind"])).toEqual([
    "home_plan",
    "prescription",
    "referral",
    "report",
  ]);
  const sheet = find("[data-kind='prescription']").textContent;
  expect(sheet).toContain("处方");
  expect(sheet).toContain("2026/11/22");
  expect(sheet).toContain("演示·赵医生");
  expect(sheet).toContain("演示·清河镇卫生院");
  expect(sheet).toContain("药师已通过");
});

test("older documents are read when they are asked for, behind the last one", async () => {
  const report = page.documents.at(-1);
  if (!report || !page.next) throw new Error("the example has a next page");
  const older = { ...report, id: "0198c0de-0000-7000-8000-000000000899" };
  const query = new URLSearchParams({ ...page.next }).toString();
  answers[`${DOCUMENTS}?${query}`] = { ok: true, value: { documents: [older] } };
  await opened();

  await press("[data-action='more-documents']");

  expect(all("[data-document]")).toHaveLength(5);
  expect(all("[data-action='more-documents']")).toEqual([]);
});

test("a referral is opened in its place and a prescription out of its own consultation", async () => {
  answers["/api/referrals/0198c0de-0000-7000-8000-000000000803"] = {
    ok: true,
    value: referralExample,
  };
  const sheet: Prescription = {
    ...(prescriptionExample as Prescription),
    id: "0198c0de-0000-7000-8000-000000000802",
    state: "approved",
  };
  const consultation = page.documents[1]?.consultationId ?? "";
  shown[`prescriptions/${consultation}`] = { kind: "prescriptions", prescriptions: [sheet] };
  await opened();

  await press("[data-kind='referral'] [data-action='open-document']");
  await press("[data-kind='prescription'] [data-action='open-document']");

  expect(find("[data-kind='referral'] [data-screen='referral']")).toBeTruthy();
  expect(find(`[data-prescription='${sheet.id}']`).dataset["state"]).toBe("approved");
  expect(all("[data-kind='prescription'] [data-action='cancel-prescription']")).toEqual([]);
});

test("the list is read anew when a prescription was signed, and not while one is typed", async () => {
  await opened();
  const draft = { ...(prescriptionExample as Prescription), state: "draft" };
  const see = (state: string) =>
    act(async () => {
      seen[`prescriptions/${present.id}`]?.({
        kind: "prescriptions",
        prescriptions: [{ ...draft, state }],
      });
    });

  await see("draft");
  expect(asked.filter((path) => path === DOCUMENTS)).toHaveLength(1);
  await see("awaiting_review");

  expect(asked.filter((path) => path === DOCUMENTS)).toHaveLength(2);
});

test("without documents and values it says so, and a failure can be tried again", async () => {
  answers[DOCUMENTS] = { ok: true, value: { documents: [] } };
  answers[SUMMARY] = { ok: false, problem: offlineProblem() };
  await opened();

  expect(find("[data-screen='documents']").textContent).toContain("没有您可以打开的文书");
  expect(all("[data-action='print-record']")).toEqual([]);
  answers[SUMMARY] = { ok: true, value: { ...summary, kinds: [] } };
  await press("[data-action='read-vitals']");

  expect(find("[data-screen='vitals-summary']").textContent).toContain("还没有测量值");
});

test("each value has least, mean, most and number of each span, and what was beyond the plan", async () => {
  await opened();

  const week = find("[data-vital='systolic'] [data-days='7']").textContent;
  expect(week).toContain("118–151");
  expect(week).toContain("平均 132.4");
  expect(week).toContain("12 次");
  expect(week).toContain("高于上限 3 次");
  expect(week).not.toContain("低于下限");
  expect(find("tr[data-vital='systolic']").textContent).toContain("计划范围 100–140 mmHg");
  expect(find("[data-vital='diastolic'] [data-days='90']").textContent).not.toContain("上限");
  const strap = "[data-kind='heartRate'] [data-vital='heart_rate']";
  expect(find(`${strap} [data-days='7']`).textContent).toBe("没有测量");
  expect(find(`${strap} [data-days='30']`).textContent).toContain("1 个小时里");
  expect(find(`${strap} th`).textContent).toContain("心率");
  const pulse = find("[data-kind='bloodPressure'] [data-vital='heart_rate']").textContent;
  expect(pulse).toContain("脉搏");
  expect(pulse).toContain("计划范围 ≤ 120 /min");
  expect(pulse).toContain("高于上限 2 次");
  const newest = find("tbody[data-kind='bloodPressure'] [scope='rowgroup']").textContent;
  expect(newest).toContain("142/86");
  expect(newest).toContain("SimBP");
  expect(newest).toContain("设备提示脉搏不齐");
});

test("who may not see vital signs is told so, and asks for nothing", async () => {
  shown[`vitals/${patient}`] = undefined;
  await opened();

  act(() => ends[`vitals/${patient}`]?.(offlineProblem()));

  expect(find("[data-screen='vitals-summary']").textContent).toContain("不能看");
  expect(asked).not.toContain(SUMMARY);
});

test("on paper stand both, and that older documents are missing", async () => {
  await opened();
  window.print = () => undefined;

  fireEvent.click(find("[data-action='print-record']"));

  const paper = find("[data-paper='record']").textContent;
  expect(paper).toContain(record.patient.name);
  expect(paper).toContain("118–151");
  expect(paper).toContain("会诊报告 · 2026/9/12 · 演示·赵医生 · 演示·清河镇卫生院 · 已完成");
  expect(paper).toContain("更早的文书没有列在这张纸上");
});
