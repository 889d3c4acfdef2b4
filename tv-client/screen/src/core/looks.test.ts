import { expect, test } from "vitest";
import { AT, atHome, ofTwo, WANG } from "./fixtures.ts";
import { LOOKS_PER_PAGE, looksOnPage, type Look } from "./looks.ts";
import { layoutOf, screenOf } from "./screen.ts";

const TO_LOOKS = ["down", "ok", "right", "ok"] as const;

const look = (who: string): Look => ({ who, kind: "doctor", what: "vitals", at: AT });
const looks = (count: number): Look[] =>
  Array.from({ length: count }, (_, n) => look(`演示·医生${n + 1}`));
const come = (list: readonly Look[] | "missing", patientId = WANG.id) =>
  ({ type: "looks", looks: { patientId, list } }) as const;

test("谁看过 asks for the person whose health is shown and goes home by Back", () => {
  const tv = atHome().press(...TO_LOOKS);

  expect(screenOf(tv.tv)).toBe("looks");
  expect(tv.done).toEqual([{ do: "fetch-looks", patientId: WANG.id }]);
  expect(looksOnPage(tv.tv)).toEqual([]);
  expect(screenOf(tv.press("back").tv)).toBe("home");
});

test("three are on a page, one more makes another page, and the pages turn round", () => {
  const full = atHome()
    .press(...TO_LOOKS)
    .send(come(looks(LOOKS_PER_PAGE)));
  expect(layoutOf(full.tv)).toEqual([["home"]]);

  const tv = atHome()
    .press(...TO_LOOKS)
    .send(come(looks(LOOKS_PER_PAGE + 1)))
    .press("right", "ok");
  expect(looksOnPage(tv.tv).map(({ who }) => who)).toEqual(["演示·医生4"]);
  expect(looksOnPage(tv.press("ok").tv)).toHaveLength(LOOKS_PER_PAGE);
});

test("what could not be asked can be asked again, and is asked anew each time", () => {
  const tv = atHome()
    .press(...TO_LOOKS)
    .send(come("missing"));

  expect(layoutOf(tv.tv)).toEqual([["home", "fetch"]]);
  tv.press("right", "ok").send(come(looks(1)));
  expect(looksOnPage(tv.tv)).toHaveLength(1);
  expect(tv.asked()).toEqual(["fetch-looks", "fetch-looks"]);
});

test("an answer about another person is not shown", () => {
  const tv = atHome(ofTwo())
    .press("down", "ok", "right", "right", "ok")
    .send(come(looks(1), "0198c0de-0000-7000-8000-0000000000ff"));

  expect(screenOf(tv.tv)).toBe("looks");
  expect(looksOnPage(tv.tv)).toEqual([]);
});

test("without the hub nothing is asked", () => {
  const tv = atHome()
    .press("down", "ok", "right")
    .send({ type: "link", which: "hub", link: "lost" })
    .press("ok");

  expect(tv.done).toEqual([]);
  expect(tv.tv.notice).toEqual({ kind: "not-connected" });
});
