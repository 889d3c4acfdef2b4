// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type {
  ConsultationView,
  Drug,
  Me,
  Prescription,
  PrescriptionReport,
  PrescriptionSheet,
  SavePrescription,
  View,
} from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import drugExample from "../../../cloud-hub/contract/examples/Drug.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import prescriptionExample from "../../../cloud-hub/contract/examples/Prescription.json";
import reportExample from "../../../cloud-hub/contract/examples/PrescriptionReport.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { PrescribingTab } from "./PrescribingTab.tsx";
import { PRESCRIBING } from "./tab.ts";
import { CHECKED_AFTER_MILLIS } from "./useReport.ts";

beforeAll(fakeDialogs);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
});

const view = viewExample as ConsultationView;
const me = { ...(meExample as Me), id: view.doctor?.id ?? "" };
const drug = drugExample as Drug;

type Sent = { method: string; path: string; body: unknown };

/**
 * A hub that finds one drug and says the same to every prescription.
 *
 * @param late comes before its answer to a signature
 */
function opened(
  report: PrescriptionReport,
  prescriptions: Prescription[] = [],
  now: ConsultationView = view,
  late?: Promise<void>,
) {
  const sent: Sent[] = [];
  const send = async (method: string, path: string, body?: unknown) => {
    sent.push({ method, path, body });
    if (path.includes("/drugs?"))
      return { ok: true, value: { drugs: [drug], own: false, reviewed: false } };
    if (late && path.endsWith("/issue")) await late;
    return { ok: true, value: path.endsWith("/check") ? report : undefined };
  };
  let tell: (prescriptions: Prescription[]) => void = () => {};
  const live = {
    watch: (_stream: string, onView: (shown: View) => void) => {
      tell = (now) => onView({ kind: "prescriptions", prescriptions: now } as View);
      tell(prescriptions);
      return () => {};
    },
  } as unknown as Live;
  const desk = {
    commands: { send, signing: {} } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    live,
    me,
  } as Desk;
  const props = { view: now, vitals: {}, visible: true, show: () => {} };
  const { unmount } = render(
    <DeskProvider value={desk}>
      <PrescribingTab {...props} duty={{} as never} />
    </DeskProvider>,
  );
  const see = (now: Prescription[]) => act(async () => tell(now));
  return { sent, close: unmount, see };
}

function find<E extends HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const settle = () =>
  act(async () => void (await vi.advanceTimersByTimeAsync(CHECKED_AFTER_MILLIS)));
const write = (selector: string, value: string) =>
  act(async () => void fireEvent.change(find(selector), { target: { value } }));

async function withOneLine() {
  await write('[name="drug"]', "aldpp");
  await act(async () => void fireEvent.keyDown(find('[name="drug"]'), { key: "Enter" }));
  await write('[name="dose-0"]', "15");
  await settle();
}

const report = { ...(reportExample as PrescriptionReport), refusals: [] };
const sign = () => find<HTMLButtonElement>('[data-action="sign-prescription"]');
const checked = (sent: Sent[]) =>
  sent.filter(({ path }) => path.endsWith("/check")).map(({ body }) => body) as {
    sheet: PrescriptionSheet;
  }[];

test("Enter adds the chosen medicine, and the hub is asked once the typing pauses", async () => {
  const { sent } = opened(report);

  await withOneLine();

  expect(find(".rx-line").dataset["drug"]).toBe(drug.code);
  expect(checked(sent).at(-1)?.sheet).toMatchObject({
    patientId: view.patient.id,
    lines: [{ drug: drug.code, dose: { value: "15", unit: "mg" } }],
  });
  expect(find('[data-label="amount"]').textContent).toContain("21 片");
});

test("a warning shows its source, and what is said against it goes to the hub", async () => {
  const { sent } = opened(report);
  await withOneLine();
  const id = report.findings[0]?.id ?? "";
  expect(find(`[data-finding="${id}"]`).textContent).toContain("2025-03-05");
  expect(find('[data-reviewed="false"]').textContent).toContain("未经药师审核");

  await write(`[name="override-${id}"]`, "上级医院已用此量");
  await settle();

  expect(checked(sent).at(-1)?.sheet.overrides).toEqual([
    { finding: id, reason: "上级医院已用此量", despiteContraindication: false },
  ]);
});

test("nothing can be signed that breaks a rule, and the rule is shown with its source", async () => {
  opened(reportExample as PrescriptionReport);

  await withOneLine();

  expect(sign().disabled).toBe(true);
  expect(find('[data-rule="supply_days"]').textContent).toContain("第十九条");
});

const described = (name: string) =>
  document.getElementById(find(`[name="${name}"]`).getAttribute("aria-describedby") ?? "")
    ?.textContent ?? "";
const why = () => find('[data-label="why-not"]').textContent;

test("a dose, days or an eGFR that can't be read say so at the field, and why nothing can be signed", async () => {
  opened(report);
  await withOneLine();
  expect(find('[name="dose-0"]').getAttribute("aria-invalid")).toBe("false");
  expect(why()).toBe("");

  await write('[name="dose-0"]', "abc");
  await write('[name="days-0"]', "-3");
  await write('[name="egfr"]', "约60");

  for (const name of ["dose-0", "days-0", "egfr"])
    expect(find(`[name="${name}"]`).getAttribute("aria-invalid")).toBe("true");
  expect(described("dose-0")).toContain("只写数字");
  expect(described("days-0")).toContain("1 到 84 的整数");
  expect(described("egfr")).toContain("检查时没有用到");
  expect(sign().disabled).toBe(true);
  expect(why()).toContain("第 1 行");
  expect(sign().getAttribute("aria-describedby")).toBe(find('[data-label="why-not"]').id);
});

test("a dose that nobody has written yet is no mistake, but said beside the grey button", async () => {
  opened(report);
  await withOneLine();

  await write('[name="dose-0"]', "");

  expect(find('[name="dose-0"]').getAttribute("aria-invalid")).toBe("false");
  expect(described("dose-0")).toBe("");
  expect(why()).toContain("第 1 行");
});

test("beside the grey button stands whether a check, a rule or a reason is missing", async () => {
  const { refusals } = reportExample as PrescriptionReport;
  const missing = refusals.map((refusal) => ({ ...refusal, rule: "override_missing" as const }));
  const first = opened(reportExample as PrescriptionReport);
  await withOneLine();
  expect(why()).toContain("标 ✕");
  await write('[name="dose-0"]', "20");
  expect(why()).toContain("等检查结果");
  first.close();
  localStorage.clear();

  opened({ ...report, refusals: missing });
  await withOneLine();

  expect(why()).toContain("没有写理由");
});

test("what was typed is there again when the page is opened anew", async () => {
  const first = opened(report);
  await withOneLine();
  first.close();

  opened(report);

  expect(find<HTMLInputElement>('[name="dose-0"]').value).toBe("15");
});

test("signing saves what is typed, then signs that version, and the form is empty again", async () => {
  const { sent } = opened(report);
  await withOneLine();

  await act(async () => void fireEvent.click(sign()));

  const commands = sent.filter(({ path }) => /prescriptions$|issue$/.test(path));
  expect(commands.map(({ path }) => path.split("/").at(-1))).toEqual(["prescriptions", "issue"]);
  expect(commands[1]?.body).toEqual({ version: 1 });
  expect(document.querySelector(".rx-line")).toBeNull();
});

const savedId = (sent: Sent[]) =>
  (sent.find(({ path }) => path.endsWith("/prescriptions"))?.body as SavePrescription).id;
const inState = (id: string, state: Prescription["state"]): Prescription => ({
  ...(prescriptionExample as Prescription),
  id,
  state,
});

test("what was signed leaves the form for good when only the answer was lost", async () => {
  const first = opened(report);
  await withOneLine();
  await act(async () => void fireEvent.click(find('[data-action="save-prescription"]')));
  const id = savedId(first.sent);
  await first.see([inState(id, "draft")]);
  expect(find<HTMLInputElement>('[name="dose-0"]').value).toBe("15");
  first.close();

  const second = opened(report, [inState(id, "awaiting_review")]);

  expect(document.querySelector(".rx-line")).toBeNull();
  expect(find(".rx-card").dataset["prescription"]).toBe(id);
  second.close();
  opened(report);
  expect(document.querySelector(".rx-line")).toBeNull();
});

test("a late answer to a signature takes nothing of the next prescription away", async () => {
  let answer = () => {};
  const late = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { sent, see } = opened(report, [], view, late);
  await withOneLine();
  await act(async () => void fireEvent.click(sign()));
  await see([inState(savedId(sent), "awaiting_review")]);
  expect(document.querySelector(".rx-line")).toBeNull();
  await withOneLine();

  await act(async () => answer());

  expect(find<HTMLInputElement>('[name="dose-0"]').value).toBe("15");
});

test("one that a pharmacist sent back is written anew with its lines", async () => {
  const old = { ...(prescriptionExample as Prescription), state: "rejected" as const };
  opened(report, [old]);

  await act(async () => void fireEvent.click(find('[data-action="anew"]')));

  expect(find<HTMLInputElement>('[name="dose-0"]').value).toBe("15");
});

test("once consent was taken back nothing is written, and what was signed can still be cancelled", () => {
  const by = { by: "patient", reason: "consent_withdrawn", at: "2026-11-22T02:20:00Z" } as const;
  const withdrawn: ConsultationView = { ...view, state: "cancelled", actions: [], cancelled: by };
  const example = prescriptionExample as Prescription;
  const waiting = { ...example, id: "waiting", state: "awaiting_review" as const };
  delete waiting.order;

  opened(report, [{ ...example, state: "rejected" }, waiting], withdrawn);

  expect(PRESCRIBING.isFor(withdrawn)).toBe(true);
  expect(document.querySelector('[name="drug"]')).toBeNull();
  expect(document.querySelector('[data-action="anew"]')).toBeNull();
  expect(find('[data-action="cancel-prescription"]')).toBeTruthy();
});

test("one against which an allergy was told after the delivery goes on only with a reason", async () => {
  const told = {
    ...(prescriptionExample as Prescription),
    state: "dispensed" as const,
    againBecause: "allergy_added" as const,
  };
  const { sent } = opened(report, [told]);
  expect(find(".rx-card").textContent).toContain("联系患者");

  await act(async () => void fireEvent.click(find('[data-action="continue-prescription"]')));
  expect(find<HTMLButtonElement>('[data-action="step-confirm"]').disabled).toBe(true);
  await write('[name="step-reason"]', "与这种药无关");
  await act(async () => void fireEvent.click(find('[data-action="step-confirm"]')));

  expect(sent.find(({ path }) => path.endsWith("/continue"))?.body).toEqual({
    version: told.version,
    reason: "与这种药无关",
  });
});

const ordered = (state: "preparing" | "withdrawing" | "withdrawn" | "too_late") => {
  const example = prescriptionExample as Prescription;
  const order = { ...example.order, id: "order-1", state, attempts: 1, changedAt: "" };
  return { ...example, state: "awaiting_review" as const, order };
};

test("what the pharmacy has in hand can be cancelled, and no longer extended", () => {
  opened(report, [ordered("preparing")]);

  expect(document.querySelector('[data-action="extend"]')).toBeNull();
  expect(find('[data-action="cancel-prescription"]').textContent).toBe("作废");
});

test.each([
  ["withdrawing", "药店还没有答复", true],
  ["withdrawn", "药店已撤单", false],
  ["too_late", "来不及撤单", true],
] as const)(
  "of an order that is %s the doctor reads so, and whether to call",
  (state, words, calls) => {
    opened(report, [ordered(state)]);

    expect(find(`[data-order="${state}"]`).textContent).toContain(words);
    expect(find(".rx-card").textContent.includes("请打电话给患者家和药店")).toBe(calls);
  },
);
