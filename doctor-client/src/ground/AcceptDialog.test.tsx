// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type {
  Accept,
  BasisForm,
  DoctorInbox,
  Me,
  Problem,
  Rule,
} from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import type { Session } from "@wuduan/web-kit/browser/session.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import formExample from "../../../cloud-hub/contract/examples/BasisForm.json";
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
const form = formExample as BasisForm;
const [request] = (inboxExample as DoctorInbox).waiting;

const REFUSAL: Problem = {
  type: "urn:wuduan:problem:rule-not-met",
  title: "A rule of the law is not met",
  status: 422,
  rule: "follow-up-evidence",
  source: "互联网诊疗管理办法(试行) 2018 第二条",
  missing: ["on-in-future", "diagnosis"],
};

async function opened(refusal?: Problem, youngChild = false, changed: Partial<Rule> = {}) {
  if (!request) throw new Error("somebody waits in the example");
  const sent: Accept[] = [];
  const accept = async (_id: string, body: Accept) => {
    sent.push(body);
    return refusal ? { ok: false, problem: refusal } : { ok: true, value: undefined };
  };
  const rules = form.rules.map((rule) => ({ ...rule, ...changed }));
  const basisForm = async () => ({ ok: true, value: { ...form, rules, youngChild } });
  const desk = {
    session: { expire: () => {} } as unknown as Session,
    commands: { accept, basisForm } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
  } as Desk;
  const { unmount } = render(
    <DeskProvider value={desk}>
      <AcceptDialog request={request} onAccepted={() => {}} onClose={() => {}} />
    </DeskProvider>,
  );
  await act(async () => {});
  return { sent, close: unmount };
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const choose = (kind: string) => fireEvent.click(find(`[name="kind"][value="${kind}"]`));
const write = (name: string, text: string) =>
  fireEvent.change(find(`[name="${name}"]`), { target: { value: text } });
const button = () => find('[data-action="accept"]') as HTMLButtonElement;
const press = () => act(async () => void fireEvent.click(button()));
const chosen = () => document.querySelector<HTMLInputElement>('[name="kind"]:checked')?.value;
const valueOf = (name: string) => (find(`[name="${name}"]`) as HTMLInputElement).value;

test("no ground is chosen for the doctor, and nothing is sent without one", async () => {
  await opened();

  expect(chosen()).toBeUndefined();
  expect(button().disabled).toBe(true);
});

test("the evidence of last time is filled in by one key and not by itself", async () => {
  await opened();
  expect(chosen()).toBeUndefined();

  fireEvent.keyDown(find('[name="kind"]'), { key: "0" });

  expect(chosen()).toBe("follow_up");
  expect(valueOf("diagnosis")).toBe(form.last?.diagnosis);
});

test("a digit chooses a ground, but not where it is typed into a field", async () => {
  await opened();

  fireEvent.keyDown(find('[name="kind"]'), { key: "2" });
  expect(chosen()).toBe("family_doctor");
  fireEvent.keyDown(find('[name="document"]'), { key: "3" });

  expect(chosen()).toBe("family_doctor");
});

test("a digit chooses a ground wherever the focus went, until the dialog is closed", async () => {
  const { close } = await opened(REFUSAL);
  choose("follow_up");
  await press();
  button().blur();

  fireEvent.keyDown(document.body, { key: "2", ctrlKey: true });
  expect(chosen()).toBe("follow_up");
  fireEvent.keyDown(document.body, { key: "2" });
  expect(chosen()).toBe("family_doctor");
  fireEvent.keyDown(find("dialog"), { key: "3" });
  expect(chosen()).toBe("in_person_local");

  const kept = JSON.stringify(localStorage);
  close();
  fireEvent.keyDown(document.body, { key: "1" });
  expect(JSON.stringify(localStorage)).toBe(kept);
});

test("only the fields of the chosen ground are sent", async () => {
  const { sent } = await opened();
  choose("follow_up");
  write("diagnosis", "高血压");
  choose("in_person_local");
  write("present", " 村医 周医生 ");

  await press();

  expect(sent).toEqual([{ legalBasis: { kind: "in_person_local", present: "村医 周医生" } }]);
  expect(localStorage.length).toBe(0);
});

test("a refusal says the rule, its source and what is missing, marks the fields and loses no text", async () => {
  await opened(REFUSAL);
  choose("follow_up");
  write("institution", "县人民医院");
  write("on", "2030-01-01");

  await press();

  const said = find("[data-problem='rule-not-met']").textContent;
  expect(said).toContain("复诊要有线下诊断的凭据");
  expect(said).toContain("互联网诊疗管理办法(试行) 2018 第二条");
  expect(said).toContain("诊断");
  expect(find('[name="on"]').getAttribute("aria-invalid")).toBe("true");
  expect(find('[name="diagnosis"]').getAttribute("aria-invalid")).toBe("true");
  expect(find('[name="institution"]').getAttribute("aria-invalid")).toBe("false");
  expect(valueOf("institution")).toBe("县人民医院");
});

test("a rule is marked as long as a person must still confirm it or its article", async () => {
  const marked = async (rule: Partial<Rule>) => {
    const { close } = await opened(undefined, false, rule);
    choose("follow_up");
    const chip = document.querySelector(".rule .chip");
    close();
    localStorage.clear();
    return chip !== null;
  };

  expect(await marked({})).toBe(false);
  expect(await marked({ article: "unknown" })).toBe(true);
  expect(await marked({ article: "unstated" })).toBe(true);
  expect(await marked({ confirmed: false })).toBe(true);
});

test("for a young child the guardian and the physician are asked for", async () => {
  const { sent } = await opened(undefined, true);
  choose("in_person_local");
  write("present", "村医");
  write("guardian", "母亲");
  write("physician", "儿科医师");

  await press();

  expect(sent[0]?.legalBasis).toEqual({
    kind: "in_person_local",
    present: "村医",
    guardian: "母亲",
    physician: "儿科医师",
  });
});

test("a dialog opened again has what was typed", async () => {
  const first = await opened();
  choose("family_doctor");
  write("document", "签约协议 12 号");
  first.close();

  await opened();

  expect(chosen()).toBe("family_doctor");
  expect(valueOf("document")).toBe("签约协议 12 号");
});
