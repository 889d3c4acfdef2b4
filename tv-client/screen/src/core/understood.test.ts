import { expect, test } from "vitest";
import { labelOf } from "../labels.ts";
import { spokenOn } from "../spoken.ts";
import { AT, atHome, CONSULTATION_ID, Driven, inbox, NOW, summary } from "./fixtures.ts";
import { layoutOf, screenOf } from "./screen.ts";
import { TOLD_AGAIN_MILLIS } from "./telling.ts";
import { beginTv } from "./tv.ts";

const command = { do: "confirm-understanding", id: CONSULTATION_ID };
const heard = summary({ understood: { by: "patient", at: AT } });
const problem = { type: "urn:wuduan:problem:offline", title: "", status: 0 };

const afterTheTalk = () => atHome({ summaries: [summary()] });

test("the key below the doctor's words says that they were understood, and the hub is told", () => {
  const tv = afterTheTalk();
  expect(labelOf(tv.tv, "done")).toBe("听懂了");
  expect(spokenOn(tv.tv).parts.at(-1)).toContain("听懂了，请按 OK");

  tv.afterLooking().press("ok");

  expect(tv.done).toContainEqual(command);
  expect(screenOf(tv.tv)).toBe("home");
});

test("who has not understood says so by a key of its own, and the hub hears nothing", () => {
  const tv = afterTheTalk();
  expect(layoutOf(tv.tv)).toEqual([["done", "not-understood"]]);
  expect(labelOf(tv.tv, "not-understood")).toBe("还没听懂");

  tv.afterLooking().press("right", "ok");

  expect(tv.asked()).toEqual(["remember-confirmed"]);
  expect(screenOf(tv.tv)).toBe("home");
});

test("Back puts the doctor's words away and says nothing of the kind", () => {
  const tv = afterTheTalk().press("back");

  expect(tv.asked()).toEqual(["remember-confirmed"]);
  expect(screenOf(tv.tv)).toBe("home");
});

test("while the hub is away it is kept, also over a reload, and told as soon as the link is back", () => {
  const away = afterTheTalk().send({ type: "link", which: "hub", link: "lost" });
  away.afterLooking().press("ok");
  expect(away.asked()).toEqual(["remember-confirmed"]);

  const tv = new Driven();
  tv.tv = beginTv({
    now: NOW,
    remote: away.tv.remote,
    confirmed: away.tv.confirmed,
    speaksKeys: false,
  });
  tv.send(
    { type: "link", which: "hub", link: "up" },
    { type: "inbox", inbox: inbox({ summaries: [summary()] }) },
  );

  expect(tv.done).toEqual([command]);
  expect(away.send({ type: "link", which: "hub", link: "up" }).done).toEqual([command]);
});

test("it is told again until the hub shows it, and a try that failed disturbs nobody", () => {
  const tv = afterTheTalk().afterLooking().press("ok");
  const { now } = tv.tv;
  tv.send({ type: "answered", command: "confirm-understanding", problem });
  expect(tv.tv.notice).toBeUndefined();
  tv.asked();

  tv.send({ type: "inbox", inbox: inbox({ summaries: [summary()] }) });
  tv.send({ type: "tick", now: now + TOLD_AGAIN_MILLIS - 1 });
  expect(tv.asked()).toEqual([]);
  tv.send({ type: "tick", now: now + TOLD_AGAIN_MILLIS });
  expect(tv.asked()).toEqual(["confirm-understanding"]);

  tv.send({ type: "inbox", inbox: inbox({ summaries: [heard] }) });
  tv.send({ type: "tick", now: now + 3 * TOLD_AGAIN_MILLIS });
  expect(tv.asked()).toEqual([]);
});

test("words that were put away can still be said to be understood, from 我的健康 and back to it", () => {
  const tv = afterTheTalk().press("back").press("down", "ok", "right", "ok");
  tv.asked();
  expect([screenOf(tv.tv), labelOf(tv.tv, "done")]).toEqual(["summary", "听懂了"]);

  tv.afterLooking().press("ok");
  expect(tv.done).toContainEqual(command);
  expect(screenOf(tv.tv)).toBe("health");

  tv.press("right", "ok");
  expect([screenOf(tv.tv), labelOf(tv.tv, "done")]).toEqual(["summary", "知道了"]);
});

test("what a child has said already is only put away", () => {
  const tv = atHome({ summaries: [summary({ understood: { by: "proxy", at: AT } })] });
  expect(labelOf(tv.tv, "done")).toBe("知道了");

  expect(tv.afterLooking().press("ok").asked()).toEqual(["remember-confirmed"]);
});
