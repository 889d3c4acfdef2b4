import { expect, test } from "vitest";
import { AT, atHome, CONSULTATION_ID, Driven, NOW, withdrawn } from "./fixtures.ts";
import { layoutOf, screenOf } from "./screen.ts";
import { TOLD_AGAIN_MILLIS } from "./telling.ts";
import { beginTv } from "./tv.ts";
import { spokenOn } from "../spoken.ts";

const command = { do: "withdraw-consent", id: CONSULTATION_ID };
const byPatient = { by: "patient", reason: "consent_withdrawn", at: AT } as const;
const byFamily = { ...byPatient, by: "family" } as const;

test("consent is taken back behind the end of the call, and to go on is offered first", () => {
  const tv = atHome().view("live").press("red");
  expect(layoutOf(tv.tv)).toEqual([["stay", "hang-up-really", "withdraw"]]);

  tv.press("right", "right", "ok");
  expect(tv.tv.focus).toEqual({ on: "call/withdraw", id: "stay" });
  tv.press("ok");
  expect([screenOf(tv.tv), tv.tv.dialog]).toEqual(["call", undefined]);
  expect(tv.asked()).toEqual([]);
});

test("the key that takes it back has to be looked at, and Back takes nothing back", () => {
  const asked = () => atHome().view("live").press("red", "right", "right", "ok", "right");

  expect(asked().press("ok", "ok").asked()).toEqual([]);
  expect(screenOf(asked().afterLooking().press("back").tv)).toBe("call");
});

test("picture and sound end at once, the hub is told, and there is no way back into it", () => {
  const tv = withdrawn();

  expect(tv.done).toContainEqual(command);
  expect(screenOf(tv.tv)).toBe("left");
  expect(layoutOf(tv.tv)).toEqual([["home"]]);
  expect(spokenOn(tv.tv).parts.join()).toContain("您撤回了同意");
  tv.done = [];
  expect(screenOf(tv.press("ok").tv)).toBe("home");
  expect(screenOf(tv.press("ok").tv)).toBe("left");
  expect(tv.asked()).toEqual([]);
});

test("without a network it ends here all the same, and is told as soon as the link is back", () => {
  const tv = withdrawn(atHome().view("live").send({ type: "link", which: "hub", link: "lost" }));
  expect(screenOf(tv.tv)).toBe("left");
  expect(tv.asked()).toEqual(["remember-confirmed"]);

  expect(tv.send({ type: "link", which: "hub", link: "up" }).done).toEqual([command]);
});

test("it is told again until the hub shows it, also after a reload", () => {
  const before = withdrawn();
  const tv = new Driven();
  tv.tv = beginTv({
    now: NOW,
    remote: before.tv.remote,
    confirmed: before.tv.confirmed,
    speaksKeys: false,
  });
  tv.send({ type: "link", which: "hub", link: "up" }).view("live");
  expect([screenOf(tv.tv), tv.asked()]).toEqual(["left", ["withdraw-consent"]]);

  tv.send({ type: "tick", now: NOW + TOLD_AGAIN_MILLIS - 1 });
  expect(tv.asked()).toEqual([]);
  tv.send({ type: "tick", now: NOW + TOLD_AGAIN_MILLIS });
  expect(tv.asked()).toEqual(["withdraw-consent"]);

  tv.view("cancelled", { cancelled: byPatient });
  tv.send({ type: "tick", now: NOW + 3 * TOLD_AGAIN_MILLIS });
  expect([screenOf(tv.tv), tv.asked()]).toEqual(["home", []]);
  expect(tv.tv.notice?.kind).toBe("consent-withdrawn");
});

test("that the family took it back is told until it is confirmed", () => {
  const tv = atHome().view("live").view("cancelled", { cancelled: byFamily });

  expect(screenOf(tv.tv)).toBe("cancelled");
  expect(spokenOn(tv.tv).parts).toContain("这次看病结束了");
  expect(screenOf(tv.press("ok").tv)).toBe("home");
});

test("where the hub does not offer it there is no such key", () => {
  const tv = atHome()
    .view("live", { actions: ["leave"] })
    .press("red");

  expect(layoutOf(tv.tv)).toEqual([["stay", "hang-up-really"]]);
});
