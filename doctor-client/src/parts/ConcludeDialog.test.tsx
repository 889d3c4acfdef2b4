// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { ConsultationView, InvitationState, Me } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { ConcludeDialog } from "./ConcludeDialog.tsx";

beforeAll(fakeDialogs);
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const me = meExample as Me;
const example = viewExample as ConsultationView;

function concluding(state: InvitationState, shown = example) {
  const view = {
    ...shown,
    invitations: shown.invitations.map((invitation) => ({ ...invitation, state })),
  };
  const drafts = createDrafts(localStorage, me.id);
  const conclude = async () => ({ ok: true, value: undefined });
  const desk = { drafts, me, commands: { conclude } as unknown as Commands } as Desk;
  render(
    <DeskProvider value={desk}>
      <ConcludeDialog view={view} onClose={() => {}} />
    </DeskProvider>,
  );
  return drafts;
}

test("a doctor in the call who gave no opinion is named before none can be given", () => {
  concluding("accepted", { ...example, opinions: [] });

  expect(document.querySelector('[data-state="silent-doctors"]')?.textContent).toContain(
    "演示·钱医生",
  );
});

test("what was not sent elsewhere is kept when the consultation is concluded", async () => {
  const drafts = concluding("accepted");
  drafts.write(`${example.id}/referral`, "演示·转诊草稿");

  fireEvent.click(document.querySelector('[name="outcome"][value="normal"]') as Element);
  const summary = screen.getByRole("textbox");
  fireEvent.change(summary, { target: { value: "按时吃药" } });
  fireEvent.submit(summary);
  await act(async () => void fireEvent.submit(document.querySelector("form") as Element));

  expect(drafts.read(`${example.id}/summary`)).toBe("");
  expect(drafts.read(`${example.id}/referral`)).toBe("演示·转诊草稿");
});

const warning = () => document.querySelector('[data-state="still-ringing"]')?.textContent ?? null;

test("a doctor whose invitation still rings is named before it is withdrawn, in both steps", () => {
  concluding("ringing");
  expect(warning()).toContain("演示·钱医生");

  fireEvent.click(document.querySelector('[name="outcome"][value="normal"]') as Element);
  const summary = screen.getByRole("textbox");
  fireEvent.change(summary, { target: { value: "按时吃药" } });
  fireEvent.submit(summary);

  expect(document.querySelector('[data-action="conclude-confirm"]')).not.toBeNull();
  expect(warning()).toContain("演示·钱医生");
});

test.each<InvitationState>(["accepted", "declined", "withdrawn"])(
  "an invitation that is %s is not warned of",
  (state) => {
    concluding(state);

    expect(warning()).toBeNull();
  },
);
