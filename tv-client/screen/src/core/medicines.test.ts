import { expect, test } from "vitest";
import { atHome, inbox, medicines, summary, WANG, type Driven } from "./fixtures.ts";
import { dialogOf, layoutOf, screenOf, textPages } from "./screen.ts";
import { spokenOn } from "../spoken.ts";

const approved = { type: "medicines", patientId: WANG.id, view: medicines() } as const;
const long = {
  type: "medicines",
  patientId: WANG.id,
  view: medicines({ id: "long", state: "to_confirm", version: 3 }),
} as const;
const agreed = { do: "confirm-medicines", patientId: WANG.id, id: "long", version: 3 };

function answered(tv: Driven): Driven {
  return tv.send(
    { type: "answered", command: "confirm-medicines", problem: undefined },
    { ...long, view: medicines({ id: "long", state: "awaiting_review", version: 4 }) },
  );
}

test("what a pharmacist approved is shown and spoken once, and remembered", () => {
  const tv = atHome().send(approved);

  expect(screenOf(tv.tv)).toBe("medicines");
  expect(textPages(tv.tv)).toEqual([["氨氯地平片：每天 1 次，08:00，每次 1 片，共 28 天"]]);
  expect(spokenOn(tv.tv).parts).toContain("氨氯地平片：每天 1 次，08:00，每次 1 片，共 28 天");
  tv.afterLooking().press("ok");
  expect(tv.done).toEqual([{ do: "remember-confirmed", ids: ["prescription-1"] }]);
  expect(screenOf(tv.send(approved).tv)).toBe("home");
});

test("a prescription of long ago does not come by itself", () => {
  const old = medicines({ at: "2026-11-01T00:00:00Z" });
  expect(screenOf(atHome().send({ ...approved, view: old }).tv)).toBe("home");
});

test("what must not be taken on is said with its names alone, also where it was seen, until OK", () => {
  const stop = {
    ...approved,
    view: medicines({ state: "stop", version: 5, at: "2026-11-01T00:00:00Z" }),
  };
  const tv = atHome().send(approved).afterLooking().press("ok").send(stop);

  expect(screenOf(tv.tv)).toBe("medicines");
  expect(textPages(tv.tv)).toEqual([["氨氯地平片"]]);
  expect(spokenOn(tv.tv).parts.join("")).toContain("先别吃");
  tv.afterLooking().press("ok");
  expect(screenOf(tv.send(stop).tv)).toBe("home");
  const anew = { ...approved, view: medicines({ state: "stop", version: 7 }) };
  expect(screenOf(tv.send(anew).tv)).toBe("medicines");
});

test("the doctor's words say also when to take what, and come before it", () => {
  const tv = atHome().send(approved, { type: "inbox", inbox: inbox({ summaries: [summary()] }) });

  expect(screenOf(tv.tv)).toBe("summary");
  expect(textPages(tv.tv).flat()).toContain("氨氯地平片：每天 1 次，08:00，每次 1 片，共 28 天");
  tv.afterLooking().press("ok");
  expect(screenOf(tv.tv)).toBe("medicines");
});

test("a long supply is asked about, and agreed to with a key that was seen", () => {
  const tv = atHome().send(long);
  expect(layoutOf(tv.tv)).toEqual([["agree-medicines", "later-medicines"]]);
  expect(tv.press("ok").done).toEqual([]);

  expect(tv.afterLooking().press("ok").done).toEqual([agreed]);
  expect(tv.press("ok").done).toEqual([agreed]);
  expect(screenOf(answered(tv).tv)).toBe("home");
});

test("who wants to ask first is not asked again, and has agreed to nothing", () => {
  const tv = atHome().send(long).afterLooking().press("right", "ok");

  expect(screenOf(tv.tv)).toBe("home");
  expect(tv.done).toEqual([]);
});

test("in a call the question lies below the faces, and the key that agrees has to be walked to", () => {
  const tv = atHome().view("live").send(long);
  expect([screenOf(tv.tv), dialogOf(tv.tv)]).toEqual(["call", "medicines"]);
  expect(tv.tv.focus.id).toBe("later-medicines");

  expect(tv.press("right", "ok").done).toEqual([agreed]);
  expect(dialogOf(answered(tv).tv)).toBeUndefined();
});

test.each([["ok"], ["back"]] as const)(
  "in a call %s puts the question off and ends nothing",
  (key) => {
    const tv = atHome().view("live").send(long).press(key);

    expect([screenOf(tv.tv), dialogOf(tv.tv)]).toEqual(["call", undefined]);
    expect(tv.done.map((effect) => effect.do)).not.toContain("leave");
    expect(layoutOf(tv.tv).flat()).toContain("hang-up");
  },
);

test("without the hub the agreement is not given, and the screen says so", () => {
  const tv = atHome().send(long, { type: "link", which: "hub", link: "lost" }).afterLooking();

  expect(tv.press("ok").done).toEqual([]);
  expect(tv.tv.notice).toEqual({ kind: "not-connected" });
});

test("nothing of one household's medicines stays for the next", () => {
  const tv = atHome().send(approved);
  const other = inbox();
  tv.send({ type: "inbox", inbox: { ...other, household: { ...other.household, id: "other" } } });

  expect(tv.tv.medicines).toEqual([]);
});
