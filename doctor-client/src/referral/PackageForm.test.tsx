// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Me, Referral, SendReferral } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { afterEach, expect, test } from "vitest";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import pageExample from "../../../cloud-hub/contract/examples/Referral.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { PackageForm } from "./PackageForm.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const me = meExample as Me;
const { home, ...page } = pageExample as Referral;

function shown(one: Referral) {
  const sent: SendReferral[] = [];
  const send = async (_: string, __: string, body?: SendReferral) => {
    if (body) sent.push(body);
    return { ok: true, value: undefined };
  };
  const desk = {
    commands: { send } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
  } as Desk;
  render(
    <DeskProvider value={desk}>
      <PackageForm page={one} />
    </DeskProvider>,
  );
  return sent;
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const write = (name: string, value: string) =>
  act(async () => void fireEvent.change(find(`[name="${name}"]`), { target: { value } }));

test("a package goes to the first contact of the home, wherever its sender works", async () => {
  if (!home) throw new Error("the example has a home");
  const sent = shown({ ...page, home });
  expect(find("[data-label='home']").textContent).toContain(home.name);
  await write("summary", "住院七天,血压平稳");
  await write("plan", "低盐饮食");

  await act(async () => void fireEvent.submit(find("[data-form='refer-down']")));

  expect(sent).toMatchObject([
    { direction: "down", institutionId: home.id, answersId: page.line.id },
  ]);
});

test("without a first contact in use nothing can be sent down, and the form says why", () => {
  shown(page);

  expect(find("[data-label='home']").textContent).toContain("停用");
  expect(find("[data-action='send-package']")).toHaveProperty("disabled", true);
});
