// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { ConsultationView, Doctor, Me, SendReferral } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { afterEach, expect, test } from "vitest";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import targetsExample from "../../../cloud-hub/contract/examples/ReferralTargets.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { SendUp } from "./SendUp.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const me = meExample as Me;
const view = viewExample as ConsultationView;
const [target] = targetsExample.institutions;

async function opened(fits = true) {
  const sent: SendReferral[] = [];
  const send = async (method: string, path: string, body?: SendReferral) => {
    if (method === "POST" && body) sent.push(body);
    if (path.startsWith("/api/referral-targets")) return { ok: true, value: targetsExample };
    if (path.startsWith("/api/disease-catalogue")) return { ok: true, value: { rows: [], fits } };
    return { ok: true, value: undefined };
  };
  const desk = {
    commands: { send } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
    doctor: view.doctor as Doctor,
  } as Desk;
  const { unmount } = render(
    <DeskProvider value={desk}>
      <SendUp view={view} vitals={{}} />
    </DeskProvider>,
  );
  await act(async () => {});
  return { sent, close: unmount };
}

function find(selector: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const write = (name: string, value: string) =>
  act(async () => void fireEvent.change(find(`[name="${name}"]`), { target: { value } }));

async function fill() {
  await write("institution", target?.institution.id ?? "");
  await write("department", "cardiology");
  await write("disease", "高血压 3 级");
}

test("the summary is filled from what is on record, opinions too, and stays editable", async () => {
  await opened();

  const summary = find('[name="referralSummary"]');
  expect(summary.value).toContain(view.opinions[0]?.text);
  await write("referralSummary", "改过的摘要");

  expect(summary.value).toBe("改过的摘要");
});

test("a mismatch with the catalogue is said and does not keep the doctor from sending", async () => {
  const { sent } = await opened(false);
  await fill();
  expect(find('[data-notice="catalogue-mismatch"]')).toBeTruthy();

  await act(async () => void fireEvent.submit(find("form")));

  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    patientId: view.patient.id,
    consultationId: view.id,
    direction: "up",
    department: "cardiology",
    disease: { name: "高血压 3 级" },
    urgency: "routine",
  });
  expect(sent[0]).not.toHaveProperty("greenChannel");
  expect(localStorage.length).toBe(0);
});

test("what was typed is there again after the panel was closed", async () => {
  const first = await opened();
  await fill();
  first.close();

  await opened();

  expect(find('[name="disease"]').value).toBe("高血压 3 级");
});
