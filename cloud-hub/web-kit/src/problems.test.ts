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

test("a rule that is not met is said with its source and what is missing", () => {
  const refused = {
    ...problem("rule-not-met"),
    rule: "follow-up-evidence",
    source: "互联网诊疗管理办法(试行) 2018 第二条",
    missing: ["on-in-future", "diagnosis"],
  };

  expect(problemSentence(refused, "zh-CN")).toBe(
    "复诊要有线下诊断的凭据；还缺：日期不能在今天之后、当时的诊断；依据：互联网诊疗管理办法(试行) 2018 第二条。",
  );
  expect(problemSentence(refused, "en")).toContain("missing: a day that is not in the future, ");
});

test("a prescription that a rule keeps back is said with the rule's source", () => {
  const expired = {
    ...problem("prescription-expired"),
    rule: "prescription-validity",
    source: "处方管理办法（卫生部令第53号）2007 第十八条（条号待核）",
    missing: ["valid-prescription"],
  };
  const tooLong = {
    ...problem("prescription-not-ready"),
    rule: "supply-days",
    source: "处方管理办法（卫生部令第53号）2007 第十九条（条号待核）",
  };

  expect(problemSentence(expired, "zh-CN")).toBe(
    "处方已过有效期，请医生重新开；还缺：有效期内的处方；依据：处方管理办法（卫生部令第53号）2007 第十八条（条号待核）。",
  );
  expect(problemSentence(tooLong, "zh-CN")).toBe(
    "处方还有问题没有处理，请看检查结果；依据：处方管理办法（卫生部令第53号）2007 第十九条（条号待核）。",
  );
  expect(problemSentence(tooLong, "en")).toContain("look at the checks; source: ");
});

test("an unreachable hub says that the page reconnects", () => {
  expect(problemSentence(offlineProblem(), "zh-CN")).toBe("网络断了，正在重连。");
});
