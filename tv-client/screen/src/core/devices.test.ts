import type { WearablePairing, WearablesView } from "@wuduan/contract/messages.ts";
import { expect, test } from "vitest";
import { labelOf } from "../labels.ts";
import { atHome, patientNumber, WANG } from "./fixtures.ts";
import { layoutOf, screenOf } from "./screen.ts";

const FATHER = patientNumber(2);
const CUFF = {
  address: "C0:00:00:00:01:01",
  model: "SimBP",
  profiles: ["blood_pressure" as const],
  wearers: [WANG.id],
};
const EAR = {
  address: "C0:00:00:00:01:04",
  model: "SimThermo",
  profiles: ["thermometer" as const],
  signal: -55,
};

function view(change: Partial<WearablesView> = {}): WearablesView {
  return {
    kind: "wearables",
    household: { id: "0198c0de-0000-7000-8000-000000000015", name: "演示一家" },
    patients: [WANG, FATHER],
    wearables: [CUFF],
    ...change,
  };
}

function pairing(change: Partial<WearablePairing> = {}): WearablePairing {
  return {
    id: "0198c0de-0000-7000-8000-0000000000a1",
    state: "searching",
    expiresAt: "2026-11-22T02:20:00Z",
    attempt: 0,
    found: [EAR],
    ...change,
  };
}

/** In the guide to measuring, one key to the right of home. */
const devices = (shown = view()) =>
  atHome().send({ type: "wearables", view: shown }).press("right", "ok", "right", "ok");
const adding = (state: WearablePairing) =>
  devices()
    .press("down", "ok")
    .send({ type: "wearables", view: view({ pairing: state }) });

test("the devices are one key away from measuring, and adding begins with one more", () => {
  const list = devices();
  expect(screenOf(list.tv)).toBe("devices");

  const begun = list.press("down", "ok");

  expect(screenOf(begun.tv)).toBe("pairing");
  expect(begun.done).toContainEqual(
    expect.objectContaining({ do: "wearable", step: { name: "start" } }),
  );
});

test("found devices can be chosen, the nearest first, and never more than fit", () => {
  const found = [-80, -50, -90, -60].map((signal, n) => ({ ...EAR, address: `D${n}`, signal }));

  const tv = adding(pairing({ found }));

  expect(layoutOf(tv.tv)).toEqual([["D1", "D3", "D0", "stop-pairing"]]);
});

test("a found device takes the focus from the way out, and an OK pressed just then chooses nothing", () => {
  const tv = adding(pairing({ found: [] }));
  expect(tv.tv.focus.id).toBe("stop-pairing");
  tv.send({ type: "answered", command: "wearable", problem: undefined }).afterLooking();
  const choose = { step: { name: "choose", pairingId: pairing().id, address: EAR.address } };

  tv.send({ type: "wearables", view: view({ pairing: pairing() }) });

  expect(tv.tv.focus.id).toBe(EAR.address);
  expect(tv.press("ok").done).not.toContainEqual(expect.objectContaining(choose));
  expect(tv.afterLooking().press("ok").done).toContainEqual(expect.objectContaining(choose));
});

test("another device that comes does not move the focus", () => {
  const other = { ...EAR, address: "D9", signal: -40 };
  const tv = adding(pairing({ found: [EAR] })).press("right");

  tv.send({ type: "wearables", view: view({ pairing: pairing({ found: [EAR, other] }) }) });

  expect(tv.tv.focus.id).toBe("stop-pairing");
});

test("after a failed pairing the focus is on a device again", () => {
  const tv = adding(pairing()).send(
    { type: "wearables", view: view({ pairing: pairing({ state: "pairing" }) }) },
    { type: "wearables", view: view({ pairing: pairing({ state: "failed" }) }) },
  );

  expect(tv.tv.focus.id).toBe(EAR.address);
});

test("the two who may get a device lie beside each other, as they are drawn", () => {
  const tv = adding(pairing({ state: "paired" }));

  expect(tv.tv.focus.id).toBe(WANG.id);
  expect(tv.press("right").tv.focus.id).toBe(FATHER.id);
});

test("of five who may get a device, the last is reached by the key for the next ones", () => {
  const patients = [1, 2, 3, 4, 5].map((n) => patientNumber(n));
  const tv = adding(pairing());
  tv.send({ type: "answered", command: "wearable", problem: undefined });

  tv.send({ type: "wearables", view: view({ patients, pairing: pairing({ state: "paired" }) }) });
  expect(layoutOf(tv.tv)).toEqual([["patient-1", "patient-2", "more"]]);
  expect(labelOf(tv.tv, "more")).toBe("还有别人");
  tv.press("right", "right").afterLooking().press("ok").afterLooking().press("ok");

  expect(layoutOf(tv.tv)).toEqual([["patient-5", "more"]]);
  expect(tv.press("left").afterLooking().press("ok").done).toContainEqual(
    expect.objectContaining({
      step: { name: "add", pairingId: pairing().id, patientId: "patient-5" },
    }),
  );
});

test("where nobody lives who could get a device, adding can be ended", () => {
  const shown = view({ patients: [], pairing: pairing({ state: "paired" }) });

  const tv = devices().press("down", "ok").send({ type: "wearables", view: shown });

  expect(layoutOf(tv.tv)).toEqual([["stop-pairing"]]);
});

test("the key to the next devices does not speak of people", () => {
  const more = [1, 2, 3].map((n) => ({ ...CUFF, address: `C${n}` }));

  const tv = devices(view({ wearables: more }));

  expect(labelOf(tv.tv, "more")).toBe("还有设备");
});

test("a code is typed by digit keys, and by arrows where the remote control has none", () => {
  const asked = () => adding(pairing({ state: "type_code" }));
  const byArrows = asked().press("up", "right", "down", "right");

  expect(byArrows.tv.typed).toEqual({ digits: "190000", at: 2 });
  const typed = [4, 7, 1, 1].reduce(
    (tv, digit) => tv.send({ type: "press", keyCode: 48 + digit }),
    asked().press("right", "right"),
  );
  expect(typed.tv.typed).toEqual({ digits: "004711", at: 5 });
});

test("one key changes the wearer to the other one, and another removes only when asked twice", () => {
  const one = devices().press("ok");
  expect(screenOf(one.tv)).toBe("device");
  expect(layoutOf(one.tv)).toEqual([["home", "next-wearer", "next-name", "remove-device"]]);

  expect(one.press("right", "ok").done).toContainEqual(
    expect.objectContaining({
      step: { name: "wearer", address: CUFF.address, patientId: FATHER.id },
    }),
  );
  const remove = { step: { name: "remove", address: CUFF.address } };
  const asked = devices().press("ok", "right", "right", "right", "ok");
  expect(asked.done).not.toContainEqual(expect.objectContaining(remove));
  expect(layoutOf(asked.tv)).toEqual([["stay", "remove-really"]]);
  expect(asked.press("right", "ok").done).toContainEqual(expect.objectContaining(remove));
});

test("Back leaves the steps without ending them, and a device that is gone leaves its screen usable", () => {
  expect(screenOf(adding(pairing()).press("back").tv)).toBe("devices");

  const gone = devices()
    .press("ok")
    .send({ type: "wearables", view: view({ wearables: [] }) });
  expect(layoutOf(gone.tv)).toEqual([["home"]]);
});
