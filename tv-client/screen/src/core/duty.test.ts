import { expect, test } from "vitest";
import { nobodyOnDuty } from "../describe.ts";
import { spokenOn } from "../spoken.ts";
import { sayIn } from "../words.ts";
import { atHome } from "./fixtures.ts";
import { screenOf } from "./screen.ts";

const say = sayIn("zh-CN");

test("while somebody is on duty, nothing is said of it", () => {
  const home = atHome();

  expect(nobodyOnDuty(home.tv, say)).toBeUndefined();
});

test("nobody on duty is said and spoken, with what to do in an emergency", () => {
  const home = atHome({ nobodyOnDuty: {} });

  expect(nobodyOnDuty(home.tv, say)).toContain("没有医生值班");
  expect(nobodyOnDuty(home.tv, say)).toContain("120");
  expect(spokenOn(home.tv).parts.join()).toContain("没有医生值班");
});

test("the roster's next doctor is told with the time", () => {
  const home = atHome({ nobodyOnDuty: { nextAt: "2026-11-23T00:00:00Z" } });

  expect(nobodyOnDuty(home.tv, say)).toMatch(/按排班.*有医生/);
});

test("a request that nobody can take yet is said to be kept, and no doctor to have been told", () => {
  const home = atHome({ nobodyOnDuty: {} });
  home.press("ok").send({ type: "answered", command: "request", problem: undefined });
  home.view("waiting");

  expect(screenOf(home.tv)).toBe("waiting");
  expect(spokenOn(home.tv).parts.join()).toContain("请求已经留下");
  expect(spokenOn(home.tv).parts.join()).not.toContain("医生看到后会打过来");
  expect(spokenOn(home.tv).parts.join()).toContain("没有医生值班");
  expect(spokenOn(home.tv).parts.join()).not.toContain("先请医生");
  expect(screenOf(home.afterLooking().press("back").tv)).toBe("home");
  expect(spokenOn(home.tv).parts.join()).not.toContain("先请医生");
});

test("a television without the hub does not say what it can't know", () => {
  const home = atHome({ nobodyOnDuty: {} });
  home.send({ type: "link", which: "hub", link: "lost" });

  expect(nobodyOnDuty(home.tv, say)).toBeUndefined();
});

test("that the hub takes nothing new is said and spoken until the hub says so no more", () => {
  const home = atHome();

  home.send({ type: "hub-says", notice: "no_new_calls" });
  expect(nobodyOnDuty(home.tv, say)).toContain("维护");
  expect(nobodyOnDuty(home.tv, say)).toContain("120");
  expect(spokenOn(home.tv).parts.join()).toContain("维护");

  home.send({ type: "hub-says", notice: undefined });
  expect(nobodyOnDuty(home.tv, say)).toBeUndefined();
});
