import type {
  BoundChild,
  BoxInbox,
  BoxState,
  ConsultationState,
  ConsultationView,
  Doctor,
  HomePrescription,
  Medicine,
  MedicinesView,
  Patient,
  Reading,
  Seat,
  Summary,
  UnclaimedReading,
} from "@wuduan/contract/messages.ts";
import { OK_HELD_MILLIS } from "./ready.ts";
import { reduce } from "./reduce.ts";
import { beginTv, type Card, type Effect, type Tv, type TvEvent } from "./tv.ts";

/** Builders for tests: one household, its doctor, its consultation. */
export const NOW = Date.parse("2026-11-22T02:16:00Z");
export const KEY = {
  up: 38,
  down: 40,
  left: 37,
  right: 39,
  ok: 13,
  back: 27,
  red: 112,
  green: 113,
};
export type KeyName = keyof typeof KEY;

export const WANG: Patient = {
  id: "0198c0de-0000-7000-8000-000000000002",
  name: "演示·王秀英",
  sex: "female",
  birthYear: 1950,
};
export const ZHAO: Doctor = {
  id: "0198c0de-0000-7000-8000-000000000010",
  name: "演示·赵医生",
  title: "主治医师",
  institution: "演示镇卫生院",
  level: "first_contact",
  department: "general",
};
export const CONSULTATION_ID = "0198c0de-0000-7000-8000-000000000001";
export const AT = "2026-11-22T02:15:04Z";

export function patientNumber(n: number): Patient {
  return { ...WANG, id: `patient-${n}`, name: `演示·第${n}位` };
}

export function inbox(change: Partial<BoxInbox> = {}): BoxInbox {
  return {
    kind: "inbox.box",
    household: { id: "0198c0de-0000-7000-8000-000000000015", name: "演示一家" },
    patients: [{ patient: WANG, vitals: {}, family: [] }],
    summaries: [],
    unclaimed: [],
    ...change,
  };
}

export function boxState(change: Partial<BoxState> = {}): BoxState {
  return {
    type: "state",
    boxId: "0198c0de-0000-7000-8000-000000000014",
    hub: "up",
    hubSince: AT,
    radio: "on",
    outboxWaiting: 0,
    wearables: [],
    locale: "zh-CN",
    familyPage: "http://hub.localhost/family/",
    ...change,
  };
}

export function seat(role: Seat["role"], presence: Seat["presence"] = "present"): Seat {
  return { id: `seat-${role}`, role, name: `演示·${role}`, presence };
}

const ACTIONS: Readonly<Partial<Record<ConsultationState, ConsultationView["actions"]>>> = {
  waiting: ["cancel"],
  ringing: ["answer", "inconvenient", "cancel"],
  unanswered: ["cancel"],
  consenting: ["consent"],
  live: ["leave", "withdraw-consent"],
};

export function consultation(
  state: ConsultationState,
  change: Partial<ConsultationView> = {},
): ConsultationView {
  const live = state === "live" || state === "concluded";
  const seats = [seat("family"), seat("county"), seat("patient"), seat("first_contact")];
  return {
    kind: "consultation",
    id: CONSULTATION_ID,
    state,
    patient: WANG,
    requestedBy: "patient",
    requestedAt: AT,
    invitations: [],
    opinions: [],
    actions: ACTIONS[state] ?? [],
    ...(state === "waiting" ? {} : { doctor: ZHAO }),
    ...(live
      ? { call: { id: "call", generation: 1, media: "ready", seats, mySeatId: "seat-patient" } }
      : {}),
    ...change,
  };
}

export function summary(change: Partial<Summary> = {}): Summary {
  return {
    consultationId: CONSULTATION_ID,
    patient: WANG,
    doctor: ZHAO,
    outcome: "normal",
    text: "每天早上吃一片降压药,一周后复查。",
    at: AT,
    ...change,
  };
}

/** One prescription of a blood pressure tablet, approved a moment ago. */
export function medicines(change: Partial<HomePrescription> = {}): MedicinesView {
  const tablet: Medicine = {
    nameZh: "氨氯地平片",
    nameEn: "Amlodipine tablets",
    pieces: { value: "1", unit: "{tbl}" },
    frequency: "once_daily",
    times: ["08:00"],
    days: 28,
  };
  const prescription: HomePrescription = {
    id: "prescription-1",
    state: "approved",
    doctor: ZHAO,
    medicines: [tablet],
    at: AT,
    version: 2,
    ...change,
  };
  return { kind: "medicines", patient: WANG, prescriptions: [prescription] };
}

export function card(change: Partial<Reading> = {}, stage: Card["stage"] = "saved"): Card {
  const reading: Reading = {
    id: "reading-1",
    profile: "blood_pressure",
    device: { address: "C0:00:00:00:01:01", model: "SimBP" },
    receivedAt: AT,
    bytes: "1e",
    values: [
      { loinc: "8480-6", mdc: 150021, quantity: { value: "142", unit: "mm[Hg]" } },
      { loinc: "8462-4", mdc: 150022, quantity: { value: "86", unit: "mm[Hg]" } },
    ],
    marks: [],
    ...change,
  };
  return { reading, stage };
}

/** A television driven by events and keys, which keeps what it was asked to do. */
export class Driven {
  tv: Tv = beginTv({
    now: NOW,
    remote: { profile: "desktop", taught: {} },
    confirmed: [],
    speaksKeys: false,
  });
  done: Effect[] = [];

  send(...events: readonly TvEvent[]): this {
    for (const event of events) {
      const step = reduce(this.tv, event);
      this.tv = step.tv;
      this.done.push(...step.effects);
    }
    return this;
  }

  press(...keys: readonly KeyName[]): this {
    return this.send(...keys.map((key) => ({ type: "press", keyCode: KEY[key] }) as const));
  }

  /** Time enough to see what is shown, so that OK counts. */
  afterLooking(): this {
    return this.send({ type: "tick", now: this.tv.now + OK_HELD_MILLIS });
  }

  view(state: ConsultationState, change: Partial<ConsultationView> = {}): this {
    return this.send({ type: "consultation", view: consultation(state, change) });
  }

  /** What has been asked for since the last look. */
  asked(): readonly Effect["do"][] {
    const all = this.done.map((effect) => effect.do);
    this.done = [];
    return all;
  }
}

/** A connected television at home. */
export function atHome(change: Partial<BoxInbox> = {}): Driven {
  return new Driven().send(
    { type: "link", which: "hub", link: "up" },
    { type: "link", which: "box", link: "up" },
    { type: "box", state: boxState() },
    { type: "inbox", inbox: inbox(change) },
  );
}

export const LI: Patient = {
  ...WANG,
  id: "0198c0de-0000-7000-8000-000000000003",
  name: "演示·李建国",
};
export const MING: BoundChild = {
  accountId: "0198c0de-0000-7000-8000-000000000021",
  name: "演示·李明",
  relation: "儿子",
  rights: ["see_vitals", "take_part"],
};

/** A household of two, with one child. */
export function ofTwo(change: Partial<BoxInbox> = {}): Partial<BoxInbox> {
  return {
    patients: [
      { patient: WANG, vitals: {}, family: [MING] },
      { patient: LI, vitals: {}, family: [] },
    ],
    ...change,
  };
}

export function unclaimed(readingId = "reading-1"): UnclaimedReading {
  return { readingId, at: AT, profile: "blood_pressure", values: card().reading.values };
}

export const TO_SETTINGS: readonly KeyName[] = ["right", "down", "ok", "right", "right", "ok"];
export const TO_RESET: readonly KeyName[] = [...TO_SETTINGS, "down", "down", "ok"];
export const TO_CHILDREN: readonly KeyName[] = ["right", "down", "ok", "right", "ok"];

/** A box that belongs to nobody and shows a code. */
export function unenrolled(enrolment: BoxState["enrolment"] = {}): Driven {
  return new Driven().send(
    { type: "link", which: "box", link: "up" },
    {
      type: "box",
      state: boxState({ hub: "not_enrolled", enrolment: { code: "K7MP4XQ2", ...enrolment } }),
    },
  );
}

/** A parent has agreed, and the hub knows the code. */
export function invited(): Driven {
  return atHome()
    .press(...TO_CHILDREN, "ok", "right")
    .afterLooking()
    .press("ok")
    .send(
      { type: "code", patientId: WANG.id, code: "K7MP4XQ2" },
      { type: "answered", command: "make-code", problem: undefined },
    );
}

/** The patient has taken consent back in the middle of a call, by keys that were looked at. */
export function withdrawn(tv: Driven = atHome().view("live")): Driven {
  return tv.press("red", "right", "right", "ok", "right").afterLooking().press("ok");
}
