import type { SendReferral } from "./messages.ts";
import { expect, test, vi } from "vitest";
import { createCommands, newId } from "./commands.ts";
import { liveUrl } from "./live.ts";
import { PROBLEM_TYPES, problemType } from "./problems.ts";
import { readFileSync } from "node:fs";
import { prescribing } from "./prescribing.ts";
import { findDiagnoses, recordCommands } from "./records.ts";
import type { PrescriptionSheet } from "./messages.ts";
import { readSigned, signedPath } from "./signedDocuments.ts";
import { RETRY_AFTER_MILLIS, TRY_LIMIT_MILLIS } from "./send.ts";
import { catalogueCommands, referralCommands } from "./referrals.ts";
import { wearableCommands, type WearableCommands } from "./wearables.ts";

const ID = "0198c0de-0000-7000-8000-000000000001";
const busy = { type: "urn:wuduan:problem:patient-busy", title: "busy", status: 409 };

type Answer = Response | Error;
function hub(...answers: Answer[]) {
  const requests: { url: string; init: RequestInit; headers: Record<string, string> }[] = [];
  const waits: number[] = [];
  const commands = createCommands({
    base: "http://hub",
    headers: () => ({ "X-Wuduan-Launch": "token" }),
    fetch: async (url, init = {}) => {
      requests.push({
        url: String(url),
        init,
        headers: init.headers as Record<string, string>,
      });
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (answer instanceof Response) return answer.clone();
      throw answer ?? new Error("no answer was prepared");
    },
    sleep: async (millis) => void waits.push(millis),
  });
  return { commands, requests, waits };
}
const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status });
const networkFailure = new TypeError("network");

test("a command carries its key, its body and the headers of the terminal", async () => {
  const { commands, requests } = hub(new Response(null, { status: 204 }));

  const result = await commands.cancel(ID, { reason: "changed_mind" });

  expect(result).toEqual({ ok: true, value: undefined });
  expect(requests[0]?.url).toBe(`http://hub/api/consultations/${ID}/cancel`);
  expect(requests[0]?.init.body).toBe('{"reason":"changed_mind"}');
  expect(requests[0]?.headers).toMatchObject({
    "X-Wuduan-Launch": "token",
    "Content-Type": "application/json",
    "Idempotency-Key": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
});

test("a query carries no key, and only the filters that were given", async () => {
  const { commands, requests } = hub(json({ doctors: [] }));

  await commands.dutyList();
  await commands.dutyList("county", "cardiology");
  await commands.dutyList(undefined, "cardiology");

  expect(requests.map(({ url }) => url)).toEqual([
    "http://hub/api/duty",
    "http://hub/api/duty?level=county&department=cardiology",
    "http://hub/api/duty?department=cardiology",
  ]);
  expect(requests[0]?.headers["Idempotency-Key"]).toBeUndefined();
});

test("a refusal is a value", async () => {
  const { commands, requests } = hub(json(busy, 409));

  const result = await commands.ring(ID);

  expect(result).toEqual({ ok: false, problem: busy });
  expect(requests.length).toBe(1);
});

test("a failing network is tried again with the same key, within the bound", async () => {
  const { commands, requests, waits } = hub(networkFailure);

  const result = await commands.answer(ID);

  expect(result.ok || problemType(result.problem)).toBe("offline");
  expect(waits).toEqual(RETRY_AFTER_MILLIS);
  expect(new Set(requests.map(({ headers }) => headers["Idempotency-Key"])).size).toBe(1);
  expect(requests.length).toBe(RETRY_AFTER_MILLIS.length + 1);
});

test("a command that gets through at the second try succeeds", async () => {
  const { commands, waits } = hub(networkFailure, new Response(null, { status: 204 }));

  expect((await commands.answer(ID)).ok).toBe(true);
  expect(waits).toEqual([500]);
});

test("one try only, and a key of the caller's own, when asked", async () => {
  const { commands, requests } = hub(networkFailure);

  const options = { retry: false, idempotencyKey: "key" };
  const result = await commands.send("POST", "/api/duty", { onDuty: true }, options);

  expect(result.ok).toBe(false);
  expect(requests.map(({ headers }) => headers["Idempotency-Key"])).toEqual(["key"]);
});

const noHub = { type: "urn:wuduan:problem:hub-unreachable", title: "", status: 503 };

test.each([
  ["a box that can't reach the hub", json(noHub, 503), "offline"],
  ["a proxy that can't reach the hub", new Response("<html>", { status: 502 }), "offline"],
  ["a page where JSON belongs", new Response("<html>", { status: 200 }), "offline"],
  ["a broken answer of the hub", new Response("oops", { status: 500 }), "internal"],
])("%s is told as a problem", async (_what, answer, type) => {
  const { commands } = hub(answer);

  const result = await commands.me();

  expect(result.ok || problemType(result.problem)).toBe(type);
});

test("media-unavailable comes from the hub and is no failed network", async () => {
  const problem = { type: "urn:wuduan:problem:media-unavailable", title: "", status: 503 };
  const { commands, requests } = hub(json(problem, 503));

  expect(await commands.join(ID)).toEqual({ ok: false, problem });
  expect(requests.length).toBe(1);
});

test("every command goes to the path that the protocol names", async () => {
  const { commands: c, requests } = hub(json({}));
  const page = readFileSync(new URL("../../PROTOCOL.md", import.meta.url), "utf8");
  const invitation = { reason: "", purpose: "", schedule: "", caseSummary: "" };

  await Promise.all([
    c.signIn({ login: "doctor-1", password: "" }),
    c.giveCode({ code: "287082" }),
    c.setUpSecondFactor(),
    c.confirmSecondFactor({ code: "287082" }),
    c.signOut(),
    c.me(),
    ...[c.own.changePassword({ current: "", password: "" }), c.own.sessions(), c.own.revoke(ID)],
    ...[c.own.secondFactor(), c.own.setUp(), c.own.confirm({ code: "287082" })],
    ...[c.own.remove({ code: "287082" }), c.own.renewRecoveryCodes({ code: "287082" })],
    ...[c.watch.accounts("x"), c.watch.unlock(ID), c.watch.endSessions(ID)],
    ...[
      c.watch.resetSecondFactor(ID),
      c.watch.activationLink(ID),
      c.watch.entries({}),
      c.watch.verification(),
    ],
    ...[c.operations.status(), c.operations.drainHub(), c.operations.resumeHub()],
    ...[c.operations.drainBridge(ID, { moveCalls: true }), c.operations.resumeBridge(ID)],
    c.setDuty({ onDuty: true }),
    c.dutyList(),
    c.consentText("en"),
    c.requestConsultation({ id: ID, patientId: ID }),
    c.cancel(ID, { reason: "other" }),
    c.basisForm(ID),
    c.accept(ID, { legalBasis: { kind: "first_visit" } }),
    ...[c.ring(ID), c.withdrawRing(ID), c.answer(ID), c.inconvenient(ID), c.join(ID), c.leave(ID)],
    c.consent(ID, { textVersion: "1", language: "en", decision: "agreed", givenBy: "patient" }),
    c.withdrawConsent(ID),
    c.joinAsFollower(ID, { id: ID }),
    c.invite(ID, {
      id: ID,
      doctorId: ID,
      invitation: { ...invitation, specialty: "", title: "" },
    }),
    c.acceptInvitation(ID, ID),
    c.declineInvitation(ID, ID, { reason: "" }),
    c.withdrawInvitation(ID, ID),
    c.submitOpinion(ID, { id: ID, text: "" }),
    c.decide(ID, ID, { id: ID, adoption: "adopted" }),
    readSigned(c.send, signedPath.opinion(ID, ID)),
    c.conclude(ID, { outcome: "normal", summary: "" }),
    c.confirmUnderstanding(ID),
    ...[c.signing.state(), c.signing.lock()],
    c.signing.setUp({ pin: "270418", code: "287082" }),
    c.signing.unlock({ pin: "270418", code: "287082" }),
    ...home(c),
    ...wearables(wearableCommands(c.send, ID)),
    findDiagnoses(c.send, "gxy"),
    recordCommands(c.send, ID).vitals(),
    ...referrals(referralCommands(c.send), catalogueCommands(c.send)),
    readSigned(c.send, signedPath.referral(ID)),
    readSigned(c.send, signedPath.homePlan(ID)),
    readSigned(c.send, signedPath.prescription(ID)),
    readSigned(c.send, signedPath.prescriptionReview(ID)),
    ...prescriptions(prescribing(c.send)),
  ]);

  const named = [...page.matchAll(/`(GET|POST|DELETE) (\/api|…)(\/[^`?]+)/g)].map((match) =>
    [match[1], match[2] === "…" ? "/api/consultations/{id}" : "/api", match[3]]
      .join(" ")
      .replace("} /", "}/")
      .replace(" /api ", " /api"),
  );
  const given = requests.map(({ url, init }) =>
    `${init.method} ${new URL(url).pathname}`.replaceAll(ID, "{}"),
  );
  const notOfBrowsers =
    /box-tokens|boxes\/(enrolments|announcements)|\/readings$|\/activations|wearable-pairing\/(found|report)/;
  // the administration has these in a file of its own
  const ofTheBooks =
    /\/households$|\/households\/(search|\{id\}$|\{id\}\/(edit|deactivate))|\/household-imports|\/patients$|\/patients\/\{id\}\/(edit|deactivate|reactivate|move|id-number)/;
  // pharmacists send these as files
  const ofTheTables = /\/drug-tables\//;
  // pages follow a link to these
  const files = /\/signed(\/\{document\})?\/file$|\/consultations\/\{id\}\/report$/;
  const elsewhere = [notOfBrowsers, ofTheBooks, ofTheTables, files];
  const ofBrowsers = named
    .filter((path) => !elsewhere.some((those) => those.test(path)))
    .map((path) => path.replaceAll(/\{\w+\}/g, "{}"));
  expect(new Set(given)).toEqual(new Set(ofBrowsers));
});

function wearables(w: WearableCommands) {
  const pairingId = ID;
  return [
    w.start({ pairingId }),
    w.choose({ pairingId, address: ID }),
    w.answer({ pairingId, answer: "yes" }),
    w.add({ pairingId, patientId: ID }),
    w.end({ pairingId }),
    w.rename(ID, { name: "" }),
    w.changeWearer(ID, { patientId: ID }),
    w.remove(ID),
  ];
}

function home(c: ReturnType<typeof createCommands>) {
  const code = "K7MP4XQ2";
  return [
    c.boxes(ID),
    c.confirmBox({ code, householdId: ID, name: "" }),
    c.nameBox(ID, { name: "" }),
    c.removeBox(ID),
    c.moveBox(ID, { householdId: ID }),
    c.makeBindingCode({ code, patientId: ID }),
    c.bind({ code, relation: "" }),
    c.registerFamily({ code, login: "", password: "", name: "", relation: "" }),
    c.children(ID),
    c.looks(ID),
    c.grantRights(ID, ID, { rights: ["see_vitals"] }),
    c.endBinding(ID, ID),
    c.nameWearer(ID, {}),
  ];
}

test("ids are version 7, ordered by time and never the same", () => {
  const early = newId(() => Date.UTC(2026, 10, 22));
  const late = newId(() => Date.UTC(2026, 10, 22) + 1);
  const many = new Set(Array.from({ length: 1000 }, () => newId(() => 0)));

  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(early.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 22));
  expect(early < late).toBe(true);
  expect(many.size).toBe(1000);
});

test("the list of problem types is the one of the protocol", () => {
  const page = readFileSync(new URL("../../PROTOCOL.md", import.meta.url), "utf8");
  const section = page.slice(page.indexOf("## 5."), page.indexOf("## 6."));
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([a-z-]+)`/g)]);

  expect(named.map((match) => match[1])).toEqual([...PROBLEM_TYPES]);
  expect(problemType({ type: "about:blank", title: "", status: 500 })).toBeUndefined();
});

test("a try that hangs is given up", async () => {
  vi.useFakeTimers();
  const commands = createCommands({
    fetch: (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      }),
  });

  const result = commands.send("GET", "/api/me", undefined, { retry: false });
  await vi.advanceTimersByTimeAsync(TRY_LIMIT_MILLIS);

  await expect(result).resolves.toMatchObject({ ok: false });
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test("the address of the live link follows the page's", () => {
  expect(liveUrl({ protocol: "https:", host: "hub.example" })).toBe("wss://hub.example/live");
  expect(liveUrl({ protocol: "http:", host: "tv-1.localhost:81" })).toMatch(/^ws:/);
});

function referrals(
  r: ReturnType<typeof referralCommands>,
  a: ReturnType<typeof catalogueCommands>,
) {
  const wish: SendReferral = {
    id: ID,
    patientId: ID,
    direction: "up",
    institutionId: ID,
    department: "general",
    disease: { name: "x" },
    urgency: "routine",
    summary: "",
  };
  return [
    ...[r.send(wish), r.open(ID), r.accept(ID, { on: "2026-12-01", place: "" })],
    ...[r.decline(ID, { reason: "" }), r.note(ID, { id: ID, text: "" }), r.follow(ID, { days: 7 })],
    ...[r.targets(), r.advice({ name: "x", institution: ID }), r.acknowledge(ID)],
    r.orderHomePlan(ID, { id: ID, package: { plan: "", measures: [], followUps: [] } }),
    r.endHomePlan(ID, { reason: "" }),
    r.homePlan(ID),
    ...[a.catalogue(ID), a.editCatalogue(ID, { version: 0, rows: [] }), a.counts()],
    a.checkCatalogue(new Blob(["x"], { type: "text/csv" })),
  ];
}

function prescriptions(rx: ReturnType<typeof prescribing>) {
  const sheet: PrescriptionSheet = {
    patientId: ID,
    supply: "ordinary",
    diagnoses: [],
    lines: [],
    overrides: [],
    guardianPresent: false,
  };
  return [
    rx.drugs(ID, "aldpp"),
    ...[rx.check(ID, sheet), rx.save(ID, { id: ID, version: 0, sheet }), rx.issue(ID, ID, 1)],
    rx.extend(ID, ID, { version: 2, days: 3, reason: "" }),
    rx.cancel(ID, ID, { version: 2, reason: "" }),
    rx.goOn(ID, ID, { version: 5, reason: "" }),
    rx.review(ID, { version: 2, decision: "approved" }),
    ...[rx.confirm(ID, ID, 1), rx.order(ID, ID, { id: ID })],
  ];
}
