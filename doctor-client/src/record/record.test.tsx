// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type {
  ConsultationView,
  Diagnosis,
  Me,
  NotesView,
  Problem,
  RecordView,
} from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import notesExample from "../../../cloud-hub/contract/examples/NotesView.json";
import recordExample from "../../../cloud-hub/contract/examples/RecordView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { Allergies } from "./AllergyBanner.tsx";
import { DiagnosisPicker } from "./DiagnosisPicker.tsx";
import { RECORD } from "./RecordTab.tsx";

const record = recordExample as RecordView;
const notes = notesExample as NotesView;
const view = viewExample as ConsultationView;
const doctor = view.doctor;
if (!doctor) throw new Error("the example has a doctor");
const me = { ...(meExample as Me), id: doctor.id };

interface Sent {
  method: string;
  path: string;
  body: unknown;
}

let sent: Sent[] = [];
let answers: Result<unknown>[] = [];
let shown: Record<string, unknown> = {};
let ends: Record<string, (why: Problem) => void> = {};

function desk(): Desk {
  const send = async (method: string, path: string, body?: unknown) => {
    sent.push({ method, path, body });
    return answers.shift() ?? { ok: true, value: undefined };
  };
  const state = async () => ({ ok: true, value: { attempts: 0 } });
  const watch = (
    stream: string,
    listener: (view: unknown, seq: number) => void,
    gone?: (why: Problem) => void,
  ) => {
    const known = shown[stream];
    if (known) listener(known, 1);
    if (gone) ends[stream] = gone;
    return () => undefined;
  };
  return {
    commands: { send, signing: { state } } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
    live: { watch } as unknown as Live,
    session: { expire: () => undefined },
  } as unknown as Desk;
}

beforeEach(() => {
  sent = [];
  answers = [];
  ends = {};
  shown = {
    [`record/${view.patient.id}`]: record,
    [`notes/${view.id}`]: { ...notes, notes: [] },
  };
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const tab = () => (
  <DeskProvider value={desk()}>
    <RECORD.Body view={view} vitals={{}} duty={undefined as never} visible show={() => undefined} />
  </DeskProvider>
);
const find = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`not on the screen: ${selector}`);
  return found;
};

test("allergies say in words whether there are some, none, or nobody asked", () => {
  const { rerender } = render(<Allergies view={record} />);
  expect(screen.getByRole("alert").textContent).toContain("青霉素");

  rerender(<Allergies view={{ allergies: { state: "never_asked" }, entries: [] }} />);
  expect(screen.getByText("过敏未询问")).toBeTruthy();

  const asked = {
    state: "none_known",
    askedBy: "李医生",
    askedAt: "2026-11-22T02:10:00Z",
  } as const;
  rerender(<Allergies view={{ allergies: asked, entries: [] }} />);
  expect(find("[data-allergies='none_known']").textContent).toContain("李医生");
});

test("a diagnosis is found and chosen by keys alone", async () => {
  const gxy: Diagnosis[] = [
    { code: "I10", name: "高血压" },
    { code: "I15", name: "继发性高血压" },
  ];
  answers = [{ ok: true, value: { diagnoses: gxy, source: "起始清单" } }];
  const chosen: Diagnosis[][] = [];
  render(
    <DeskProvider value={desk()}>
      <DiagnosisPicker chosen={[]} onChange={(next) => chosen.push(next)} />
    </DeskProvider>,
  );
  const field = screen.getByRole("combobox");

  fireEvent.change(field, { target: { value: "gxy" } });
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(2));
  fireEvent.keyDown(field, { key: "ArrowDown" });
  fireEvent.keyDown(field, { key: "Enter" });

  expect(chosen).toEqual([[gxy[1]]]);
  expect(sent[0]?.path).toBe("/api/diagnoses?words=gxy");
});

test("a note begins with the complaint that the system knows, marked until somebody changes it", () => {
  render(tab());

  fireEvent.click(find("[data-template='blank']"));
  expect(find("[data-prefilled='complaint']")).toBeTruthy();
  const complaint = find("textarea[name='complaint']");
  expect((complaint as HTMLTextAreaElement).value).toBe(view.complaint);
  fireEvent.change(complaint, { target: { value: "头晕三天" } });

  expect(document.querySelector("[data-prefilled='complaint']")).toBeNull();
  expect(find("[data-place='local']")).toBeTruthy();
});

test("the screen says that a text is only here while the hub is away, and keeps it over a reload", async () => {
  answers = [{ ok: false, problem: offlineProblem() }];
  render(tab());
  fireEvent.click(find("[data-template='blank']"));
  fireEvent.change(find("textarea[name='advice']"), { target: { value: "多休息" } });
  await act(async () => void fireEvent.click(find("[data-action='save-note']")));
  expect(find("[data-place='local']")).toBeTruthy();

  cleanup();
  render(tab());

  expect((find("textarea[name='advice']") as HTMLTextAreaElement).value).toBe("多休息");
});

test("Ctrl+S saves at once and the screen says where the text is", async () => {
  render(tab());
  fireEvent.click(find("[data-template='blank']"));

  await act(async () => void fireEvent.keyDown(find(".note-form"), { key: "s", ctrlKey: true }));

  expect(sent[0]).toMatchObject({
    method: "POST",
    path: `/api/consultations/${view.id}/note/save`,
    body: { baseVersion: 0 },
  });
  expect(find("[data-place='hub']")).toBeTruthy();
});

test("an allergy is not saved before severity and certainty are chosen", async () => {
  render(tab());
  const group = "[data-kind='allergy'] ";
  fireEvent.click(find(`${group}[data-action='add-entry']`));
  fireEvent.change(find(`${group}[name='text']`), { target: { value: "磺胺" } });
  await act(async () => void fireEvent.click(find(`${group}[data-action='save-entry']`)));
  expect(sent).toEqual([]);
  expect(find(`${group}[data-missing='true']`)).toBeTruthy();

  fireEvent.click(find(`${group}[name='severity'][value='mild']`));
  fireEvent.click(find(`${group}[name='certainty'][value='suspected']`));
  await act(async () => void fireEvent.click(find(`${group}[data-action='save-entry']`)));

  expect(sent[0]?.body).toMatchObject({
    kind: "allergy",
    content: { text: "磺胺", severity: "mild", certainty: "suspected" },
  });
});

test("a submitted note is paper: amended with a reason only", async () => {
  const [note] = notes.notes;
  if (!note) throw new Error("the example has a note");
  const submitted = { ...note, owner: doctor, state: "submitted" as const };
  shown[`notes/${view.id}`] = { ...notes, notes: [submitted] };
  render(tab());

  fireEvent.click(find("[data-action='amend-note']"));
  expect((find("[data-action='amend-save']") as HTMLButtonElement).disabled).toBe(true);
  fireEvent.change(find("input[name='reason']"), { target: { value: "时间写错" } });
  await act(async () => void fireEvent.click(find("[data-action='amend-save']")));

  expect(sent[0]).toMatchObject({
    path: `/api/consultations/${view.id}/note/amend`,
    body: { noteId: note.id, version: note.version, reason: "时间写错" },
  });
});

test("questions of the template that nobody answered are not submitted", async () => {
  const [note] = notes.notes;
  if (!note) throw new Error("the example has a note");
  const advice = "每天早晚测血压并记录：\n限盐、运动：每天走半小时\n下次复诊：";
  const draft = { ...note, owner: doctor, state: "draft" as const, template: "hypertension" };
  shown[`notes/${view.id}`] = {
    ...{ ...notes, mayWrite: true },
    notes: [{ ...draft, content: { ...note.content, advice } }],
  };
  render(tab());

  await act(async () => void fireEvent.click(find("[data-action='submit-note']")));

  const path = `/api/consultations/${view.id}/note`;
  expect(sent).toMatchObject([
    { path: `${path}/save`, body: { content: { advice: "限盐、运动：每天走半小时" } } },
    { path: `${path}/submit`, body: { noteId: note.id, version: note.version + 1 } },
  ]);
});

test("on paper a signed note says who signed it, and has no key", async () => {
  const [note] = notes.notes;
  if (!note) throw new Error("the example has a note");
  const { version, savedAt: signedAt } = note;
  const signature = { version, signedAt, name: doctor.name, fingerprint: "0a1b" };
  const signed = { ...note, owner: doctor, state: "submitted" as const, signature };
  shown[`notes/${view.id}`] = { ...notes, notes: [signed] };
  const papers: Element[] = [];
  window.print = () => void papers.push(find(".paper").cloneNode(true) as Element);
  render(tab());

  fireEvent.click(find("[data-action='print-note']"));

  const [paper] = await waitFor(() => {
    expect(papers).toHaveLength(1);
    return papers;
  });
  expect(paper?.querySelector("[data-signature]")?.textContent).toContain(doctor.name);
  expect(paper?.querySelectorAll("button")).toHaveLength(0);
});

test("consent taken back in the middle of a note leaves its text and the way to save it", async () => {
  const by = { by: "patient", reason: "consent_withdrawn", at: "2026-11-22T02:20:00Z" } as const;
  const withdrawn: ConsultationView = { ...view, state: "cancelled", actions: [], cancelled: by };
  const kept = desk();
  const drawn = (now: ConsultationView) => (
    <DeskProvider value={kept}>
      <RECORD.Body view={now} vitals={{}} duty={undefined as never} visible show={() => {}} />
    </DeskProvider>
  );
  const { rerender } = render(drawn(view));
  fireEvent.click(find("[data-template='blank']"));
  fireEvent.change(find("textarea[name='advice']"), { target: { value: "多休息" } });

  act(() => ends[`record/${view.patient.id}`]?.(offlineProblem()));
  rerender(drawn(withdrawn));

  expect(RECORD.isFor(withdrawn)).toBe(true);
  expect((find("textarea[name='advice']") as HTMLTextAreaElement).value).toBe("多休息");
  expect(find("[data-notice='consent-withdrawn']").textContent).toContain("撤回时为止");
  expect(document.querySelector(".entries")).toBeNull();
  await act(async () => void fireEvent.click(find("[data-action='save-note']")));
  expect(sent[0]?.path).toBe(`/api/consultations/${view.id}/note/save`);
});

test("a request that was cancelled before the talk has no record beside it", () => {
  const by = { by: "patient", reason: "changed_mind", at: "2026-11-22T02:20:00Z" } as const;

  expect(RECORD.isFor({ ...view, state: "cancelled", cancelled: by })).toBe(false);
});
