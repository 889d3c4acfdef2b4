import { expect, test } from "vitest";
import { atHome, boxState, card, Driven, inbox, patientNumber, WANG } from "./fixtures.ts";
import { idsOf } from "./focus.ts";
import { PRESS_HELD_MILLIS } from "./press.ts";
import { layoutOf, peopleOnPage, screenOf } from "./screen.ts";

test("OK on 看医生 asks for the only patient of the household and the wait is shown", () => {
  const tv = atHome().press("ok");

  expect(tv.done).toEqual([{ do: "request", patientId: WANG.id }]);
  expect(tv.tv.notice?.kind).toBe("asking");
  tv.send({ type: "answered", command: "request", problem: undefined }).view("waiting");
  expect(screenOf(tv.tv)).toBe("waiting");
});

test("a second OK while the first is under way asks nothing twice", () => {
  expect(atHome().press("ok", "ok", "ok").asked()).toEqual(["request"]);
});

test("a household of several chooses who wants the doctor", () => {
  const patients = [1, 2].map((n) => ({ patient: patientNumber(n), vitals: {}, family: [] }));
  const tv = atHome({ patients }).press("ok");

  expect(screenOf(tv.tv)).toBe("choose");
  tv.press("down", "ok");
  expect(tv.done).toEqual([{ do: "request", patientId: "patient-2" }]);
});

test("a second OK after choosing the person leaves the wait in sight", () => {
  const patients = [1, 2].map((n) => ({ patient: patientNumber(n), vitals: {}, family: [] }));
  const tv = atHome({ patients }).press("ok", "ok");
  expect(tv.press("ok").asked()).toEqual(["request"]);
  expect(screenOf(tv.tv)).toBe("home");

  tv.send({ type: "answered", command: "request", problem: undefined }).view("waiting");
  tv.send({ type: "tick", now: tv.tv.now + 250 }).press("ok");
  expect(screenOf(tv.tv)).toBe("waiting");
  expect(screenOf(tv.afterLooking().press("ok").tv)).toBe("home");
});

test("many people are shown three at a time, and all of them can be reached", () => {
  const patients = Array.from({ length: 20 }, (_, n) => ({
    patient: patientNumber(n),
    vitals: {},
    family: [],
  }));
  const tv = atHome({ patients }).press("ok");
  const met = new Set<string>();

  for (let page = 0; page < 7; page++) {
    expect(idsOf(layoutOf(tv.tv)).length).toBeLessThanOrEqual(4);
    for (const patient of peopleOnPage(tv.tv)) met.add(patient.id);
    tv.press("down", "down", "down", "ok");
  }
  expect(met.size).toBe(20);
  expect(peopleOnPage(tv.tv)[0]?.id).toBe("patient-0");
});

test("without the network nothing is promised and the person is told", () => {
  const tv = atHome().send({ type: "link", which: "hub", link: "lost" }).press("ok");

  expect(tv.asked()).toEqual([]);
  expect(tv.tv.notice?.kind).toBe("not-connected");
  expect(screenOf(tv.tv)).toBe("home");
  tv.send({ type: "tick", now: tv.tv.now + PRESS_HELD_MILLIS + 1 }, up);
  expect(tv.asked()).toEqual([]);
  expect(tv.tv.notice).toBeUndefined();
});

function starting() {
  return new Driven().send({ type: "box", state: boxState() });
}

const up = { type: "link", which: "hub", link: "up" } as const;

test("看医生 that is pressed before the connection is there is held and then done", () => {
  const tv = starting().press("ok");
  expect(tv.asked()).toEqual([]);
  expect(tv.tv.notice?.kind).toBe("connecting");

  tv.send(up);
  expect(tv.tv.notice?.kind).toBe("connecting");
  tv.send({ type: "inbox", inbox: inbox() });
  expect(tv.done).toEqual([{ do: "request", patientId: WANG.id }]);
  expect(tv.tv.notice?.kind).toBe("asking");
});

test("a held 看医生 in a household of several leads to the choice", () => {
  const patients = [1, 2].map((n) => ({ patient: patientNumber(n), vitals: {}, family: [] }));
  const tv = starting().press("ok");

  expect(screenOf(tv.send(up, { type: "inbox", inbox: inbox({ patients }) }).tv)).toBe("choose");
});

test("a held 看医生 outlives a short loss of the network, and says so meanwhile", () => {
  const tv = starting().press("ok").send({ type: "link", which: "hub", link: "lost" });
  expect(tv.tv.notice?.kind).toBe("not-connected");

  tv.send(up);
  expect(tv.tv.notice?.kind).toBe("connecting");
  expect(tv.send({ type: "inbox", inbox: inbox() }).asked()).toEqual(["request"]);
});

test("nobody is called for a press of long ago", () => {
  const tv = starting().press("ok").send({ type: "link", which: "hub", link: "lost" });

  tv.send({ type: "tick", now: tv.tv.now + PRESS_HELD_MILLIS + 1 });
  expect(tv.tv.notice?.kind).toBe("not-connected");
  expect(tv.send(up, { type: "inbox", inbox: inbox() }).asked()).toEqual([]);
  expect(tv.tv.notice).toBeUndefined();
});

test.each([
  ["another key", (tv: Driven) => tv.press("right")],
  ["a measurement", (tv: Driven) => tv.send({ type: "measurement", card: card() })],
])("%s that comes meanwhile lets the held 看医生 go", (_name, happen) => {
  const tv = starting().press("ok");
  happen(tv);

  expect(tv.send(up, { type: "inbox", inbox: inbox() }).asked()).toEqual([]);
  expect(tv.tv.notice).toBeUndefined();
});

test("a household without anybody is not called offline", () => {
  expect(atHome({ patients: [] }).press("ok").tv.notice?.kind).toBe("nobody-here");
});
