// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
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

function concluding(state: InvitationState) {
  const view = {
    ...example,
    invitations: example.invitations.map((invitation) => ({ ...invitation, state })),
  };
  const desk = { drafts: createDrafts(localStorage, me.id), me } as Desk;
  render(
    <DeskProvider value={desk}>
      <ConcludeDialog view={view} onClose={() => {}} />
    </DeskProvider>,
  );
}

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
