import { expect, test } from "vitest";
import { nobodyOnDuty } from "../describe.ts";
import { spokenOn } from "../spoken.ts";
import { sayIn } from "../words.ts";
import { atHome } from "./fixtures.ts";

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

test("a television without the hub does not say what it can't know", () => {
  const home = atHome({ nobodyOnDuty: {} });
  home.send({ type: "link", which: "hub", link: "lost" });

  expect(nobodyOnDuty(home.tv, say)).toBeUndefined();
});
