// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Doctor, Me, Referral, ReferralLine } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { afterEach, expect, test } from "vitest";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import pageExample from "../../../cloud-hub/contract/examples/Referral.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { ReferralCard } from "./ReferralCard.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const me = meExample as Me;
const page = pageExample as Referral;

async function shown(network = { isUp: true }) {
  const asked: string[] = [];
  const send = async (_: string, path: string) => {
    asked.push(path);
    return network.isUp ? { ok: true, value: page } : { ok: false, problem: offlineProblem() };
  };
  const desk = {
    commands: { send } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
    doctor: viewExample.doctor as Doctor,
  } as Desk;
  const card = (line: ReferralLine) => (
    <DeskProvider value={desk}>
      <ReferralCard line={line} />
    </DeskProvider>
  );
  const { rerender } = render(card(page.line));
  await press("open-referral");
  return {
    asked,
    /** The hub pushes the list: every line comes anew. */
    push: (change: Partial<ReferralLine>) =>
      act(async () => rerender(card({ ...page.line, ...change }))),
  };
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const press = (action: string) =>
  act(async () => void fireEvent.click(find(`[data-action="${action}"]`)));

test("an opened referral is asked for once, and again when somebody took a step in it", async () => {
  const { asked, push } = await shown();
  expect(asked).toEqual([`/api/referrals/${page.line.id}`]);

  await push({});
  await push({});
  expect(asked).toHaveLength(1);
  await push({ version: page.line.version + 1 });

  expect(asked).toHaveLength(2);
});

test("what could not be fetched is fetched at the press of the key", async () => {
  const network = { isUp: false };
  const { asked } = await shown(network);
  expect(document.querySelector("[data-screen='referral']")).toBeNull();

  network.isUp = true;
  await press("open-referral");

  expect(asked).toHaveLength(2);
  expect(find("[data-screen='referral']").textContent).toContain(page.summary);
});
