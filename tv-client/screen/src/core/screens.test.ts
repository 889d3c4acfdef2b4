import type { ConsentText } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import {
  AT,
  atHome,
  boxState,
  card,
  CONSULTATION_ID,
  inbox,
  NOW,
  patientNumber,
  summary,
  WANG,
} from "./fixtures.ts";
import { OK_HELD_MILLIS } from "./ready.ts";
import { understoodId } from "./said.ts";
import { layoutOf, screenOf, textPages } from "./screen.ts";

const TEXT: ConsentText = {
  version: "home-consultation-2",
  language: "zh-CN",
  title: "视频看病同意书",
  paragraphs: ["医生会通过电视和您说话。".repeat(14), "您可以随时结束。"],
};
const consentText = { type: "consent-text", text: TEXT } as const;

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
  tv.press("down").afterLooking();
  expect(tv.tv.focus.id).toBe("agree");
  tv.press("ok");
  expect(tv.done).toEqual([
    {
      do: "consent",
      id: CONSULTATION_ID,
      decision: "agreed",
      language: TEXT.language,
      textVersion: TEXT.version,
    },
  ]);
});

test("OK shows the next page before it agrees, so that nobody agrees unseen", () => {
  const tv = atHome().view("consenting").send(consentText);
  tv.asked();
  expect(tv.tv.focus.id).toBe("next");

  expect(tv.afterLooking().press("ok").asked()).toEqual([]);
  expect(tv.tv.page).toBe(1);
  expect(tv.tv.focus.id).toBe("agree");
  expect(tv.afterLooking().press("ok").asked()).toEqual(["consent"]);
});

test("three OKs in a row while it rings answer and agree to nothing", () => {
  const tv = atHome().view("ringing").press("ok");
  tv.send({ type: "answered", command: "answer", problem: undefined }).view("consenting");
  tv.send(consentText);
  expect(tv.asked()).toEqual(["answer", "fetch-consent-text"]);

  for (const press of [1, 2, 3]) {
    tv.send({ type: "tick", now: tv.tv.now + 250 }).press("ok");
    expect(tv.tv.page, `OK ${press}`).toBe(0);
  }
  expect(tv.asked()).toEqual([]);
});

test("the text is agreed to only after its last page was shown for a while, however it was turned", () => {
  const tv = atHome().view("consenting").send(consentText).afterLooking();
  tv.asked();
  expect(layoutOf(tv.tv)).toEqual([["next", "refuse"]]);

  tv.press("down", "ok").send({ type: "tick", now: tv.tv.now + OK_HELD_MILLIS - 1 });
  expect(tv.press("ok").send({ type: "click", id: "agree" }).asked()).toEqual([]);
  expect(tv.press("right").tv.focus.id).toBe("refuse");
  expect(tv.press("up", "down").afterLooking().press("left", "ok").asked()).toEqual(["consent"]);
});

test("a clock that is set back keeps no key dead", () => {
  const tv = atHome().view("consenting").send(consentText).afterLooking();

  tv.send({ type: "tick", now: NOW - 3_600_000 });
  expect(tv.press("ok").tv.page).toBe(0);
  expect(tv.afterLooking().press("ok").tv.page).toBe(1);
});

test("refusing consent takes two steps and says so at home", () => {
  const tv = atHome().view("consenting").send(consentText);
  tv.asked();

  expect(tv.press("down").afterLooking().press("right", "ok").asked()).toEqual([]);
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
  tv.send({ type: "click", id: "agree" });
  expect(tv.asked()).toEqual([]);
});

test.each([undefined, "missing"] as const)(
  "who refuses does not have to wait for the text (%s)",
  (text) => {
    const tv = atHome().view("consenting").send({ type: "consent-text", text });
    tv.asked();

    tv.press("right", "ok", "right", "ok");
    expect(tv.done).toMatchObject([
      { do: "consent", decision: "refused", language: "zh-CN", textVersion: undefined },
    ]);
  },
);

test("a text that comes while somebody refuses swallows no key", () => {
  const tv = atHome().view("consenting").press("right");
  tv.asked();

  tv.send(consentText).press("ok", "right", "ok");
  expect(tv.done).toMatchObject([{ do: "consent", decision: "refused" }]);
});

test("the view of an answered ring may come before the hub's word: the next key counts", () => {
  const tv = atHome().view("ringing").press("ok").view("consenting").send(consentText);
  tv.asked();

  expect(tv.afterLooking().press("right", "ok", "right", "ok").asked()).toEqual(["consent"]);
  tv.send({ type: "answered", command: "answer", problem: undefined });
  expect(tv.tv.pending).toBe("consent");
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

test("the summary comes after the call, once, and is remembered", () => {
  const tv = atHome().view("live").view("concluded");
  tv.send({ type: "inbox", inbox: inbox({ summaries: [summary()] }) });

  expect(screenOf(tv.tv)).toBe("summary");
  tv.afterLooking().press("ok");
  expect(tv.done).toEqual([
    { do: "remember-confirmed", ids: [CONSULTATION_ID, understoodId(CONSULTATION_ID)] },
    { do: "confirm-understanding", id: CONSULTATION_ID },
  ]);
  expect(screenOf(tv.tv)).toBe("home");
});

test("the doctor's words come also while another of the household waits, and the wait after them", () => {
  const waits = { consultationId: "other", state: "waiting", patient: patientNumber(2) } as const;
  const tv = atHome().view("live").view("concluded");
  tv.send({ type: "inbox", inbox: inbox({ summaries: [summary()], consultation: waits }) });
  tv.view("waiting", { id: "other", patient: patientNumber(2) });
  expect(screenOf(tv.tv)).toBe("summary");

  expect(screenOf(tv.view("ringing", { id: "other" }).tv)).toBe("ring");
  expect(screenOf(tv.view("consenting", { id: "other" }).tv)).toBe("consent");
  expect(screenOf(tv.view("live", { id: "other" }).tv)).toBe("call");
  tv.view("waiting", { id: "other" }).afterLooking().press("ok");
  const ids = [CONSULTATION_ID, understoodId(CONSULTATION_ID)];
  expect(tv.done).toContainEqual({ do: "remember-confirmed", ids });
  expect(screenOf(tv.tv)).toBe("waiting");
});

test("OK turns the pages of a summary and puts it away only on the last", () => {
  const text = "每天早上吃一片降压药,一周后复查。".repeat(14);
  const tv = atHome({ summaries: [summary({ text })] });
  expect(textPages(tv.tv).length).toBe(2);

  expect(tv.press("ok").tv.page).toBe(0);
  expect(tv.afterLooking().press("ok").tv.page).toBe(1);
  expect(tv.press("ok").asked()).toEqual([]);
  expect(tv.tv.focus.id).toBe("done");
  const asked = tv.afterLooking().press("ok").asked();
  expect(asked).toEqual(["remember-confirmed", "confirm-understanding"]);
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
  const tv = atHome().view("waiting").afterLooking().press("right", "right", "ok");
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

test("the keys are read aloud only where somebody chose it, and that is stored", () => {
  const tv = atHome().press("right", "down", "ok", "right", "right", "ok", "down");
  expect(tv.tv.focus.id).toBe("voice");

  tv.press("ok");
  expect(tv.done).toEqual([{ do: "remember-voice", on: true }]);
  expect(tv.tv.speaksKeys).toBe(true);
  tv.press("ok");
  expect(tv.done[1]).toEqual({ do: "remember-voice", on: false });
});

test("a remote that was taught works at once and is stored", () => {
  const tv = atHome().press("right", "down", "ok", "right", "right", "ok", "ok");
  expect(screenOf(tv.tv)).toBe("teach");
  for (const keyCode of [901, 902, 903, 904, 905, 906, 905]) tv.send({ type: "press", keyCode });

  expect(tv.asked()).toEqual(["remember-remote"]);
  expect(tv.send({ type: "press", keyCode: 901 }).tv.focus.id).toBe("measure");
});

test("the clock moves only by ticks", () => {
  expect(atHome().send({ type: "tick", now: NOW + 5 }).tv.now).toBe(NOW + 5);
});
