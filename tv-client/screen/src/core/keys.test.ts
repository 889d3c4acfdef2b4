import { expect, test } from "vitest";
import { DESKTOP_REMOTE, intentOf, PROFILES, remoteFrom, type ProfileName } from "./keys.ts";
import { askedKey, teach, TEACHING_BEGINS, TAUGHT_KEYS, type Teaching } from "./teaching.ts";

const names = Object.keys(PROFILES) as ProfileName[];

test.each(names)("the profile %s has arrows, OK and Back", (profile) => {
  const intents = Object.values(PROFILES[profile]);

  expect(intents).toEqual(expect.arrayContaining(["up", "down", "left", "right", "ok", "back"]));
});

test.each([
  ["desktop", 38, "up"],
  ["desktop", 27, "back"],
  ["desktop", 112, "red"],
  ["enrich", 65, "left"],
  ["huawei-overseas", 65, "red"],
  ["ipanel", 1, "up"],
  ["ipanel", 340, "back"],
  ["tizen", 10009, "back"],
  ["webos", 404, "green"],
  ["desktop", 49, "digit1"],
] as const)("on %s the code %i means %s", (profile, code, intent) => {
  expect(intentOf({ profile, taught: {} }, code)).toBe(intent);
});

test("a key that no profile knows means nothing", () => {
  expect(intentOf(DESKTOP_REMOTE, 999)).toBeUndefined();
  expect(intentOf({ profile: "ipanel", taught: {} }, 112)).toBeUndefined();
});

test("a taught key wins over its profile", () => {
  expect(intentOf({ profile: "desktop", taught: { 8: "ok" } }, 8)).toBe("ok");
});

test("a stored remote is read back, and anything else gives the desktop keyboard", () => {
  const stored = JSON.stringify({ profile: "webos", taught: { 5: "ok", 6: "explode" } });

  expect(remoteFrom(stored)).toEqual({ profile: "webos", taught: { 5: "ok" } });
  expect(remoteFrom(null)).toEqual(DESKTOP_REMOTE);
  expect(remoteFrom("{")).toEqual(DESKTOP_REMOTE);
  expect(remoteFrom("7")).toEqual(DESKTOP_REMOTE);
  expect(remoteFrom('{"profile":"toString"}')).toEqual(DESKTOP_REMOTE);
});

function learn(codes: readonly number[]): Teaching {
  return codes.reduce((teaching, code) => {
    const step = teach(teaching, code);
    if (step.kind !== "goes-on") throw new Error(step.kind);
    return step.teaching;
  }, TEACHING_BEGINS);
}

test("a remote is taught key by key and kept after OK was pressed again", () => {
  const asked: string[] = TAUGHT_KEYS.map((_, n) =>
    askedKey(learn([11, 12, 13, 14, 15, 16].slice(0, n))),
  );
  const end = teach(learn([11, 12, 13, 14, 15, 16]), 15);

  expect(asked).toEqual(["up", "down", "left", "right", "ok", "back"]);
  expect(end.kind).toBe("learnt");
  if (end.kind !== "learnt") return;
  expect(intentOf(end.remote, 15)).toBe("ok");
  expect(intentOf(end.remote, 11)).toBe("up");
  expect(intentOf(end.remote, 38)).toBe("up");
});

test("one key can't be taught twice", () => {
  const teaching = learn([11, 11]);

  expect(askedKey(teaching)).toBe("down");
  expect(teaching.repeated).toBe(true);
});

test("a wrong confirmation keeps the old remote", () => {
  expect(teach(learn([11, 12, 13, 14, 15, 16]), 16).kind).toBe("given-up");
});
