// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type { ConsultationView, Me, SubmitOpinion } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { afterEach, expect, test } from "vitest";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { Opinions } from "./Opinions.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const me = meExample as Me;
const view: ConsultationView = {
  ...(viewExample as ConsultationView),
  opinions: [],
  actions: ["submit-opinion"],
};

/** A doctor without a signing key. */
const NO_KEY = { state: async () => ({ ok: true, value: { secondFactor: false } }) };

function written(answer: () => Result<undefined>) {
  const sent: SubmitOpinion[] = [];
  const submitOpinion = async (_id: string, body: SubmitOpinion) => {
    sent.push(body);
    return answer();
  };
  const desk = {
    commands: { submitOpinion, signing: NO_KEY } as unknown as Commands,
    drafts: createDrafts(localStorage, me.id),
    me,
  } as Desk;
  const drawn = (shown: ConsultationView) => (
    <DeskProvider value={desk}>
      <Opinions view={shown} visible show={() => undefined} />
    </DeskProvider>
  );
  const { rerender } = render(drawn(view));
  const field = screen.getByRole<HTMLTextAreaElement>("textbox");
  fireEvent.change(field, { target: { value: "建议复查" } });
  const submit = () => act(async () => void fireEvent.submit(field));
  return { sent, submit, field, show: (next: ConsultationView) => rerender(drawn(next)) };
}

test("a second press after a lost answer is the same opinion and not another", async () => {
  const { sent, submit } = written(() => ({ ok: false, problem: offlineProblem() }));

  await submit();
  await submit();

  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test("an opinion that arrived although its answer was lost leaves no draft to be sent again", async () => {
  const { sent, submit, field, show } = written(() => ({ ok: false, problem: offlineProblem() }));
  await submit();
  const [body] = sent;
  const [doctor] = [view.doctor];
  if (!body || !doctor) throw new Error("an opinion of a doctor was sent");

  show({ ...view, opinions: [{ ...body, doctor, submittedAt: "2026-11-22T02:20:00Z" }] });

  expect(field.value).toBe("");
  expect(localStorage.length).toBe(0);
});

test("a text that was changed after a refusal is another opinion", async () => {
  const { sent, submit, field } = written(() => ({ ok: false, problem: offlineProblem() }));
  await submit();

  fireEvent.change(field, { target: { value: "建议住院" } });
  await submit();

  expect(sent[1]?.id).not.toBe(sent[0]?.id);
});
