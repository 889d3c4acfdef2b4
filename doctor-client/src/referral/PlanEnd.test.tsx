// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Me, PlanAlert } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { afterEach, expect, test } from "vitest";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import viewExample from "../../../cloud-hub/contract/examples/PlanView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { PlanEnd } from "./PlanEnd.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const { acknowledged, ...open } = viewExample.alerts[0] as PlanAlert;
const plan = viewExample.plan.id;

function shown(alerts: readonly PlanAlert[]) {
  const sent: [string, unknown][] = [];
  const send = async (_: string, path: string, body: unknown) => {
    sent.push([path, body]);
    return { ok: true, value: undefined };
  };
  const me = meExample as Me;
  const drafts = createDrafts(localStorage, me.id);
  const desk = { commands: { send } as unknown as Commands, drafts, me } as Desk;
  render(
    <DeskProvider value={desk}>
      <PlanEnd planId={plan} alerts={alerts} />
    </DeskProvider>,
  );
  return sent;
}

const find = (selector: string) => document.querySelector(selector) as HTMLElement;

async function sendWith(reason: string) {
  fireEvent.change(find("[name='reason']"), { target: { value: reason } });
  await act(async () => void fireEvent.submit(find("[data-form='end-plan']")));
}

test("a plan is ended with the reason that the home will read", async () => {
  const sent = shown([{ ...open, ...(acknowledged && { acknowledged }) }]);

  await sendWith(" 血压平稳 ");

  expect(sent).toEqual([[`/api/home-plans/${plan}/end`, { reason: "血压平稳" }]]);
});

test("a reason that was typed outlives a reload, and not the end of the plan", async () => {
  const seen = { ...open, ...(acknowledged && { acknowledged }) };
  shown([seen]);
  fireEvent.change(find("[name='reason']"), { target: { value: "血压平稳" } });
  cleanup();
  shown([seen]);
  expect((find("[name='reason']") as HTMLInputElement).value).toBe("血压平稳");

  await act(async () => void fireEvent.submit(find("[data-form='end-plan']")));

  expect((find("[name='reason']") as HTMLInputElement).value).toBe("");
});

test("while an alert waits for a doctor there is no key, and it says why", () => {
  shown([open]);

  expect(find("[data-action='send-end']").hasAttribute("disabled")).toBe(true);
  expect(find("[data-form='end-plan']").textContent).toContain("还有提醒没有处理");
});
