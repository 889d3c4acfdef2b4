import { expect, test } from "vitest";
import { lookerWords, lookWords, type Look } from "./looks.ts";

const doctor: Look = {
  who: "演示·赵医生",
  kind: "doctor",
  title: "主治医师 全科",
  institution: "演示·清河镇卫生院",
  what: "vitals",
  at: "2026-11-22T08:00:00Z",
};

test("a doctor is told with title and institution", () => {
  expect(lookerWords(doctor, "zh-CN")).toBe("主治医师 全科 · 演示·清河镇卫生院");
  expect(lookWords(doctor, "zh-CN")).toBe("看了测量");
  expect(lookWords({ ...doctor, what: "id_number" }, "en")).toBe("looked at the whole ID number");
  expect(lookWords({ ...doctor, what: "request" }, "zh-CN")).toBe("看到了看诊请求和最近的测量");
});

test("a child is told by the relation, and one who is bound no longer as family", () => {
  const gone: Look = { who: "演示·李明", kind: "family", what: "vitals", at: doctor.at };

  expect(lookerWords({ ...gone, relation: "儿子" }, "zh-CN")).toBe("儿子");
  expect(lookerWords(gone, "en")).toBe("Family");
});
