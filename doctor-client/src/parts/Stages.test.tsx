// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import type { ConsultationView, FamilyInbox, Summary } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test } from "vitest";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import inboxExample from "../../../cloud-hub/contract/examples/FamilyInbox.json";
import { Cancelled, Concluded } from "./Stages.tsx";

afterEach(cleanup);

const view = viewExample as ConsultationView;

function said(cancelled: NonNullable<ConsultationView["cancelled"]>): string {
  const { container } = render(<Cancelled view={{ ...view, state: "cancelled", cancelled }} />);
  return container.textContent;
}

test.each([
  ["patient", "患者撤回了同意"],
  ["family", "家人代患者撤回了同意"],
] as const)("consent taken back by the %s is told with what stays to be done", (by, words) => {
  const at = "2026-11-22T02:20:00Z";
  const told = said({ by, reason: "consent_withdrawn", at, source: "远程医疗服务管理规范" });

  expect(told).toContain(words);
  expect(told).toContain("可以写完并提交已发生部分的病历，不能再开处方或发表意见");
  expect(told).toContain("远程医疗服务管理规范");
});

test("a request that was cancelled before the talk says by whom and why", () => {
  const told = said({ by: "family", reason: "changed_mind", at: "2026-11-22T02:20:00Z" });

  expect(told).toContain("由家人取消 · 改变主意");
  expect(told).not.toContain("病历");
});

const [heard] = (inboxExample as FamilyInbox).summaries as [Summary];

function understoodIn(summary: Summary) {
  const { container } = render(<Concluded view={{ ...view, state: "concluded", summary }} />);
  return container.querySelector("[data-understood]")?.textContent;
}

test("a concluded case says whether the home has understood, by whom and when", () => {
  const unheard = { ...heard };
  delete unheard.understood;

  expect(understoodIn(heard)).toMatch(/^患者已确认听懂 · .*\d/);
  cleanup();
  expect(understoodIn(unheard)).toBe("患者还没有确认听懂");
});
