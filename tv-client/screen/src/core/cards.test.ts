import type { Reading } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import { assessed, belongsTo } from "./cards.ts";
import { atHome, card, inbox, WANG } from "./fixtures.ts";
import { screenOf } from "./screen.ts";

const measured = (tv: ReturnType<typeof atHome>, ...cards: readonly ReturnType<typeof card>[]) =>
  tv.send(...cards.map((one) => ({ type: "measurement", card: one }) as const));
const heart = (id: string, receivedAt: string) => card({ id, profile: "heart_rate", receivedAt });

test("a measurement is shown until it is put away", () => {
  const tv = measured(atHome(), card());

  expect(screenOf(tv.tv)).toBe("measurement");
  expect(screenOf(tv.press("ok").tv)).toBe("home");
});

test("its arrival at the hub is added, and a late saved does not take it back", () => {
  const tv = measured(atHome(), card(), card({}, "delivered"), card());

  expect(tv.tv.card?.stage).toBe("delivered");
});

test("the arrival of one that was put away opens nothing", () => {
  const tv = measured(atHome(), card()).press("back");

  expect(screenOf(measured(tv, card({}, "delivered")).tv)).toBe("home");
});

test("a stream of readings covers nothing while nobody is about to measure", () => {
  const tv = measured(atHome(), heart("a", "2026-11-22T02:15:01Z"));

  expect(screenOf(tv.tv)).toBe("home");
});

test("a stream opens the screen in the guide and then only renews its numbers", () => {
  const guide = atHome().press("right", "ok");
  expect(screenOf(guide.tv)).toBe("measure");
  const tv = measured(
    guide,
    heart("a", "2026-11-22T02:15:01Z"),
    heart("b", "2026-11-22T02:15:02Z"),
  );
  expect(tv.tv.card?.reading.id).toBe("b");
});

test("a stream never covers a single measurement", () => {
  const tv = measured(atHome(), card(), heart("a", "2026-11-22T02:15:20Z"));

  expect(tv.tv.card?.reading.profile).toBe("blood_pressure");
});

test("in a call a measurement is a banner, and it does not come again after the call", () => {
  const tv = measured(atHome().view("live"), card());
  expect(screenOf(tv.tv)).toBe("call");
  expect(tv.tv.card?.reading.id).toBe("reading-1");

  expect(screenOf(tv.view("concluded").tv)).toBe("home");
});

test("a measurement that the ring covered is shown after it", () => {
  const tv = measured(atHome(), card()).view("ringing");
  expect(screenOf(tv.tv)).toBe("ring");

  expect(screenOf(tv.view("unanswered").tv)).toBe("measurement");
});

test("again leads to the guide and the doctor is asked from the card", () => {
  expect(screenOf(measured(atHome(), card()).press("right", "ok").tv)).toBe("measure");

  const asked = measured(atHome(), card()).press("right", "right", "ok");
  expect(asked.done).toEqual([{ do: "request", patientId: WANG.id }]);
});

test("the comparison with the usual value is the hub's", () => {
  const tv = measured(atHome(), card());
  expect(assessed(tv.tv)).toBeUndefined();
  const bloodPressure = {
    readingId: "reading-1",
    at: "2026-11-22T02:15:04Z",
    takenAtKnown: true,
    receivedAt: "2026-11-22T02:15:06Z",
    values: [],
    marks: [],
    comparedWithUsual: "higher",
  } as const;

  const patients = [
    {
      patient: WANG,
      vitals: { bloodPressure: { ...bloodPressure, values: [], marks: [] } },
      family: [],
    },
  ];
  tv.send({ type: "inbox", inbox: inbox({ patients }) });
  expect(assessed(tv.tv)?.comparedWithUsual).toBe("higher");
});

test("only a reading that the hub counts to a patient is promised to that patient's doctor", () => {
  const tv = measured(atHome(), card());
  expect(belongsTo(tv.tv, WANG.id)).toBe(false);
  const sign = {
    readingId: "reading-1",
    at: "2026-11-22T02:15:04Z",
    takenAtKnown: true,
    receivedAt: "2026-11-22T02:15:06Z",
    values: [],
    marks: [],
  };

  tv.send({
    type: "inbox",
    inbox: inbox({ patients: [{ patient: WANG, vitals: { bloodPressure: sign }, family: [] }] }),
  });

  expect(belongsTo(tv.tv, WANG.id)).toBe(true);
  expect(belongsTo(tv.tv, "another-patient")).toBe(false);
});

const sugar = (change: Partial<Reading> = {}) =>
  card({ id: "sugar", profile: "glucose", sequence: 7, marks: [], ...change });
const meal = (sequence: number) =>
  card({ id: "meal", profile: "glucose_context", sequence, values: [], marks: ["fasting"] });

test("the meal that follows a glucose measurement joins its card, also when that was delivered later", () => {
  const tv = measured(
    atHome(),
    sugar(),
    meal(7),
    card({ ...sugar().reading, marks: [] }, "delivered"),
  );

  expect(tv.tv.card?.reading.id).toBe("sugar");
  expect(tv.tv.card?.stage).toBe("delivered");
  expect(tv.tv.card?.reading.marks).toEqual(["fasting"]);
});

test("the meal of another measurement changes nothing and opens nothing", () => {
  expect(measured(atHome(), sugar(), meal(8)).tv.card?.reading.marks).toEqual([]);
  expect(measured(atHome(), meal(8)).tv.card).toBeUndefined();
});
