import { offlineProblem, PROBLEM_TYPES } from "@wuduan/contract/problems.ts";
import { expect, test } from "vitest";
import { problemSentence } from "./problems.ts";

const problem = (type: string) => ({ type: `urn:wuduan:problem:${type}`, title: "t", status: 400 });

test.each([...PROBLEM_TYPES, "offline", "of-tomorrow"])("%s is said without a code", (type) => {
  const zh = problemSentence(problem(type), "zh-CN");
  const en = problemSentence(problem(type), "en");

  expect(zh).toMatch(/^[\u4e00-\u9fff，。]+$/);
  expect(en).toMatch(/^[A-Z][^:]+\.$/);
});

test("a locked login says how long to wait", () => {
  const locked = { ...problem("locked-out"), retryAfterSeconds: 541 };

  expect(problemSentence(locked, "zh-CN")).toBe("错了太多次，请 10 分钟后再试。");
  expect(problemSentence(locked, "en")).toContain("in 10 min");
});

test("an unreachable hub says that the page reconnects", () => {
  expect(problemSentence(offlineProblem(), "zh-CN")).toBe("网络断了，正在重连。");
});
