import { describe, expect, it } from "vitest";
import type { OperationsPart, OperationsStatus } from "@wuduan/contract/messages.ts";
import {
  asKnown,
  heard,
  isStale,
  NOTHING_HEARD,
  ofGroup,
  shortId,
  STALE_MILLIS,
  troubled,
} from "./status.ts";

const part = (kind: OperationsPart["kind"], state: OperationsPart["state"]): OperationsPart => ({
  kind,
  name: kind,
  state,
});

const status = (at: string): OperationsStatus => ({
  at,
  startedAt: "2026-11-22T00:00:00Z",
  underWay: 0,
  waiting: 0,
  connections: 1,
  boxes: 0,
  boxesOnLine: 0,
  calls: 0,
  liveCalls: [],
  parts: [],
});

describe("what the page has heard", () => {
  it("keeps the last status while the hub is away", () => {
    const before = heard(NOTHING_HEARD, 0, "here", status("2026-11-22T01:00:00Z"));

    const after = heard(before, 5000, "hub-away");

    expect(after.reach).toBe("hub-away");
    expect(after.status).toBe(before.status);
  });

  it("is stale when the hub answers the same for too long, and no earlier", () => {
    const first = heard(NOTHING_HEARD, 1000, "here", status("2026-11-22T01:00:00Z"));
    const again = heard(first, 9000, "here", status("2026-11-22T01:00:00Z"));

    expect(isStale(again, 1000 + STALE_MILLIS)).toBe(false);
    expect(isStale(again, 1000 + STALE_MILLIS + 1)).toBe(true);
    expect(isStale(heard(again, 9000, "here", status("2026-11-22T01:00:02Z")), 17_000)).toBe(false);
  });

  it("does not call an unreachable hub stale as well", () => {
    const away = heard(heard(NOTHING_HEARD, 0, "here", status("x")), 1, "hub-away");

    expect(isStale(away, STALE_MILLIS * 2)).toBe(false);
  });
});

describe("while the hub is not heard", () => {
  const known = heard(NOTHING_HEARD, 0, "here", {
    ...status("2026-11-22T01:00:00Z"),
    parts: [
      { ...part("database", "well"), since: "2026-11-22T00:00:00Z" },
      part("disk", "well"),
      part("box", "away"),
    ],
  });
  const states = (parts: readonly OperationsPart[]) => parts.map(({ state }) => state);

  it("calls nothing well any more that was", () => {
    expect(states(asKnown(known, false))).toEqual(["well", "well", "away"]);
    expect(states(asKnown(known, true))).toEqual(["unknown", "unknown", "away"]);
    expect(states(asKnown(heard(known, 1, "hub-away"), false))).toEqual([
      "unknown",
      "unknown",
      "away",
    ]);
  });

  it("calls the database ill when it is known to be away", () => {
    expect(states(asKnown(heard(known, 1, "database-away"), false))).toEqual([
      "ill",
      "unknown",
      "away",
    ]);
  });

  it("does not say that it has been so since it was well", () => {
    expect(asKnown(heard(known, 1, "database-away"), false)[0]?.since).toBeUndefined();
  });

  it("has nothing to say before the first answer", () => {
    expect(asKnown(NOTHING_HEARD, false)).toEqual([]);
  });
});

it("takes ill, draining and unknown parts for troubles, and no television that is off", () => {
  const parts = [
    part("bridge", "ill"),
    part("bridge", "draining"),
    part("process", "unknown"),
    part("box", "away"),
    part("disk", "well"),
  ];

  expect(troubled(parts).map(({ state }) => state)).toEqual(["ill", "draining", "unknown"]);
});

it("puts every kind of part into a group", () => {
  const parts = [part("launcher", "well"), part("seals", "well"), part("box", "well")];

  expect(ofGroup(parts, "processes")).toEqual([parts[0]]);
  expect(ofGroup(parts, "store")).toEqual([parts[1]]);
  expect(ofGroup(parts, "boxes")).toEqual([parts[2]]);
  expect(ofGroup(parts, "bridges")).toEqual([]);
});

it("shortens ids and leaves names", () => {
  expect(shortId("0198c0de-0000-7000-8000-000000000031")).toBe("…00000031");
  expect(shortId("janus-a")).toBe("janus-a");
});
