// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type { PlanAlert, PlanEnded, PlanView, View } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test } from "vitest";
import keptExample from "../../../cloud-hub/contract/examples/KeptHomePlan.json";
import viewExample from "../../../cloud-hub/contract/examples/PlanView.json";
import { PhoneProvider, type Phone } from "../phone.tsx";
import { PlanCard } from "./PlanCard.tsx";

afterEach(cleanup);

const view = viewExample as PlanView;
const { acknowledged, familySeen, ...open } = view.alerts[0] as PlanAlert;

const shown = (alert: PlanAlert) => pushed({ ...view, alerts: [alert] });

function pushed(now: PlanView) {
  const live = {
    watch: (_: string, listener: (pushed: View, seq: number) => void) => {
      listener(now, 1);
      return () => undefined;
    },
  } as unknown as Live;
  render(
    <PhoneProvider value={{ live, commands: {} as Commands } as Phone}>
      <PlanCard patientId={view.patient.id}>
        <p id="rest" />
      </PlanCard>
    </PhoneProvider>,
  );
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

test("an alert that nobody has seen asks for a look, with the time of its measurement", () => {
  shown(open);

  expect(
    find("[role='alert'] [data-acknowledged='false'] [data-action='acknowledge']"),
  ).toBeTruthy();
  expect(find("[data-alert]")?.textContent).toMatch(/测量时间|measured/);
});

test("what the doctor has seen asks no more, but the family may still say that it has seen it", () => {
  if (!acknowledged) throw new Error("the example is acknowledged");
  shown({ ...open, acknowledged });

  expect(find("[role='alert']")).toBeNull();
  expect(find("[data-acknowledged='true'] [data-action='acknowledge']")).toBeTruthy();
  expect(find("[data-alert]")?.textContent).toContain(acknowledged.name);
});

test("what nobody has seen stands above the rest of the page, what was seen below it", () => {
  const at = (selector: string) => find(selector) as HTMLElement;
  const alertIsAbove = () =>
    at("[data-alert]").compareDocumentPosition(at("#rest")) === Node.DOCUMENT_POSITION_FOLLOWING;
  shown(open);
  expect(alertIsAbove()).toBe(true);
  cleanup();

  if (!familySeen) throw new Error("the example is seen by the family");
  shown({ ...open, familySeen });
  expect(alertIsAbove()).toBe(false);
});

test("what the family has seen has no key any more", () => {
  if (!familySeen) throw new Error("the example is seen by the family");
  shown({ ...open, familySeen });

  expect(find("[data-action='acknowledge']")).toBeNull();
  expect(find("[data-alert]")?.textContent).toContain(familySeen.name);
});

test("a plan that a doctor ended says who ended it and why, and shows no measurement", () => {
  const noPlan = { ...view };
  delete noPlan.plan;
  pushed({ ...noPlan, alerts: [], ended: keptExample.ended as PlanEnded });

  expect(find("[data-screen='ended-plan']")?.textContent).toContain("血压平稳，改为每月随访");
  expect(find("[data-screen='home-plan']")).toBeNull();
});
