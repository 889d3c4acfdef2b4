// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Me, PlanAlert } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test } from "vitest";
import listExample from "../../../cloud-hub/contract/examples/DoctorReferrals.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { AlertLine } from "./PlanBox.tsx";

afterEach(cleanup);

const alert = listExample.alerts[0]?.alert as PlanAlert;

function shown(one: PlanAlert) {
  const sent: string[] = [];
  const send = async (_: string, path: string) => {
    sent.push(path);
    return { ok: true, value: undefined };
  };
  const desk = { commands: { send } as unknown as Commands, me: meExample as Me } as Desk;
  render(
    <DeskProvider value={desk}>
      <AlertLine alert={one} mayAcknowledge who="演示·王秀英" />
    </DeskProvider>,
  );
  return sent;
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

test("an alert that the family has seen says so and still waits for the doctor", async () => {
  const sent = shown(alert);
  expect(find("[data-family-seen='true'][data-acknowledged='false']")?.textContent).toContain(
    "家属 演示·李明 已看到",
  );

  await act(async () => void fireEvent.click(find("[data-action='acknowledge']") as HTMLElement));

  expect(sent).toEqual([`/api/plan-alerts/${alert.id}/acknowledge`]);
});

test("an alert says when its value was measured, and has no key once a doctor has seen it", () => {
  shown({ ...alert, acknowledged: { name: "演示·赵医生", at: alert.at } });

  expect(find("[data-alert]")?.textContent).toContain("测量时间");
  expect(find("[data-alert]")?.textContent).toContain("演示·赵医生 已看到");
  expect(find("[data-action='acknowledge']")).toBeNull();
});
