import { expect, test } from "vitest";
import { atHome, card, inbox, seat, summary, WANG } from "../core/fixtures.ts";
import { spokenOn, SPOKEN_CHARACTERS_MAX } from "../spoken.ts";
import { isNewCard, somebodyCame } from "./prompts.ts";
import { createVoice } from "./voice.ts";

function listening() {
  const heard: string[] = [];
  const stops: string[] = [];
  const voice = createVoice({
    fetchSpeech: (text) => Promise.resolve(text === "mute" ? undefined : new Blob([text])),
    play: async (speech, stopped) => {
      const text = await speech.text();
      heard.push(text);
      if (!text.startsWith("long")) return;
      await new Promise<void>((done) => {
        stopped.addEventListener("abort", () => done());
      });
      stops.push(text);
    },
  });
  return { heard, stops, voice };
}

test("parts are spoken one after the other, and only new parts on the same occasion", async () => {
  const { heard, voice } = listening();

  voice.say({ occasion: "card", parts: ["142"] }, "zh-CN");
  voice.say({ occasion: "card", parts: ["142", "higher"] }, "zh-CN");

  await expect.poll(() => heard).toEqual(["142", "higher"]);
});

test("a new screen stops the prompt of the one before", async () => {
  const { heard, stops, voice } = listening();
  voice.say({ occasion: "home", parts: ["long prompt", "never"] }, "zh-CN");
  await expect.poll(() => heard).toEqual(["long prompt"]);

  voice.say({ occasion: "call", parts: [] }, "zh-CN");

  await expect.poll(() => stops).toEqual(["long prompt"]);
  voice.say({ occasion: "home", parts: ["again"] }, "zh-CN");
  await expect.poll(() => heard).toEqual(["long prompt", "again"]);
});

test("without a voice the next part still comes", async () => {
  const { heard, voice } = listening();

  voice.say({ occasion: "home", parts: ["mute", "there"] }, "zh-CN");

  await expect.poll(() => heard).toEqual(["there"]);
});

test("the way to a doctor is spoken only while a doctor can be reached", () => {
  const tv = atHome();
  expect(spokenOn(tv.tv).parts.join()).toContain("看医生");

  tv.send({ type: "link", which: "hub", link: "lost" });
  expect(spokenOn(tv.tv).parts.join()).not.toContain("看医生");
});

test("the hour of the day wakes nobody", () => {
  const tv = atHome();
  const before = spokenOn(tv.tv);

  tv.send({ type: "tick", now: tv.tv.now + 8 * 3_600_000 });

  expect(spokenOn(tv.tv)).toEqual(before);
});

function speaking() {
  return atHome().press("right", "down", "ok", "right", "right", "ok", "down", "ok").press("back");
}

test("where keys are read aloud, the first is said after the prompt and each other one at once", () => {
  const tv = speaking();
  expect(spokenOn(tv.tv).parts[1]).toBe("家人");

  const home = spokenOn(tv.tv).occasion;
  tv.press("up");
  expect(spokenOn(tv.tv).parts).toEqual(["量一量"]);
  expect(spokenOn(tv.tv).occasion).not.toBe(home);
  expect(spokenOn(atHome().press("right").tv).parts).not.toContain("量一量");
});

test("where keys are read aloud, a call is silent until somebody walks, and says the key alone", () => {
  const tv = speaking().view("live");
  expect(spokenOn(tv.tv).parts).toEqual([]);

  expect(spokenOn(tv.press("right").tv).parts).toEqual(["静音"]);
  expect(spokenOn(tv.press("red").tv).parts).toEqual(["要结束通话吗？", "继续看医生"]);
});

test("health is spoken with the blood pressure and its day, and never with a stream", () => {
  const at = "2026-11-22T02:15:04Z";
  const sign = (mdc: number, loinc: string, value: string) => ({
    readingId: `reading-${mdc}`,
    at,
    receivedAt: at,
    takenAtKnown: true,
    marks: [],
    values: [{ loinc, mdc, quantity: { value, unit: "mm[Hg]" } }],
  });
  const vitals = {
    bloodPressure: sign(150021, "8480-6", "142"),
    heartRate: sign(147842, "8867-4", "71"),
  };
  const words = spokenOn(
    atHome({ patients: [{ patient: WANG, vitals, family: [] }] }).press("down", "ok").tv,
  ).parts.join();

  expect(words).toContain("高压 142");
  expect(words).toContain("22");
  expect(words).not.toContain("71");
});

test("in a call the television is silent", () => {
  expect(spokenOn(atHome().view("live").press("back").tv).parts).toEqual([]);
});

test("a measurement is spoken with its numbers, a stream without them", () => {
  const tv = atHome().send({ type: "measurement", card: card() });
  expect(spokenOn(tv.tv).parts.join()).toContain("高压 142");

  const stream = card({
    profile: "heart_rate",
    values: [{ loinc: "8867-4", mdc: 147842, quantity: { value: "72", unit: "/min" } }],
  });
  const worn = atHome().press("right", "ok").send({ type: "measurement", card: stream });
  expect(spokenOn(worn.tv).parts.join()).not.toContain("72");
});

test("the summary is spoken page by page, within what the box accepts", () => {
  const text = "每天早上吃一片药。".repeat(120);
  const tv = atHome().send({ type: "inbox", inbox: inbox({ summaries: [summary({ text })] }) });
  const first = spokenOn(tv.tv);

  expect(first.parts.every((part) => part.length <= SPOKEN_CHARACTERS_MAX)).toBe(true);
  expect(spokenOn(tv.press("down").tv).occasion).not.toBe(first.occasion);
});

test("a card sounds when it opens, and a stream not each second", () => {
  const heart = (id: string) => card({ id, profile: "heart_rate" });
  const guide = () => atHome().press("right", "ok");
  const home = guide().tv;
  const shown = guide().send({ type: "measurement", card: heart("a") }).tv;
  const renewed = guide().send(
    { type: "measurement", card: heart("a") },
    { type: "measurement", card: heart("b") },
  ).tv;

  expect(isNewCard(home, shown)).toBe(true);
  expect(isNewCard(shown, renewed)).toBe(false);
});

test("somebody who comes into the call is heard, who was there is not", () => {
  const seats = [seat("patient"), seat("county", "reconnecting")];
  const media = { id: "call", generation: 1, media: "ready", mySeatId: "seat-patient" } as const;
  const alone = atHome().view("live", { call: { ...media, seats } });
  const call = atHome().view("live").tv;

  expect(somebodyCame(undefined, call)).toBe(false);
  expect(somebodyCame(call, call)).toBe(false);
  expect(somebodyCame(alone.tv, call)).toBe(true);
});
