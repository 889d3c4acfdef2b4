import { expect, test } from "vitest";
import type { Result } from "@wuduan/contract/commands.ts";
import type { Note, NoteContent, SaveNote } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import example from "../../../cloud-hub/contract/examples/Note.json";
import { createNoteDesk, SAVE_AFTER_MILLIS } from "./noteDesk.ts";
import { EMPTY_NOTE } from "./noteText.ts";

const ME = "0198c0de-0000-7000-8000-000000000001";
const problem = (type: string, status: number): Result<undefined> => ({
  ok: false,
  problem: { type: `urn:wuduan:problem:${type}`, title: type, status },
});
const OK: Result<undefined> = { ok: true, value: undefined };
const typed = (part: Partial<NoteContent>): NoteContent => ({ ...EMPTY_NOTE, ...part });

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

function scene(kept = storage()) {
  const sent: { body: SaveNote; key: string }[] = [];
  const timers: { run: () => void; millis: number }[] = [];
  const answers: Result<unknown>[] = [];
  let ids = 0;
  let over = 0;
  const desk = createNoteDesk({
    me: ME,
    drafts: createDrafts(kept, ME),
    name: "note/c1/case",
    save: async (body, key) => {
      sent.push({ body, key });
      return answers.shift() ?? OK;
    },
    onSessionOver: () => over++,
    newId: () => `id-${++ids}`,
    later: (run, millis) => {
      const timer = { run, millis };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const tick = async () => {
    for (const { run } of timers.splice(0)) run();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { desk, sent, timers, answers, tick, kept, overs: () => over };
}

const hubNote = (version: number, part: Partial<NoteContent>, id = "id-1", by = "other"): Note => {
  const note = example as Note;
  return { ...note, id, version, content: typed(part), savedBy: { ...note.savedBy, id: by } };
};

test("each keystroke is kept in the browser, and the hub has it after two seconds", async () => {
  const { desk, sent, timers, tick, kept } = scene();
  desk.begin("blank", typed({ complaint: "头" }));
  desk.type(typed({ complaint: "头晕" }));

  expect(desk.state.get().place).toBe("local");
  expect(kept.length).toBe(1);
  expect(timers).toEqual([{ run: expect.any(Function) as () => void, millis: SAVE_AFTER_MILLIS }]);
  await tick();

  expect(sent.map(({ body }) => [body.baseVersion, body.content.complaint])).toEqual([[0, "头晕"]]);
  expect(desk.state.get().place).toBe("hub");
  expect(kept.length).toBe(0);
});

test("while the hub is away the text stays, is tried again, and goes under the same key", async () => {
  const { desk, sent, answers, tick } = scene();
  answers.push({ ok: false, problem: offlineProblem() }, problem("busy", 503));
  desk.begin("blank", typed({ complaint: "头晕" }));
  await tick();
  await tick();

  expect(desk.state.get()).toMatchObject({ place: "local", problem: null });
  await tick();

  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(desk.state.get().place).toBe("hub");
});

test("a page that is opened again has the text that the hub never got", async () => {
  const before = scene();
  before.answers.push({ ok: false, problem: offlineProblem() });
  before.desk.begin("blank", typed({ complaint: "头晕" }));
  await before.tick();
  before.desk.close();

  const after = scene(before.kept);
  expect(after.desk.state.get().draft?.content.complaint).toBe("头晕");
  await after.tick();

  expect(after.sent).toHaveLength(1);
});

test("a save whose answer was lost is recognised in the view and clashes with nothing", async () => {
  const { desk, sent, answers, tick } = scene();
  answers.push({ ok: false, problem: offlineProblem() });
  desk.begin("blank", typed({ complaint: "头晕" }));
  await tick();
  desk.type(typed({ complaint: "头晕三天" }));

  desk.hubSays(hubNote(1, { complaint: "头晕" }));
  await tick();

  expect(desk.state.get().clashes).toEqual({});
  expect(sent.at(-1)?.body).toMatchObject({ baseVersion: 1, content: { complaint: "头晕三天" } });
});

test("what another doctor saved meanwhile is merged where only one wrote", async () => {
  const { desk, sent, tick } = scene();
  desk.hubSays(hubNote(1, { complaint: "头晕" }));
  desk.type(typed({ complaint: "头晕", advice: "多休息" }));

  desk.hubSays(hubNote(2, { complaint: "头晕三天" }));
  await tick();

  expect(sent[0]?.body).toMatchObject({
    baseVersion: 2,
    content: { complaint: "头晕三天", advice: "多休息" },
  });
});

test("where both wrote nothing is saved until the doctor decides, and both texts are shown", async () => {
  const { desk, sent, answers, tick } = scene();
  desk.hubSays(hubNote(1, { complaint: "头晕" }));
  desk.type(typed({ complaint: "头晕三天" }));
  answers.push(problem("edit-conflict", 409));
  await tick();
  desk.hubSays(hubNote(2, { complaint: "头痛" }));
  await tick();

  expect(sent).toHaveLength(1);
  expect(desk.state.get().clashes).toEqual({ complaint: { mine: "头晕三天", theirs: "头痛" } });
  desk.decide("complaint", "both");
  await tick();

  expect(sent[1]?.body).toMatchObject({ baseVersion: 2, content: { complaint: "头晕三天\n头痛" } });
  expect(desk.state.get().place).toBe("hub");
});

test("a page that is opened again still asks about what clashed, and saves nothing over it", async () => {
  const before = scene();
  before.desk.hubSays(hubNote(1, { complaint: "头晕" }));
  before.desk.type(typed({ complaint: "头晕三天" }));
  before.desk.hubSays(hubNote(2, { complaint: "头痛" }));
  before.desk.close();

  const after = scene(before.kept);
  await after.tick();

  expect(after.desk.state.get().clashes).toEqual({
    complaint: { mine: "头晕三天", theirs: "头痛" },
  });
  expect(after.sent).toEqual([]);
});

test("the text that is submitted is saved first, and its version is known", async () => {
  const { desk, sent } = scene();
  desk.hubSays(hubNote(1, { advice: "限盐" }));

  expect(await desk.settle(typed({ advice: "限盐" }))).toBe(1);
  expect(sent).toEqual([]);
  expect(await desk.settle(typed({ advice: "少盐" }))).toBe(2);

  expect(sent[0]?.body).toMatchObject({ baseVersion: 1, content: { advice: "少盐" } });
});

test("what the hub has not taken is not submitted, nor what was typed on meanwhile", async () => {
  const { desk, answers } = scene();
  desk.hubSays(hubNote(1, { advice: "限盐" }));
  answers.push({ ok: false, problem: offlineProblem() });

  expect(await desk.settle(typed({ advice: "少盐" }))).toBeNull();
  const settling = desk.settle(typed({ advice: "少盐" }));
  desk.type(typed({ advice: "少盐，多动" }));

  expect(await settling).toBeNull();
  expect(desk.state.get().draft?.content.advice).toBe("少盐，多动");
});

test("what was typed on a note that is submitted meanwhile is not sent, and is given up when asked", async () => {
  const { desk, sent, tick, kept } = scene();
  desk.hubSays(hubNote(1, { complaint: "头晕" }));
  desk.type(typed({ complaint: "头晕三天" }));

  desk.end();
  await tick();
  expect(sent).toEqual([]);
  expect(desk.state.get().place).toBe("local");

  desk.drop({ ...hubNote(2, { complaint: "头晕" }), state: "submitted" });
  expect(desk.state.get().place).toBe("hub");
  expect(kept.length).toBe(0);
});

test("a note that another window began at the same time is merged with this one", () => {
  const { desk } = scene();
  desk.begin("blank", typed({ complaint: "头晕" }));

  desk.hubSays(hubNote(1, { advice: "多休息" }, "another", ME));

  expect(desk.state.get().draft).toMatchObject({
    noteId: "another",
    base: { version: 1 },
    content: { complaint: "头晕", advice: "多休息" },
  });
});

test("nobody loses text when the session ends: it is tried again after the next sign-in", async () => {
  const { desk, answers, tick, overs, sent } = scene();
  answers.push(problem("session-expired", 401));
  desk.begin("blank", typed({ complaint: "头晕" }));
  await tick();

  expect(overs()).toBe(1);
  expect(desk.state.get().place).toBe("local");
  await tick();
  expect(sent).toHaveLength(2);
});

test("a refusal that will not pass is shown and not repeated by itself", async () => {
  const { desk, answers, tick, timers } = scene();
  answers.push(problem("wrong-state", 409));
  desk.begin("blank", typed({ complaint: "头晕" }));
  await tick();

  expect(desk.state.get().problem?.status).toBe(409);
  expect(timers).toHaveLength(0);
});

test("a browser that keeps nothing says so", () => {
  const full = storage();
  full.setItem = () => {
    throw new Error("quota");
  };
  const { desk } = scene(full);
  desk.begin("blank", typed({ complaint: "头晕" }));

  expect(desk.state.get().place).toBe("nowhere");
});

test("a kept draft that can't be read is no note", () => {
  const kept = storage();
  createDrafts(kept, ME).write("note/c1/case", '{"noteId":');

  expect(scene(kept).desk.state.get().draft).toBeNull();
});
