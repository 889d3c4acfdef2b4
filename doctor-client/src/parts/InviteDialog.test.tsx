// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { useState } from "react";
import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type { ConsultationView, Doctor, Invite, Me } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { InviteDialog } from "./InviteDialog.tsx";

beforeAll(fakeDialogs);
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const me = meExample as Me;
const view: ConsultationView = { ...(viewExample as ConsultationView), invitations: [] };
const base = { title: "主任医师", institution: "演示医院", department: "cardiology" } as const;
const county: Doctor = { ...base, id: "county", name: "演示·钱医生", level: "county" };
const tertiary: Doctor = { ...base, id: "tertiary", name: "演示·孙医生", level: "tertiary" };

/** A dialog whose duty list, once refreshed, has only those of `later`. */
function inviting(answerTo: (doctorId: string) => Result<never>, later: Doctor[]) {
  const asked: string[] = [];
  const invite = async (_id: string, body: Invite) => {
    asked.push(body.doctorId);
    return answerTo(body.doctorId);
  };
  const desk = {
    commands: { invite } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
  } as Desk;
  render(
    <DeskProvider value={desk}>
      <WithDuty later={later} />
    </DeskProvider>,
  );
  for (const box of boxes()) fireEvent.click(box);
  for (const field of document.querySelectorAll<HTMLInputElement>("[data-field] [name]"))
    fireEvent.change(field, { target: { value: "一" } });
  return { asked, press: () => act(async () => void fireEvent.click(button())) };
}

function WithDuty({ later }: { later: Doctor[] }) {
  const [doctors, setDoctors] = useState([county, tertiary]);
  const duty = { doctors, planned: [], asOf: 0, failed: false, refresh: () => setDoctors(later) };
  return <InviteDialog view={view} vitals={{}} duty={duty} onClose={() => {}} />;
}

const boxes = () => document.querySelectorAll<HTMLInputElement>('[data-action="choose-doctor"]');
const button = () => document.querySelector('[data-action="invite"]') as HTMLButtonElement;
const texts = (outcome: string) =>
  [...document.querySelectorAll(`[data-outcome="${outcome}"]`)].map((line) => line.textContent);

const rung = { ok: true, value: undefined as never } as const;
const refused = { ok: false, problem: offlineProblem() } as const;

test("after a refusal it is said by name who is rung and who is not", async () => {
  const { press } = inviting((id) => (id === "county" ? rung : refused), [county, tertiary]);

  await press();

  expect(texts("rung")).toEqual([expect.stringContaining("演示·钱医生")]);
  expect(texts("refused")).toEqual([expect.stringContaining("演示·孙医生")]);
});

test("a second press asks only those who could not be rung", async () => {
  const { asked, press } = inviting((id) => (id === "county" ? rung : refused), [county, tertiary]);
  await press();

  await press();

  expect(asked).toEqual(["county", "tertiary", "tertiary"]);
});

test("a doctor who went off duty leaves the list and is not asked again", async () => {
  const { press } = inviting((id) => (id === "county" ? rung : refused), [county]);

  await press();

  expect(boxes()).toHaveLength(1);
  expect(button().disabled).toBe(true);
});
