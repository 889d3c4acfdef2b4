import { describe, expect, test } from "vitest";
import type {
  ConsultationState,
  ConsultationView,
  FamilyInbox,
} from "@wuduan/contract/messages.ts";
import consultation from "../../cloud-hub/contract/examples/ConsultationView.json";
import example from "../../cloud-hub/contract/examples/FamilyInbox.json";
import {
  allAsUsual,
  has,
  joinInto,
  mostUnusual,
  newestAt,
  recent,
  RECENT_MILLIS,
  shownParent,
  stepsDone,
  underWay,
  type Joining,
  type Parent,
} from "./family.ts";

const inbox = example as FamilyInbox;
const [mother] = inbox.patients as [Parent];

function father(state?: ConsultationState): Parent {
  const patient = { ...mother.patient, id: "father", name: "演示·李国华" };
  const { consultation, ...rest } = mother;
  if (!state || !consultation) return { ...rest, patient };
  return { ...rest, patient, consultation: { ...consultation, patient, state } };
}

describe("which parent the phone shows", () => {
  test("the chosen one stays chosen", () => {
    const both = { ...inbox, patients: [mother, father()] };

    expect(shownParent(both, "father")?.patient.id).toBe("father");
  });

  test("without a choice it is the one who is with a doctor", () => {
    const both = { ...inbox, patients: [father(), mother] };

    expect(shownParent(both, null)?.patient.id).toBe(mother.patient.id);
  });

  test("a choice that is no longer bound is forgotten", () => {
    expect(shownParent(inbox, "somebody else")?.patient.id).toBe(mother.patient.id);
  });
});

describe("the banner", () => {
  test("a running consultation stands above a waiting one", () => {
    const both = { ...inbox, patients: [father("waiting"), mother] };

    expect(underWay(both).map(({ patient }) => patient.id)).toEqual([mother.patient.id, "father"]);
  });

  test("what is over is no banner", () => {
    expect(underWay({ ...inbox, patients: [father("concluded"), father()] })).toEqual([]);
  });
});

describe("between the tap on join and the view that shows the seat", () => {
  const view = { ...(consultation as ConsultationView), state: "live" } as const;
  const joining: Joining = {
    consultationId: view.id,
    call: {} as Joining["call"],
    wasSeated: false,
    cancel: () => undefined,
  };

  test("the call is shown at once", () => {
    expect(joinInto(view, joining)).toBe(joining);
  });

  test("only for who tapped, in that consultation, while it lasts", () => {
    expect(joinInto(view, null)).toBeUndefined();
    expect(joinInto({ ...view, id: "another" }, joining)).toBeUndefined();
    expect(joinInto({ ...view, state: "concluded" }, joining)).toBeUndefined();
  });

  test("once the seat was seen, views alone decide", () => {
    expect(joinInto(view, { ...joining, wasSeated: true })).toBeUndefined();
  });
});

test("the steps of a consultation only grow on its way", () => {
  const way: ConsultationState[] = ["waiting", "ringing", "consenting", "live"];

  expect(way.map(stepsDone)).toEqual([1, 2, 3, 5]);
  expect(stepsDone("unanswered")).toBe(stepsDone("ringing"));
});

test("rights are those that the hub names and no others", () => {
  expect(has(mother, "see_vitals")).toBe(true);
  expect(has(mother, "proxy_consent")).toBe(false);
});

test("one reading that differs from the usual is not hidden by a calm one", () => {
  const { bloodPressure, heartRate } = mother.vitals;
  if (!bloodPressure || !heartRate) throw new Error("the example has both");

  const unusual = mostUnusual({
    bloodPressure: { ...bloodPressure, comparedWithUsual: "similar" },
    heartRate: { ...heartRate, comparedWithUsual: "higher" },
  });

  expect(unusual).toEqual({ kind: "heartRate", compared: "higher" });
});

describe("how old the readings are", () => {
  const { bloodPressure } = mother.vitals;
  if (!bloodPressure) throw new Error("the example has a blood pressure");
  const at = Date.parse(bloodPressure.at);
  const only = { bloodPressure };

  test("a reading of yesterday says nothing about today", () => {
    expect(recent(only, at + RECENT_MILLIS - 1)).toEqual(only);
    expect(mostUnusual(recent(only, at + RECENT_MILLIS))).toBeUndefined();
  });

  test("the last measurement is the newest of all kinds", () => {
    const later = new Date(at + 60_000).toISOString();
    const rate = { ...bloodPressure, at: later, receivedAt: later };

    expect(newestAt({ bloodPressure, heartRate: rate })).toBe(later);
    expect(newestAt({})).toBeUndefined();
  });

  test("nobody is called well today by a reading of which nobody knows when it was taken", () => {
    const undated = { ...bloodPressure, marks: ["time_unknown" as const] };

    expect(recent({ bloodPressure: undated }, at)).toEqual({});
    expect(newestAt({ bloodPressure: undated })).toBeUndefined();
  });
});

test("a kind that can't be compared yet is not called as usual", () => {
  const { bloodPressure, heartRate } = mother.vitals;
  if (!bloodPressure || !heartRate) throw new Error("the example has both");
  const steady = { ...heartRate, comparedWithUsual: "similar" as const };

  expect(allAsUsual({ heartRate: steady })).toBe(true);
  expect(allAsUsual({ heartRate: steady, bloodPressure: heartRate })).toBe(false);
  expect(allAsUsual({})).toBe(false);
});
