import { expect, test } from "vitest";
import { atHome, consultation, CONSULTATION_ID, seat } from "./fixtures.ts";
import { largeSeat, layoutOf, othersInCall, screenOf } from "./screen.ts";

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
  expect(tv.tv.focus.id).toBe("large");
});

function callOf(...seats: ReturnType<typeof seat>[]) {
  const { call } = consultation("live");
  if (!call) throw new Error("a live consultation has a call");
  return { call: { ...call, seats } };
}

const both = callOf(seat("patient"), seat("first_contact"));

test("alone with the doctor an OK too many shows the own picture large and mutes nobody", () => {
  const tv = atHome().view("live", both);
  expect(tv.tv.focus.id).toBe("large");

  tv.press("ok");
  expect(largeSeat(tv.tv)?.role).toBe("patient");
  tv.press("ok");
  expect(largeSeat(tv.tv)?.role).toBe("first_contact");
  expect(tv.asked()).toEqual([]);
});

test("a large own picture leads back to the doctor also when the camera is switched off", () => {
  const sends = { sound: true, picture: true };
  const media = { phase: "live", micOn: true, cameraOn: false, sends } as const;
  const tv = atHome().view("live", both).press("ok").send({ type: "media", media });

  expect(tv.tv.focus.id).toBe("large");
  expect(largeSeat(tv.press("ok").tv)?.role).toBe("first_contact");
});

test.each([
  ["without a camera", both, { sound: true, picture: false }],
  ["while nobody else is there", callOf(seat("patient")), { sound: true, picture: true }],
] as const)("%s the first focus is on what only asks", (_name, call, sends) => {
  const media = { phase: "live", micOn: true, cameraOn: true, sends } as const;
  const tv = atHome().send({ type: "media", media }).view("live", call);

  expect(tv.tv.focus.id).toBe("hang-up");
  expect(tv.press("ok", "ok").asked()).toEqual([]);
  expect(screenOf(tv.tv)).toBe("call");
});

test("a focus whose key went away during the call does not fall on the microphone", () => {
  const sends = { sound: true, picture: false };
  const media = { phase: "live", micOn: true, cameraOn: true, sends } as const;
  const tv = atHome().send({ type: "media", media }).view("live");
  expect(tv.tv.focus.id).toBe("large");

  expect(tv.view("live", both).tv.focus.id).toBe("hang-up");
});

test("a focus on hanging up that no key put there goes on when the others are seen", () => {
  const alone = callOf(seat("patient"));
  const tv = atHome().view("live", alone);
  expect(tv.tv.focus.id).toBe("hang-up");
  expect(tv.view("live", both).tv.focus.id).toBe("large");

  const walked = atHome().view("live", alone).press("left", "right");
  expect(walked.view("live", both).tv.focus.id).toBe("hang-up");
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
