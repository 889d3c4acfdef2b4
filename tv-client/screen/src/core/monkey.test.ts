import type { ConsultationState } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import {
  AT,
  atHome,
  boxState,
  card,
  consultation,
  inbox,
  KEY,
  medicines,
  MING,
  patientNumber,
  summary,
  unclaimed,
  WANG,
  type Driven,
} from "./fixtures.ts";
import { FOCUSABLE_MAX, idsOf } from "./focus.ts";
import { layoutOf, screenOf, type ScreenName } from "./screen.ts";
import type { Effect, Tv, TvEvent } from "./tv.ts";

/** mulberry32: a seed replays a monkey. */
function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STATES: readonly ConsultationState[] = [
  "waiting",
  "ringing",
  "unanswered",
  "consenting",
  "live",
  "concluded",
];
const TEXT = {
  version: "1",
  language: "zh-CN",
  title: "同意书",
  paragraphs: ["好。".repeat(200)],
} as const;

/** Something that happens in the world at any moment: views, measurements, links, refusals. */
function worldEvent(random: () => number): TvEvent {
  const n = (count: number) => Math.floor(random() * count);
  const id = `consultation-${n(random() < 0.5 ? 3 : 1_000)}`;
  const events: readonly (() => TvEvent)[] = [
    () => ({ type: "consultation", view: { ...consultation(STATES[n(6)] ?? "live"), id } }),
    () => ({
      type: "consultation",
      view: consultation("cancelled", { id, cancelled: { by: "doctor", reason: "other", at: AT } }),
    }),
    () => ({ type: "consultation", view: undefined }),
    () => ({ type: "link", which: "hub", link: n(3) === 0 ? "lost" : "up" }),
    () => ({ type: "measurement", card: card({ id: `reading-${n(9)}` }) }),
    () => ({ type: "box", state: boxState({ locale: n(2) === 0 ? "en" : "zh-CN" }) }),
    () => ({
      type: "box",
      state: boxState(
        n(4) === 0 ? { hub: "not_enrolled", enrolment: { code: "K7MP4XQ2" } } : { hub: "up" },
      ),
    }),
    () => ({
      type: "inbox",
      inbox: inbox({
        patients: Array.from({ length: n(7) }, (_, i) => ({
          patient: patientNumber(i),
          vitals: {},
          family: i === 0 ? [MING] : [],
        })),
        unclaimed: n(3) === 0 ? [unclaimed(`reading-${n(9)}`)] : [],
        summaries: Array.from({ length: n(3) }, () =>
          summary({ consultationId: id, patient: WANG }),
        ),
      }),
    }),
    () => ({
      type: "consent-text",
      text: n(2) === 0 ? "missing" : { ...TEXT, paragraphs: [...TEXT.paragraphs] },
    }),
    () => ({
      type: "media",
      media: {
        phase: "live",
        micOn: n(2) === 0,
        cameraOn: true,
        sends: n(2) === 0 ? undefined : { sound: n(2) === 0, picture: n(2) === 0 },
      },
    }),
  ];
  return events[n(events.length)]?.() ?? { type: "tick", now: 0 };
}

/** As often taken back: it lies over where the monkey was. */
function prescribed(random: () => number): TvEvent {
  const patientId = WANG.id;
  if (random() < 0.5) return { type: "medicines", patientId, view: undefined };
  const state = random() < 0.5 ? "to_confirm" : "approved";
  const id = `prescription-${Math.floor(random() * 9)}`;
  if (random() < 0.8) return { type: "medicines", patientId, view: medicines({ id, state }) };
  const order = { id, state: "too_late", attempts: 1, changedAt: AT } as const;
  return { type: "medicines", patientId, view: medicines({ id, state: "rejected", order }) };
}

/** Commands get their answers, so that pending never stays. */
function answersOf(effects: readonly Effect[]): readonly TvEvent[] {
  const commands = [
    "request",
    "cancel",
    "answer",
    "inconvenient",
    "consent",
    "withdraw-consent",
    "confirm-understanding",
    "leave",
    "join",
    "make-code",
    "unbind",
    "name-wearer",
    "reset",
    "confirm-medicines",
  ] as const;
  return effects.flatMap((effect) => {
    const command = commands.find((name) => name === effect.do);
    return command === undefined
      ? []
      : [{ type: "answered", command, problem: undefined } as const];
  });
}

const KEYS = [...Object.values(KEY), 48, 49, 52, 57, 114, 115, 900, 901];
const NEVER_BY_BACK: readonly Effect["do"][] = [
  "leave",
  "withdraw-consent",
  "confirm-understanding",
  "cancel",
  "inconvenient",
  "consent",
  "answer",
  "confirm-medicines",
];

/** From anywhere but a ring, a consent and a call, Back alone leads home. */
function backLeadsHome(driven: Driven): boolean {
  const held: readonly ScreenName[] = ["ring", "consent", "call", "elsewhere"];
  for (let n = 0; n < 12; n++) {
    const screen = screenOf(driven.tv);
    if (screen === "home" || screen === "enrol" || held.includes(screen)) return true;
    driven.press("back");
  }
  return false;
}

/** Generous: it runs beside other work on few cores. */
const MONKEY_LIMIT_MILLIS = 60_000;

interface Walk {
  readonly reached: ReadonlySet<ScreenName>;
  readonly hangUps: number;
}

function checkPress(before: Tv, after: Tv, keyCode: number, asked: readonly Effect["do"][]): void {
  if (asked.includes("leave")) {
    expect(before.focus).toEqual({ on: "call/hang-up", id: "hang-up-really" });
    expect(keyCode).toBe(KEY.ok);
  }
  expect(asked).not.toContain("reset");
  expect(asked).not.toContain("unbind");
  expect(asked).not.toContain("withdraw-consent");
  if (keyCode === KEY.back) expect(asked.filter((one) => NEVER_BY_BACK.includes(one))).toEqual([]);
  const ids = idsOf(layoutOf(after));
  expect(ids).toContain(after.focus.id);
  expect(ids.length).toBeLessThanOrEqual(FOCUSABLE_MAX);
  expect(new Set(ids).size).toBe(ids.length);
}

function letLoose(seed: number, more?: (random: () => number) => TvEvent): Walk {
  const random = randomFrom(seed);
  const tv = atHome();
  const reached = new Set<ScreenName>();
  let hangUps = 0;
  for (let n = 0; n < 2_500; n++) {
    if (random() < 0.12) tv.send(worldEvent(random));
    if (more !== undefined && random() < 0.03) tv.send(more(random));
    tv.send({ type: "tick", now: tv.tv.now + Math.floor(random() * 1_000) });
    tv.done = [];
    const before = tv.tv;
    const keyCode = KEYS[Math.floor(random() * KEYS.length)] ?? KEY.ok;
    tv.send({ type: "press", keyCode });
    const asked = tv.done.map((effect) => effect.do);
    checkPress(before, tv.tv, keyCode, asked);
    if (asked.includes("leave")) hangUps++;
    reached.add(screenOf(tv.tv));
    tv.send(...answersOf(tv.done));
    if (n % 40 === 0) expect(backLeadsHome(tv), screenOf(tv.tv)).toBe(true);
  }
  return { reached, hangUps };
}

test(
  "eight seeded monkeys are never stranded and never hang up in one step",
  () => {
    const walks = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => letLoose(seed));

    expect(walks.reduce((sum, { hangUps }) => sum + hangUps, 0)).toBeGreaterThan(0);
    const reached = new Set(walks.flatMap((walk) => [...walk.reached]));
    expect([...reached].sort()).toEqual([
      "call",
      "cancelled",
      "children",
      "choose",
      "consent",
      "devices",
      "enrol",
      "family",
      "health",
      "home",
      "invite-whom",
      "left",
      "looks",
      "measure",
      "measurement",
      "ring",
      "settings",
      "summary",
      "teach",
      "waiting",
      "whose",
    ]);
  },
  MONKEY_LIMIT_MILLIS,
);

test(
  "monkeys to whom medicines are prescribed are never stranded either",
  () => {
    const walks = [21, 22, 23, 24].map((seed) => letLoose(seed, prescribed));

    const reached = new Set(walks.flatMap((walk) => [...walk.reached]));
    expect([...reached]).toEqual(expect.arrayContaining(["medicines", "call", "summary", "home"]));
  },
  MONKEY_LIMIT_MILLIS,
);

test("whatever the monkey did, a ring is answered by one OK", () => {
  const random = randomFrom(99);
  for (let round = 0; round < 200; round++) {
    const tv = atHome();
    for (let n = 0; n < 30; n++)
      tv.send({ type: "press", keyCode: KEYS[Math.floor(random() * KEYS.length)] ?? 13 });
    tv.send(...answersOf(tv.done));
    tv.done = [];
    tv.view("ringing").press("ok");

    expect(tv.done.map((effect) => effect.do)).toEqual(["answer"]);
  }
});
