import { expect, test } from "vitest";
import type { Call, Presence, SeatRole } from "@wuduan/contract/messages.ts";
import { gridColumns, mainSeat, seatsShown } from "./seats.ts";

const seat = (role: SeatRole, presence: Presence = "present") => ({
  id: role,
  role,
  name: `演示·${role}`,
  presence,
});
const call = (...seats: ReturnType<typeof seat>[]): Call => ({
  id: "call",
  generation: 1,
  media: "ready",
  seats,
  mySeatId: "family",
});

test("the patient comes first and whoever left has no tile", () => {
  const shown = seatsShown(
    call(seat("tertiary"), seat("county", "left"), seat("family"), seat("patient")),
  );

  expect(shown.map((s) => s.role)).toEqual(["patient", "tertiary", "family"]);
});

test("a reconnecting or absent person keeps the tile", () => {
  const shown = seatsShown(call(seat("patient", "reconnecting"), seat("county", "absent")));

  expect(shown).toHaveLength(2);
});

test("the phone shows the first doctor large until another is chosen", () => {
  const five = call(seat("patient"), seat("family"), seat("first_contact"), seat("county"));

  expect(mainSeat(five, null)?.role).toBe("first_contact");
  expect(mainSeat(five, "county")?.role).toBe("county");
  expect(mainSeat(five, "someone who left")?.role).toBe("first_contact");
});

test("without a doctor the patient is large, and never the viewer", () => {
  expect(mainSeat(call(seat("family"), seat("patient")), null)?.role).toBe("patient");
  expect(mainSeat(call(seat("family")), null)).toBeUndefined();
});

test("a grid of five has three columns", () => {
  expect([1, 2, 4, 5, 6].map(gridColumns)).toEqual([1, 2, 2, 3, 3]);
});
