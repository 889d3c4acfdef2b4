import type { PlanEnded, PlanView } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import keptExample from "../../../../cloud-hub/contract/examples/KeptHomePlan.json";
import planExample from "../../../../cloud-hub/contract/examples/PlanView.json";
import { measureDue } from "../describe.ts";
import { spokenOn } from "../spoken.ts";
import { sayIn } from "../words.ts";
import { AT, atHome, inbox, summary, WANG, type Driven } from "./fixtures.ts";
import { textPages } from "./screen.ts";

const example = planExample as PlanView;
type Standing = NonNullable<PlanView["plan"]>["measures"][number]["state"];

function plan(...states: readonly Standing[]): PlanView {
  const { plan: planned } = example;
  const first = planned?.measures[0];
  if (!planned || !first) throw new Error("the example has a plan");
  const measures = states.map((state) => ({ ...first, state }));
  return { ...example, patient: WANG, plan: { ...planned, measures } };
}

const came = (view: PlanView | undefined) => ({ type: "plan", patientId: WANG.id, view }) as const;
const due = ({ tv }: Driven) => measureDue(tv, sayIn("zh-CN"));

test("the doctor's words say also what is planned at home, with the days", () => {
  const tv = atHome().send(came(plan("within")), {
    type: "inbox",
    inbox: inbox({ summaries: [summary({ at: AT })] }),
  });

  const text = textPages(tv.tv).flat();
  expect(text).toContain("低盐饮食,每周三次快走。");
  expect(text).toContain("血压：每天量一次，量到 12 月 22 日");
  expect(text).toContain("12 月 6 日复查。复查血压");
});

test("what was not measured yet is asked for at home, and no longer once it was", () => {
  const tv = atHome().send(came(plan("missing", "waiting")));
  expect(due(tv)).toBe("医生请您量血压：按“量一量”");

  expect(due(tv.send(came(plan("within", "beyond"))))).toBeUndefined();
});

test("a measurement that becomes due at night is not spoken", () => {
  const tv = atHome().send(came(plan("within")));
  const before = spokenOn(tv.tv).parts;

  expect(spokenOn(tv.send(came(plan("missing"))).tv).parts).toEqual(before);
});

test("what has ended is neither said nor asked for", () => {
  const tv = atHome().send(came(plan("waiting")), { type: "tick", now: Date.parse("2027-01-01") });

  expect(due(tv)).toBeUndefined();
  tv.send({
    type: "inbox",
    inbox: inbox({ summaries: [summary({ at: "2027-01-01T00:00:00Z" })] }),
  });
  expect(textPages(tv.tv).flat().join()).not.toMatch(/量一次|日复查/);
});

test("the plan of today does not stand below the words of an earlier talk", () => {
  const earlier = summary({ consultationId: "earlier", at: "2026-11-20T00:00:00Z" });
  const tv = atHome({ summaries: [summary(), earlier] }).send(came(plan("within")));
  const shown = { ...tv.tv, reading: "earlier" };

  expect(textPages(shown).flat()).not.toContain("低盐饮食,每周三次快走。");
});

test("a plan that is taken away asks for nothing", () => {
  expect(due(atHome().send(came(plan("missing")), came(undefined)))).toBeUndefined();
});

test("a plan that a doctor ended says who ended it and why, and asks for nothing", () => {
  const noPlan = plan("missing");
  delete noPlan.plan;
  const tv = atHome().send(came({ ...noPlan, ended: keptExample.ended as PlanEnded }), {
    type: "inbox",
    inbox: inbox({ summaries: [summary({ at: AT })] }),
  });

  expect(textPages(tv.tv).flat().join("")).toContain(
    "演示·赵医生 2026年11月29日停止了居家计划：血压平稳，改为每月随访",
  );
  expect(due(tv)).toBeUndefined();
});
