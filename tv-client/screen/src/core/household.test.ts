import { expect, test } from "vitest";
import {
  atHome,
  boxState,
  card,
  inbox,
  invited,
  LI,
  MING,
  ofTwo,
  patientNumber,
  TO_CHILDREN,
  TO_RESET,
  unclaimed,
  unenrolled,
  WANG,
  Driven,
} from "./fixtures.ts";
import { INVITE_MILLIS, inviteCode, newlyBound } from "./household.ts";
import { OK_HELD_MILLIS, RESET_HELD_MILLIS } from "./ready.ts";
import { dialogOf, layoutOf, screenOf } from "./screen.ts";
import { spokenOn } from "../spoken.ts";

const UNBIND = { do: "unbind", child: { patientId: WANG.id, accountId: MING.accountId } };

function wait(tv: Driven, millis: number): Driven {
  return tv.send({ type: "tick", now: tv.tv.now + millis });
}

test("a box that belongs to nobody shows its code, and reads it only when asked", () => {
  const tv = unenrolled();

  expect(screenOf(tv.tv)).toBe("enrol");
  expect(spokenOn(tv.tv).parts.join()).not.toContain("K，7");
  expect(spokenOn(tv.press("ok").tv).parts.join()).toContain("K，7，M，P");
  expect(screenOf(tv.press("right", "ok").tv)).toBe("measure");
  expect(screenOf(tv.press("back").tv)).toBe("enrol");
});

test("once the box is taken in, the television goes on by itself", () => {
  const tv = unenrolled().send(
    { type: "box", state: boxState() },
    { type: "link", which: "hub", link: "up" },
    { type: "inbox", inbox: inbox() },
  );

  expect(screenOf(tv.tv)).toBe("home");
});

test("a box with a code in its settings shows home while it enrols by itself", () => {
  const tv = atHome().send({ type: "box", state: boxState({ hub: "not_enrolled" }) });

  expect(screenOf(tv.tv)).toBe("home");
});

test("nothing of the household stays on the screen of a box that was removed or moved", () => {
  const other = inbox({ household: { id: "another", name: "另一家" }, patients: [] });
  const seen = () =>
    atHome(ofTwo())
      .view("waiting")
      .send({ type: "measurement", card: card({ id: "reading-9" }) });

  for (const tv of [
    seen().send({
      type: "box",
      state: boxState({ hub: "not_enrolled", enrolment: { code: "K7MP4XQ2" } }),
    }),
    seen().send({ type: "inbox", inbox: other }),
  ]) {
    expect(JSON.stringify(tv.tv)).not.toContain("王秀英");
    expect(tv.tv.card).toBeUndefined();
    expect(tv.done).toContainEqual({ do: "remember-confirmed", ids: [] });
  }
});

test("a reading of nobody is asked about with its numbers, and one held OK says whose it is", () => {
  const tv = atHome(ofTwo({ unclaimed: [unclaimed()] }));
  expect(screenOf(tv.tv)).toBe("whose");
  expect(layoutOf(tv.tv)).toEqual([[WANG.id, LI.id, "none"]]);

  tv.press("right", "ok");
  expect(tv.done).toEqual([]);
  wait(tv, OK_HELD_MILLIS).press("ok");

  expect(tv.done).toEqual([{ do: "name-wearer", readingId: "reading-1", patientId: LI.id }]);
  expect(screenOf(tv.tv)).toBe("home");
});

test("none of us is an answer, and Back puts the question off", () => {
  const one = atHome(ofTwo({ unclaimed: [unclaimed()] })).afterLooking();
  one.press("right", "right", "ok");
  expect(one.done).toEqual([{ do: "name-wearer", readingId: "reading-1", patientId: undefined }]);

  const two = atHome(ofTwo({ unclaimed: [unclaimed()] })).press("back");
  expect(two.done).toEqual([]);
  expect(screenOf(two.tv)).toBe("home");
});

test("who lives alone is never asked, and a ring lies over the question", () => {
  expect(screenOf(atHome({ unclaimed: [unclaimed()] }).tv)).toBe("home");
  const ringing = atHome(ofTwo({ unclaimed: [unclaimed()] })).view("ringing");
  expect(screenOf(ringing.tv)).toBe("ring");
});

test("the card of another reading is shown first", () => {
  const tv = atHome(ofTwo({ unclaimed: [unclaimed("reading-2")] })).send({
    type: "measurement",
    card: card({ id: "reading-1" }),
  });

  expect(screenOf(tv.tv)).toBe("measurement");
  expect(screenOf(tv.press("ok").tv)).toBe("whose");
});

test("a parent agrees by an OK after looking, and only then there is a code", () => {
  const tv = atHome().press(...TO_CHILDREN, "ok", "right");
  expect(screenOf(tv.tv)).toBe("invite");
  expect(tv.press("ok").done).toEqual([]);

  tv.afterLooking().press("ok");

  expect(tv.done).toEqual([{ do: "make-code", patientId: WANG.id }]);
  expect(screenOf(invited().tv)).toBe("invite-code");
});

test("before it is known who lives here, nobody is said to be missing", () => {
  const tv = new Driven()
    .send({ type: "link", which: "hub", link: "up" }, { type: "box", state: boxState() })
    .press(...TO_CHILDREN.slice(0, -1), "ok", "ok");
  expect(screenOf(tv.tv)).toBe("children");
  expect(tv.tv.notice).toEqual({ kind: "connecting" });

  tv.send({ type: "inbox", inbox: inbox() });

  expect(tv.tv.notice).toBeUndefined();
});

test("of two parents it is asked to whom the child binds", () => {
  const tv = atHome(ofTwo()).press(...TO_CHILDREN, "down", "ok");
  expect(screenOf(tv.tv)).toBe("invite-whom");

  tv.press("down", "ok", "right").afterLooking().press("ok");

  expect(tv.done).toEqual([{ do: "make-code", patientId: LI.id }]);
});

test("of five parents, the last is reached by the key for the next ones", () => {
  const patients = [1, 2, 3, 4, 5].map((n) => ({
    patient: patientNumber(n),
    vitals: {},
    family: [],
  }));
  const tv = atHome({ patients }).press(...TO_CHILDREN, "ok");
  expect(layoutOf(tv.tv)).toEqual([["patient-1"], ["patient-2"], ["more"], ["home"]]);

  tv.press("down", "down", "ok", "ok");

  expect(layoutOf(tv.tv)).toEqual([["patient-5"], ["more"], ["home"]]);
});

test("the code's screen names who has come", () => {
  const tv = invited();
  expect(newlyBound(tv.tv)).toEqual([]);

  tv.send({
    type: "inbox",
    inbox: inbox({ patients: [{ patient: WANG, vitals: {}, family: [MING] }] }),
  });

  expect(newlyBound(tv.tv)).toEqual([MING]);
});

test("a code that is over is taken off the screen", () => {
  const tv = invited();
  expect(inviteCode(tv.tv)).toBe("K7MP4XQ2");

  expect(inviteCode(wait(tv, INVITE_MILLIS - 1).tv)).toBe("K7MP4XQ2");
  expect(inviteCode(wait(tv, 1).tv)).toBeUndefined();
  expect(screenOf(tv.tv)).toBe("invite-code");
});

test("a code that comes after the person has walked on is not shown", () => {
  const tv = atHome()
    .press(...TO_CHILDREN, "ok", "right")
    .afterLooking()
    .press("ok", "back")
    .send({ type: "code", patientId: WANG.id, code: "K7MP4XQ2" });

  expect(screenOf(tv.tv)).toBe("home");
});

test("a binding is ended by a second key, and without a network not at all", () => {
  const tv = atHome(ofTwo()).press(...TO_CHILDREN);
  expect(tv.tv.focus.id).toBe(`${WANG.id}/${MING.accountId}`);
  tv.press("ok");
  expect(dialogOf(tv.tv)).toBe("unbind");
  expect(tv.press("right", "ok").done).toEqual([]);
  expect(tv.afterLooking().press("ok").done).toEqual([UNBIND]);

  const lost = atHome(ofTwo()).send({ type: "link", which: "hub", link: "lost" });
  lost
    .press(...TO_CHILDREN, "ok", "right")
    .afterLooking()
    .press("ok");
  expect(lost.done).toEqual([]);
  expect(lost.tv.notice?.kind).toBe("not-connected");
});

test("the television is made new only after two questions and five seconds without a key", () => {
  const tv = atHome().send({ type: "box", state: boxState({ outboxWaiting: 2 }) });
  tv.press(...TO_RESET, "right", "ok");
  expect(dialogOf(tv.tv)).toBe("reset");
  tv.press("right", "ok", "ok");
  wait(tv, RESET_HELD_MILLIS - 1).press("ok");
  wait(tv, RESET_HELD_MILLIS - 1).press("up");
  wait(tv, RESET_HELD_MILLIS - 1).press("ok");
  expect(tv.done).toEqual([]);

  wait(tv, RESET_HELD_MILLIS).press("ok");

  expect(tv.done).toEqual([{ do: "reset", unsent: 2 }]);
});

test("a television that was not made new says so", () => {
  const problem = { type: "urn:wuduan:problem:wrong-state", title: "", status: 409 };
  const tv = atHome().send({ type: "answered", command: "reset", problem });

  expect(tv.tv.notice).toEqual({ kind: "refused", problem });
});

test("Back leaves the question before the television is made new", () => {
  const tv = atHome().press(...TO_RESET, "right", "ok", "right", "back");

  expect(dialogOf(tv.tv)).toBeUndefined();
  expect(screenOf(tv.tv)).toBe("reset");
});
