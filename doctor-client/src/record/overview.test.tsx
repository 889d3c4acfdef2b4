// @vitest-environment jsdom
import { act, cleanup, fireEvent } from "@testing-library/react";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  all,
  createHub,
  DOCUMENTS,
  find,
  me,
  opened,
  PLAN,
  planEnded,
  press,
  record,
  summary,
  SUMMARY,
  vitals,
  VITALS,
  type Hub,
} from "./fixtures.tsx";

let hub: Hub;

beforeEach(() => {
  hub = createHub();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("without documents and values it says so, and a failure can be tried again", async () => {
  hub.answers[DOCUMENTS] = { ok: true, value: { documents: [] } };
  hub.answers[SUMMARY] = { ok: false, problem: offlineProblem() };
  await opened(hub);

  expect(find("[data-screen='documents']").textContent).toContain("没有您可以打开的文书");
  expect(all("[data-action='print-record']")).toEqual([]);
  hub.answers[SUMMARY] = { ok: true, value: { ...summary, kinds: [] } };
  await press("[data-action='read-vitals']");

  expect(find("[data-screen='vitals-summary']").textContent).toContain("还没有测量值");
});

test("while the summary is read again its key says so and takes no second press", async () => {
  hub.answers[SUMMARY] = { ok: false, problem: offlineProblem() };
  await opened(hub);
  let answered: (answer: { ok: true; value: unknown }) => void = () => undefined;
  hub.answers[SUMMARY] = new Promise((resolve) => (answered = resolve));

  await press("[data-action='read-vitals']");

  expect(find("[data-action='read-vitals']").hasAttribute("disabled")).toBe(true);
  expect(find("[data-action='read-vitals']").textContent).toBe("正在读取…");
  await press("[data-action='read-vitals']");
  expect(hub.asked(SUMMARY)).toBe(2);
  await act(async () => answered({ ok: true, value: summary }));
  expect(all("[data-action='read-vitals']")).toEqual([]);
  expect(all("tr[data-vital='systolic']")).toHaveLength(1);
});

test("each value has least, mean, most and number of each span, and what was beyond the plan", async () => {
  await opened(hub);

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

test("once the plan is ended its limits are not shown any more", async () => {
  await opened(hub);
  const kinds = summary.kinds.map((kind) => ({
    ...kind,
    values: kind.values.map(({ vital, spans }) => ({ vital, spans })),
  }));
  hub.answers[SUMMARY] = { ok: true, value: { ...summary, kinds } };

  await hub.see(PLAN, planEnded("2026-11-29T02:15:04Z"));

  expect(hub.asked(SUMMARY)).toBe(2);
  expect(find("tr[data-vital='systolic']").textContent).not.toContain("计划范围");
});

test("a value that comes each second is not read at once, but the summary is never long out of date", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  hub.answers[SUMMARY] = { ok: true, value: { ...summary, at: "2026-11-22T02:20:00Z" } };
  await opened(hub);
  const { heartRate } = vitals.latest;
  await hub.see(VITALS, {
    ...vitals,
    latest: { ...vitals.latest, heartRate: { ...heartRate, readingId: me.id } },
  });
  expect(hub.asked(SUMMARY)).toBe(1);

  hub.answers[SUMMARY] = { ok: true, value: { ...summary, at: "2027-01-05T02:20:00Z" } };
  await act(async () => void (await vi.advanceTimersByTimeAsync(5 * 60_000)));

  expect(hub.asked(SUMMARY)).toBe(2);
  expect(find("[data-label='at']").textContent).toContain("算到 2027/1/5");
});

test("nobody's summary is read anew behind another page, and at once when it is seen again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const state = vi.spyOn(document, "visibilityState", "get");
  const turn = (to: DocumentVisibilityState) =>
    act(async () => {
      state.mockReturnValue(to);
      document.dispatchEvent(new Event("visibilitychange"));
      await vi.advanceTimersByTimeAsync(0);
    });
  await opened(hub);

  await turn("hidden");
  await act(async () => void (await vi.advanceTimersByTimeAsync(60 * 60_000)));
  expect(hub.asked(SUMMARY)).toBe(1);
  await turn("visible");

  expect(hub.asked(SUMMARY)).toBe(2);
  state.mockRestore();
});

test("who may not see vital signs is told so, and asks for nothing", async () => {
  hub.shown[VITALS] = undefined;
  await opened(hub);

  await hub.end(VITALS);

  expect(find("[data-screen='vitals-summary']").textContent).toContain("不能看");
  expect(hub.asked(SUMMARY)).toBe(0);
});

test("on paper stand both with the year, who printed it, and that older documents are missing", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-12-01T04:00:00Z") });
  await opened(hub);
  window.print = () => undefined;

  fireEvent.click(find("[data-action='print-record']"));

  const paper = find("[data-paper='record']").textContent;
  expect(paper).toContain(record.patient.name);
  expect(paper).toContain("118–151");
  expect(paper).toContain("会诊报告 · 2026/9/12 · 演示·赵医生 · 演示·清河镇卫生院 · 已完成");
  expect(paper).toContain("更早的文书没有列在这张纸上");
  expect(paper).toContain("算到 2026/11/22");
  const printed = find("[data-paper='record'] [data-label='printed']").textContent;
  expect(printed).toContain(`打印：${me.name} · ${me.doctor?.institution} · 2026/12/1`);
});

test("what is out of date is not printed", async () => {
  await opened(hub);
  hub.answers[SUMMARY] = { ok: false, problem: offlineProblem() };

  await hub.see(PLAN, planEnded("2026-11-29T02:15:04Z"));

  expect(all("tr[data-vital='systolic']")).toHaveLength(1);
  expect(all("[data-action='print-record']")).toEqual([]);
  hub.answers[SUMMARY] = { ok: true, value: summary };
  await press("[data-action='read-vitals']");
  expect(all("[data-action='print-record']")).toHaveLength(1);
});
