import type { Call, Seat, SeatRole } from "@wuduan/contract/messages.ts";

/** Reading order of the people in a call: the patient first, then by level, then family. */
const ORDER: SeatRole[] = ["patient", "first_contact", "county", "tertiary", "family"];

/** Seats that have a place on the screen: whoever left on purpose has none. */
export function seatsShown(call: Call): Seat[] {
  return call.seats
    .filter((seat) => seat.presence !== "left")
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

/** Who a phone shows large: the patient's first doctor, or whoever else is there. */
export function mainSeat(call: Call, chosen: string | null): Seat | undefined {
  const others = seatsShown(call).filter((seat) => seat.id !== call.mySeatId);
  const byRole = (role: SeatRole) =>
    others.find((seat) => seat.role === role && seat.presence !== "absent");
  return (
    others.find((seat) => seat.id === chosen) ??
    byRole("first_contact") ??
    byRole("patient") ??
    others[0]
  );
}

/** Columns of a video grid that wastes least of a wide stage. */
export function gridColumns(tiles: number): number {
  if (tiles <= 1) return 1;
  return tiles <= 4 ? 2 : 3;
}
