import type { ConsentText } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import {
  AT,
  atHome,
  boxState,
  card,
  consultation,
  CONSULTATION_ID,
  inbox,
  NOW,
  patientNumber,
  seat,
  summary,
  WANG,
} from "./fixtures.ts";
import { idsOf } from "./focus.ts";
import { largeSeat, layoutOf, othersInCall, peopleOnPage, screenOf, textPages } from "./screen.ts";

const TEXT: ConsentText = {
  version: "home-consultation-1",
  language: "zh-CN",
  title: "视频看病同意书",
  paragraphs: ["医生会通过电视和您说话。".repeat(14), "您可以随时结束。"],
};
const consentText = { type: "consent-text", text: TEXT } as const;

test("OK on 看医生 asks for the only patient of the household and the wait is shown", () => {
  const tv = atHome().press("ok");

  expect(tv.done).toEqual([{ do: "request", patientId: WANG.id }]);
  expect(tv.tv.notice?.kind).toBe("asking");
  tv.send({ type: "answered", command: "request", problem: undefined }).view("waiting");
  expect(screenOf(tv.tv)).toBe("waiting");
});

test("a second OK while the first is under way asks nothing twice", () => {
  expect(atHome().press("ok", "ok", "ok").asked()).toEqual(["request"]);
});

test("a household of several chooses who wants the doctor", () => {
  const patients = [1, 2].map((n) => ({ patient: patientNumber(n), vitals: {} }));
  const tv = atHome({ patients }).press("ok");

  expect(screenOf(tv.tv)).toBe("choose");
  tv.press("down", "ok");
  expect(tv.done).toEqual([{ do: "request", patientId: "patient-2" }]);
});

test("many people are shown three at a time, and all of them can be reached", () => {
  const patients = Array.from({ length: 20 }, (_, n) => ({
    patient: patientNumber(n),
    vitals: {},
  }));
  const tv = atHome({ patients }).press("ok");
  const met = new Set<string>();

  for (let page = 0; page < 7; page++) {
    expect(idsOf(layoutOf(tv.tv)).length).toBeLessThanOrEqual(4);
    for (const patient of peopleOnPage(tv.tv)) met.add(patient.id);
    tv.press("down", "down", "down", "ok");
  }
  expect(met.size).toBe(20);
  expect(peopleOnPage(tv.tv)[0]?.id).toBe("patient-0");
});

test("without the network nothing is promised and the person is told", () => {
  const tv = atHome().send({ type: "link", which: "hub", link: "lost" }).press("ok");

  expect(tv.asked()).toEqual([]);
  expect(tv.tv.notice?.kind).toBe("not-connected");
  expect(screenOf(tv.tv)).toBe("home");
  tv.send({ type: "link", which: "hub", link: "up" });
  expect(tv.tv.notice).toBeUndefined();
});

test("the ring lies over every other screen", () => {
  for (const keys of [[], ["down", "ok"], ["right", "ok"], ["right", "down", "ok"]] as const) {
    const tv = atHome()
      .press(...keys)
      .send({ type: "measurement", card: card() });
    expect(screenOf(tv.view("ringing").tv)).toBe("ring");
    expect(tv.tv.focus.id).toBe("answer");
  }
});

test.each([
  [["ok"], "answer"],
  [["green"], "answer"],
  [["red"], "inconvenient"],
  [["right", "ok"], "inconvenient"],
  [["right", "left", "ok"], "answer"],
] as const)("at the ring %j means %s", (keys, command) => {
  const tv = atHome()
    .view("ringing")
    .press(...keys);

  expect(tv.done).toEqual([{ do: command, id: CONSULTATION_ID }]);
});

test("the ring is known from the inbox before its details have come", () => {
  const line = { consultationId: CONSULTATION_ID, state: "ringing", patient: WANG } as const;
  const tv = atHome({ consultation: line });

  expect(screenOf(tv.tv)).toBe("ring");
  expect(tv.press("ok").done).toEqual([{ do: "answer", id: CONSULTATION_ID }]);
});

test("an answer that failed frees the key for another try", () => {
  const problem = { type: "urn:wuduan:problem:internal", title: "", status: 500 };
  const tv = atHome().view("ringing").press("ok");

  tv.send({ type: "answered", command: "answer", problem });
  expect(tv.tv.notice).toEqual({ kind: "refused", problem });
  expect(tv.press("ok").asked()).toEqual(["answer", "answer"]);
});

test("a ring that ended unanswered gives the waiting screen back", () => {
  const ring = { startedAt: AT, count: 1, outcome: "no_answer" } as const;
  const tv = atHome().view("ringing").view("unanswered", { ring });

  expect(screenOf(tv.tv)).toBe("waiting");
});

test("the consent text is fetched once, turned page by page, and its version is agreed to", () => {
  const tv = atHome().view("consenting");
  expect(tv.asked()).toEqual(["fetch-consent-text"]);
  tv.send(consentText);

  expect(textPages(tv.tv).length).toBe(2);
  expect(tv.press("down", "down").tv.page).toBe(1);
  expect(tv.press("up").tv.page).toBe(0);
  expect(tv.tv.focus.id).toBe("agree");
  tv.press("ok");
  expect(tv.done).toEqual([
    { do: "consent", id: CONSULTATION_ID, decision: "agreed", text: consentText.text },
  ]);
});

test("refusing consent takes two steps and says so at home", () => {
  const tv = atHome().view("consenting").send(consentText);
  tv.asked();

  expect(tv.press("right", "ok").asked()).toEqual([]);
  expect(layoutOf(tv.tv)).toEqual([["stay", "refuse-really"]]);
  tv.press("right", "ok");
  expect(tv.done).toMatchObject([{ do: "consent", decision: "refused" }]);
  tv.view("cancelled", { cancelled: { by: "patient", reason: "consent_refused", at: AT } });
  expect(screenOf(tv.tv)).toBe("home");
  expect(tv.tv.notice?.kind).toBe("no-consent-given");
});

test("nothing is agreed to before its text is there", () => {
  const tv = atHome().view("consenting").send({ type: "consent-text", text: "missing" });
  tv.asked();

  expect(tv.tv.focus.id).toBe("fetch");
  expect(tv.press("ok").asked()).toEqual(["fetch-consent-text"]);
  expect(tv.press("right", "ok", "right", "ok").asked()).toEqual([]);
});

test("another language and an outdated text both fetch the text again", () => {
  const tv = atHome().view("consenting").send(consentText);
  tv.asked();

  tv.send({ type: "box", state: boxState({ locale: "en" }) });
  expect(tv.asked()).toEqual(["fetch-consent-text"]);
  tv.send(consentText, {
    type: "answered",
    command: "consent",
    problem: { type: "urn:wuduan:problem:consent-text-outdated", title: "", status: 409 },
  });
  expect(tv.asked()).toEqual(["fetch-consent-text"]);
});

test("the leading doctor is large until a key chooses another, and again when that one leaves", () => {
  const tv = atHome().view("live");
  expect(othersInCall(tv.tv).map(({ role }) => role)).toEqual([
    "first_contact",
    "county",
    "family",
  ]);
  expect(largeSeat(tv.tv)?.role).toBe("first_contact");

  tv.press("ok");
  expect(largeSeat(tv.tv)?.role).toBe("county");
  const call = consultation("live").call;
  if (!call) throw new Error("a live consultation has a call");
  const seats = [seat("first_contact"), seat("county", "left"), seat("patient")];
  tv.view("live", { call: { ...call, seats } });
  expect(largeSeat(tv.tv)?.role).toBe("first_contact");
  expect(tv.tv.focus.id).toBe("mute");
});

test("hanging up takes two steps, and the first thing offered is to stay", () => {
  const tv = atHome().view("live").press("right", "right", "right", "ok");
  expect(tv.asked()).toEqual([]);
  expect(tv.tv.focus).toEqual({ on: "call/hang-up", id: "stay" });

  expect(tv.press("ok").asked()).toEqual([]);
  expect(screenOf(tv.tv)).toBe("call");
  expect(tv.press("red", "right", "ok").done).toEqual([{ do: "leave", id: CONSULTATION_ID }]);
  expect(screenOf(tv.tv)).toBe("left");
});

test("hanging up ends the call on this screen also without a network, and is told later", () => {
  const tv = atHome().view("live").send({ type: "link", which: "hub", link: "lost" });
  tv.press("red", "right", "ok");
  expect(screenOf(tv.tv)).toBe("left");
  tv.send({
    type: "answered",
    command: "leave",
    problem: { type: "urn:wuduan:problem:unreachable", title: "", status: 0 },
  });
  tv.asked();

  expect(tv.send({ type: "link", which: "hub", link: "up" }).asked()).toEqual(["leave"]);
});

test("who left can come back while the doctor is still there", () => {
  const tv = atHome().view("live").press("red", "right", "ok");
  const call = consultation("live").call;
  if (!call) throw new Error("a live consultation has a call");
  tv.view("live", { call: { ...call, seats: [seat("patient", "left"), seat("first_contact")] } });
  tv.send({ type: "answered", command: "leave", problem: undefined });
  tv.asked();

  expect(screenOf(tv.tv)).toBe("left");
  expect(screenOf(tv.press("back").tv)).toBe("home");
  expect(tv.press("ok").asked()).toEqual(["join"]);
  expect(screenOf(tv.view("live").tv)).toBe("call");
});

test("a seat that has not been given yet is waited for, one that can be had again is offered", () => {
  const call = {
    id: "call",
    generation: 1,
    media: "ready",
    seats: [seat("first_contact")],
  } as const;
  const waiting = { call: { ...call, seats: [...call.seats] } };

  expect(screenOf(atHome().view("live", waiting).tv)).toBe("call");
  expect(screenOf(atHome().view("live", { ...waiting, actions: ["join"] }).tv)).toBe("left");
});

test("Back in a call only says which key ends it", () => {
  const tv = atHome().view("live").press("back", "back", "back");

  expect(tv.asked()).toEqual([]);
  expect(screenOf(tv.tv)).toBe("call");
  expect(tv.tv.notice?.kind).toBe("use-hang-up");
  expect(tv.press("left").tv.notice).toBeUndefined();
});

test("the microphone key follows what the microphone really does", () => {
  const sends = { sound: true, picture: true };
  const media = { phase: "live", micOn: false, cameraOn: true, sends } as const;
  const tv = atHome().view("live").press("right", "ok").send({ type: "media", media }).press("ok");

  expect(tv.done).toEqual([
    { do: "microphone", on: false },
    { do: "microphone", on: true },
  ]);
});

test("without a camera no camera key is offered", () => {
  const sends = { sound: true, picture: false };
  const media = { phase: "live", micOn: true, cameraOn: true, sends } as const;
  const tv = atHome().view("live").send({ type: "media", media });

  expect(layoutOf(tv.tv)).toEqual([["large", "mute", "hang-up"]]);
});

test("the summary comes after the call, once, and is remembered", () => {
  const tv = atHome().view("live").view("concluded");
  tv.send({ type: "inbox", inbox: inbox({ summaries: [summary()] }) });

  expect(screenOf(tv.tv)).toBe("summary");
  tv.press("ok");
  expect(tv.done).toEqual([{ do: "remember-confirmed", ids: [CONSULTATION_ID] }]);
  expect(screenOf(tv.tv)).toBe("home");
});

test("a summary of long ago is found in 我的健康 and does not come by itself", () => {
  const tv = atHome({ summaries: [summary({ at: "2026-11-20T00:00:00Z" })] });
  expect(screenOf(tv.tv)).toBe("home");

  tv.press("down", "ok", "right", "ok");
  expect(screenOf(tv.tv)).toBe("summary");
  expect(screenOf(tv.press("back").tv)).toBe("health");
  expect(screenOf(tv.press("back").tv)).toBe("home");
  expect(tv.tv.focus.id).toBe("health");
});

test("a cancellation by somebody else is told until it is confirmed", () => {
  const cancelled = { by: "doctor", reason: "unreachable", at: AT } as const;
  const tv = atHome().view("waiting").view("cancelled", { cancelled });

  expect(screenOf(tv.tv)).toBe("cancelled");
  expect(screenOf(tv.press("ok").tv)).toBe("home");
});

test("cancelling takes two steps", () => {
  const tv = atHome().view("waiting").press("right", "right", "ok");
  expect(tv.asked()).toEqual([]);

  expect(tv.press("right", "ok").done).toEqual([{ do: "cancel", id: CONSULTATION_ID }]);
});

test("a waiting that was put aside is one key away and comes back with the ring", () => {
  const tv = atHome().view("waiting").press("back");
  expect(screenOf(tv.tv)).toBe("home");

  expect(screenOf(tv.press("ok").tv)).toBe("waiting");
  expect(tv.asked()).toEqual([]);
  expect(screenOf(tv.press("back").view("ringing").tv)).toBe("ring");
});

test("a page that another window has replaced says so and offers to start again", () => {
  const tv = atHome().send({ type: "link", which: "hub", link: "ended" });

  expect(screenOf(tv.tv)).toBe("elsewhere");
  expect(tv.press("ok").asked()).toEqual(["start-again"]);
});

test("keys that no profile knows begin the teaching, and Back leaves it", () => {
  const tv = atHome();
  for (let n = 0; n < 5; n++) tv.send({ type: "press", keyCode: 900 + n });
  expect(screenOf(tv.tv)).toBe("teach");

  expect(screenOf(tv.press("back").tv)).toBe("home");
});

test("a remote that was taught works at once and is stored", () => {
  const tv = atHome().press("right", "down", "ok", "right", "ok");
  expect(screenOf(tv.tv)).toBe("teach");
  for (const keyCode of [901, 902, 903, 904, 905, 906, 905]) tv.send({ type: "press", keyCode });

  expect(tv.asked()).toEqual(["remember-remote"]);
  expect(tv.send({ type: "press", keyCode: 901 }).tv.focus.id).toBe("measure");
});

test("the clock moves only by ticks", () => {
  expect(atHome().send({ type: "tick", now: NOW + 5 }).tv.now).toBe(NOW + 5);
});
