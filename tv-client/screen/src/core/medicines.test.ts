import { expect, test } from "vitest";
import { AT, atHome, inbox, medicines, summary, WANG, type Driven } from "./fixtures.ts";
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

test("what must not be taken on is said without how to take it, also where it was seen, until OK", () => {
  const stop = {
    ...approved,
    view: medicines({ state: "stop", version: 5, at: "2026-11-01T00:00:00Z" }),
  };
  const tv = atHome().send(approved).afterLooking().press("ok").send(stop);

  expect(screenOf(tv.tv)).toBe("medicines");
  expect(textPages(tv.tv)).toEqual([
    ["氨氯地平片", "新记了过敏。先别吃这些药，马上给医生打电话，或者按“看医生”。"],
  ]);
  expect(spokenOn(tv.tv).parts).toContain("请不要吃这些药");
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

function stopped(order: "withdrawing" | "withdrawn" | "too_late") {
  const kept = { id: "order-1", state: order, attempts: 1, changedAt: AT } as const;
  return { ...approved, view: medicines({ state: "awaiting_review", order: kept }) };
}

test("each step of an order on its way back is told once, without how to take it", () => {
  const tv = atHome().send(approved).afterLooking().press("ok");

  tv.send(stopped("withdrawing"));
  expect(screenOf(tv.tv)).toBe("medicines");
  expect(textPages(tv.tv)).toEqual([
    ["氨氯地平片", "正在请药店撤单，药店还没有答复。药送到了也请不要吃。"],
  ]);
  expect(spokenOn(tv.tv).parts).toContain("请不要吃这些药");
  expect(screenOf(tv.afterLooking().press("ok").tv)).toBe("home");
  expect(screenOf(tv.send(stopped("withdrawing")).tv)).toBe("home");

  tv.send(stopped("withdrawn"));
  expect(textPages(tv.tv).flat()).toContain("药店已撤单，这些药不会送来。");
});

test("that it was too late is told also a week after, and no longer once it was approved again", () => {
  const week = { type: "tick", now: Date.parse(AT) + 7 * 24 * 3_600_000 } as const;
  const tv = atHome().send(week, stopped("withdrawn"));
  expect(screenOf(tv.tv)).toBe("home");

  tv.send(stopped("too_late"));
  expect(textPages(tv.tv).flat().join()).toContain("马上打电话");

  const order = { id: "order-1", state: "shipped", attempts: 1, changedAt: AT } as const;
  expect(screenOf(tv.send({ ...approved, view: medicines({ order }) }).tv)).toBe("home");
});

test("the question of a doctor goes before it", () => {
  const tv = atHome().send(stopped("too_late"));
  const { prescriptions } = stopped("too_late").view;
  const both = { ...long.view, prescriptions: [...long.view.prescriptions, ...prescriptions] };

  tv.send({ ...long, view: both });
  expect(layoutOf(tv.tv)).toEqual([["agree-medicines", "later-medicines"]]);
  expect(spokenOn(tv.tv).parts).not.toContain("请不要吃这些药");

  tv.afterLooking().press("right", "ok");
  expect(spokenOn(tv.tv).parts).toContain("请不要吃这些药");
});

test("what is at home and what is on its way back are told one after the other", () => {
  const [back] = stopped("withdrawing").view.prescriptions;
  const atHand = medicines({ id: "prescription-2", state: "stop", version: 5 });
  const both = { ...atHand, prescriptions: [...(back ? [back] : []), ...atHand.prescriptions] };
  const tv = atHome().send({ ...approved, view: both });

  expect(textPages(tv.tv).flat().join()).toContain("药店还没有答复");
  tv.afterLooking().press("ok");
  expect(screenOf(tv.tv)).toBe("medicines");
  expect(textPages(tv.tv).flat().join()).toContain("新记了过敏");
  tv.afterLooking().press("ok");

  expect(screenOf(tv.tv)).toBe("home");
});
