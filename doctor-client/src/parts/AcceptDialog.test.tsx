// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Accept, DoctorInbox, Me } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import inboxExample from "../../../cloud-hub/contract/examples/DoctorInbox.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { AcceptDialog } from "./AcceptDialog.tsx";

beforeAll(fakeDialogs);
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const me = meExample as Me;
const [request] = (inboxExample as DoctorInbox).waiting;

function opened() {
  if (!request) throw new Error("somebody waits in the example");
  const sent: Accept[] = [];
  const accept = async (_id: string, body: Accept) => {
    sent.push(body);
    return { ok: true, value: undefined };
  };
  const desk = {
    commands: { accept } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
  } as Desk;
  const { unmount } = render(
    <DeskProvider value={desk}>
      <AcceptDialog request={request} onAccepted={() => {}} onClose={() => {}} />
    </DeskProvider>,
  );
  return {
    sent,
    close: unmount,
    choose: (kind: string) => fireEvent.click(find(`[name="kind"][value="${kind}"]`)),
    write: (text: string) =>
      fireEvent.change(find('[name="evidence"]'), { target: { value: text } }),
    press: () => act(async () => void fireEvent.click(button())),
  };
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const button = () => find('[data-action="accept"]') as HTMLButtonElement;
const missing = () => find("[data-missing]").dataset["missing"];
const chosen = () => document.querySelector<HTMLInputElement>('[name="kind"]:checked')?.value;

test("no ground is chosen for the doctor, and evidence alone is not enough", () => {
  const { write } = opened();
  expect(chosen()).toBeUndefined();
  expect(missing()).toBe("both");

  write("签约协议 12 号");

  expect(missing()).toBe("kind");
  expect(button().disabled).toBe(true);
});

test("a ground alone is not enough", () => {
  const { choose } = opened();

  choose("family_doctor");

  expect(missing()).toBe("evidence");
  expect(button().disabled).toBe(true);
});

test("a dialog opened again has the evidence under the ground that it was given for", async () => {
  const first = opened();
  first.choose("family_doctor");
  first.write("签约协议 12 号");
  first.close();

  const again = opened();
  expect(chosen()).toBe("family_doctor");
  await again.press();

  const legalBasis = { kind: "family_doctor", evidence: "签约协议 12 号" };
  expect(again.sent).toEqual([{ legalBasis }]);
  expect(localStorage.length).toBe(0);
});
