import { expect, test } from "vitest";
import type { ConsultationView, DutyList, VitalsView } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import viewExample from "../../cloud-hub/contract/examples/ConsultationView.json";
import dutyExample from "../../cloud-hub/contract/examples/DutyList.json";
import vitalsExample from "../../cloud-hub/contract/examples/VitalsView.json";
import { FIELDS, forgetFields, prefilled, readFields, writeFields } from "./invitation.ts";

const view = { ...(viewExample as ConsultationView) };
delete view.invitation;
const sent = viewExample.invitation;
const vitals = (vitalsExample as VitalsView).latest;
const { doctors } = dutyExample as DutyList;

function drafts() {
  const map = new Map<string, string>();
  return createDrafts(
    {
      get length() {
        return map.size;
      },
      key: (i) => [...map.keys()][i] ?? null,
      getItem: (key) => map.get(key) ?? null,
      setItem: (key, value) => void map.set(key, value),
      removeItem: (key) => void map.delete(key),
    },
    "zhao",
  );
}

test("the form starts with what is on record: complaint, age, sex and measured values", () => {
  const form = prefilled(view, vitals, "zh-CN");

  expect(form.reason).toBe("头晕");
  expect(form.caseSummary).toContain("女，76 岁");
  expect(form.caseSummary).toContain("家庭血压 142/86 mmHg");
});

test("a value of which nobody knows when it was taken is not written with a time of its own", () => {
  const { bloodPressure } = vitals;
  if (!bloodPressure) throw new Error("the example has one");
  const undated = { bloodPressure: { ...bloodPressure, marks: ["time_unknown" as const] } };

  expect(prefilled(view, undated, "zh-CN").caseSummary).toContain("（测量时间不明，");
  expect(prefilled(view, undated, "en").caseSummary).toContain("time of measurement unknown");
  expect(prefilled(view, vitals, "zh-CN").caseSummary).not.toContain("测量时间不明");
});

test("the chosen doctors decide the speciality", () => {
  expect(prefilled(view, vitals, "zh-CN", doctors).specialty).toBe("心内科");
});

test("a second invitation starts from the one that was sent", () => {
  const form = prefilled({ ...view, invitation: sent }, vitals, "zh-CN", doctors);

  expect(form).toEqual({ ...sent, specialty: "心内科" });
});

test("what was typed comes back after a reload, field by field", () => {
  const kept = drafts();
  const typed = { ...sent, caseSummary: "两行\n病历, 带逗号" };

  writeFields(kept, view.id, typed);

  expect(readFields(kept, view.id)).toEqual(typed);
});

test("after ringing the doctors the draft is gone", () => {
  const kept = drafts();
  writeFields(kept, view.id, sent);

  forgetFields(kept, view.id);

  expect(readFields(kept, view.id)).toBeNull();
});

test("the longest form the hub takes fits a draft", () => {
  const longest = Object.fromEntries(
    FIELDS.map(({ name, lengthMax }) => [name, "好".repeat(lengthMax)]),
  ) as unknown as typeof sent;
  const kept = drafts();

  writeFields(kept, view.id, longest);

  expect(readFields(kept, view.id)).toEqual(longest);
});
