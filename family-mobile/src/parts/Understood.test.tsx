// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { FamilyInbox, Summary } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test } from "vitest";
import example from "../../../cloud-hub/contract/examples/FamilyInbox.json";
import { PhoneProvider, type Phone } from "../phone.tsx";
import { Summaries } from "./Summaries.tsx";

afterEach(cleanup);

const inbox = example as FamilyInbox;
const [heard] = inbox.summaries as [Summary];
const unheard = { ...heard };
delete unheard.understood;

function shown(summary: Summary, rights: FamilyInbox["patients"][number]["rights"]) {
  const said: string[] = [];
  const confirmUnderstanding = async (id: string) => {
    said.push(id);
    return { ok: true, value: undefined };
  };
  const commands = { confirmUnderstanding } as unknown as Commands;
  const patients = inbox.patients.map((parent) => ({ ...parent, rights }));
  const { container } = render(
    <PhoneProvider value={{ commands } as Phone}>
      <Summaries inbox={{ ...inbox, patients, summaries: [summary] }} />
    </PhoneProvider>,
  );
  const line = container.querySelector("[data-understood]")?.textContent;
  const button = container.querySelector('[data-action="confirm-understanding"]');
  return { said, line, button };
}

test("the phone shows that the parent has understood, and asks nothing more", () => {
  const { line, button } = shown(heard, ["take_part", "proxy_consent"]);

  expect(line).toContain("演示·王秀英已确认听懂");
  expect(button).toBeNull();
});

test("who may sign for the parent may say it, and nobody else", async () => {
  expect(shown(unheard, ["take_part"]).button).toBeNull();
  cleanup();
  const { said, line, button } = shown(unheard, ["take_part", "proxy_consent"]);
  expect(line).toContain("还没有确认听懂");

  await act(async () => void (button && fireEvent.click(button)));

  expect(said).toEqual([unheard.consultationId]);
});
