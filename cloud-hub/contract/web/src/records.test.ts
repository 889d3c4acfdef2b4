import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { noteCommands, recordCommands } from "./records.ts";
import type { Send } from "./send.ts";
import { readSigned, signedPath } from "./signedDocuments.ts";

const ID = "0198c0de-0000-7000-8000-000000000001";
const content = { text: "青霉素" };
const note = {
  complaint: "",
  presentIllness: "",
  pastHistory: "",
  findings: "",
  diagnoses: [],
  treatment: "",
  advice: "",
  prefilled: [],
};

test("the commands of the record go to the paths that the protocol names", async () => {
  const given: string[] = [];
  const send = (async (method: string, path: string) => {
    const below = path.replace(/^\/api\/(patients\/[^/]+\/record|consultations\/[^/]+)/, "");
    given.push(`${method} ${below.replaceAll(ID, "{}")}`);
    return { ok: true, value: undefined };
  }) as Send;
  const record = recordCommands(send, ID);
  const notes = noteCommands(send, ID);

  await Promise.all([
    record.write({ id: ID, kind: "history", content }),
    record.edit(ID, { version: 1, content }),
    record.retire(ID, { version: 1, reason: "x" }),
    record.noKnownAllergies({ id: ID }),
    record.versions(ID),
    record.visit(ID),
    record.documents(),
    record.vitals(),
    notes.save({ noteId: ID, baseVersion: 0, template: "blank", content: note }, ID),
    notes.submit({ noteId: ID, version: 1 }),
    notes.amend({ noteId: ID, version: 1, reason: "x", content: note }),
    notes.archive({ noteId: ID, version: 1 }),
    notes.versions(ID),
    readSigned(send, signedPath.note(ID, ID)),
  ]);

  const page = readFileSync(new URL("../../PROTOCOL.md", import.meta.url), "utf8");
  const section = page.slice(page.indexOf("## 16."), page.indexOf("`GET /api/diagnoses"));
  // a file is a link, not a command
  const named = [...section.matchAll(/`((?:GET|POST) \/[^`?]+)/g)]
    .map(([, path]) => path?.replaceAll(/\{\w+\}/g, "{}"))
    .filter((path) => !path?.endsWith("/file"));
  expect(new Set(given)).toEqual(new Set(named));
});

test("the next page of documents is asked for with the place that the page before named", async () => {
  const asked: string[] = [];
  const send = (async (_: string, path: string) => {
    asked.push(path);
    return { ok: true, value: undefined };
  }) as Send;

  await recordCommands(send, ID).documents({ before: "2026-11-22T02:00:00Z", beforeId: ID });

  expect(asked).toEqual([
    `/api/patients/${ID}/record/documents?before=2026-11-22T02%3A00%3A00Z&beforeId=${ID}`,
  ]);
});
