// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { ConsultationView } from "@wuduan/contract/messages.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import { PhoneProvider, type Phone } from "../phone.tsx";
import { Withdrawn } from "./Withdrawn.tsx";
import { WithdrawSheet } from "./WithdrawSheet.tsx";

beforeAll(fakeDialogs);
afterEach(cleanup);

const view = viewExample as ConsultationView;

function shown() {
  const given: string[] = [];
  let closed = 0;
  const withdrawConsent = async (id: string) => {
    given.push(id);
    return { ok: true, value: undefined };
  };
  const commands = { withdrawConsent } as unknown as Commands;
  const { container } = render(
    <PhoneProvider value={{ commands } as Phone}>
      <WithdrawSheet view={view} onClose={() => closed++} />
    </PhoneProvider>,
  );
  const press = (action: string) =>
    act(async () => {
      const button = container.querySelector(`[data-action="${action}"]`);
      if (!button) throw new Error(`no button ${action}`);
      fireEvent.click(button);
    });
  return { container, given, closed: () => closed, press };
}

test("to go on stands before taking consent back, and takes nothing back", async () => {
  const { container, given, closed, press } = shown();
  const answers = [...container.querySelectorAll(".sheet-body button")];
  expect(answers[0]?.getAttribute("data-action")).toBe("keep-consent");

  await press("keep-consent");

  expect(given).toEqual([]);
  expect(closed()).toBe(1);
});

test("consent taken back for a parent names the consultation that is on the screen", async () => {
  const { given, press } = shown();

  await press("withdraw-consent-really");

  expect(given).toEqual([view.id]);
});

test.each([
  ["patient", "演示·王秀英撤回了同意"],
  ["family", "家人代演示·王秀英撤回了同意"],
] as const)("that the %s took it back is told until it is put away", (by, words) => {
  const cancelled = { by, reason: "consent_withdrawn", at: "2026-11-22T02:20:00Z" } as const;
  let seen = 0;
  const { container } = render(
    <Withdrawn view={{ ...view, state: "cancelled", cancelled }} onSeen={() => seen++} />,
  );

  expect(container.textContent).toContain(words);
  const button = container.querySelector('[data-action="seen"]');
  if (button) fireEvent.click(button);
  expect(seen).toBe(1);
});

test("nothing is told of a consultation that was not ended so", () => {
  const { container } = render(<Withdrawn view={view} onSeen={() => undefined} />);

  expect(container.textContent).toBe("");
});
