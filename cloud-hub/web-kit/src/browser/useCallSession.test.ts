import { expect, test } from "vitest";
import type { ConsultationView, Presence } from "@wuduan/contract/messages.ts";
import example from "../../../contract/examples/ConsultationView.json";
import { isSeated } from "./useCallSession.ts";

const view = example as ConsultationView;

function withMyPresence(presence: Presence): ConsultationView {
  if (!view.call) throw new Error("the example has a call");
  const { mySeatId } = view.call;
  const seats = view.call.seats.map((seat) =>
    seat.id === mySeatId ? { ...seat, presence } : seat,
  );
  return { ...view, call: { ...view.call, seats } };
}

test("somebody whose link was lost still has the seat and comes back into it", () => {
  expect(isSeated(withMyPresence("reconnecting"))).toBe(true);
  expect(isSeated(withMyPresence("absent"))).toBe(true);
});

test("whoever left on purpose is not pulled back in", () => {
  expect(isSeated(withMyPresence("left"))).toBe(false);
});

test("a concluded consultation seats nobody", () => {
  expect(isSeated({ ...withMyPresence("present"), state: "concluded" })).toBe(false);
});
