// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type { HomePrescription, View } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test } from "vitest";
import example from "../../../cloud-hub/contract/examples/MedicinesView.json";
import type { Parent } from "../family.ts";
import { PhoneProvider, type Phone } from "../phone.tsx";
import { Medicines } from "./Medicines.tsx";

afterEach(cleanup);

function shown(
  state: HomePrescription["state"],
  order: NonNullable<HomePrescription["order"]>["state"],
) {
  const [first] = example.prescriptions;
  const kept = { id: "order-1", state: order, attempts: 1, changedAt: "2026-11-29T08:00:00Z" };
  const view = { ...example, prescriptions: [{ ...first, state, order: kept }] };
  const live = {
    watch: (_stream: string, onView: (seen: View) => void) => {
      onView(view as View);
      return () => {};
    },
  } as unknown as Live;
  const parent = { patient: example.patient, rights: ["take_part"] } as unknown as Parent;
  const { container } = render(
    <PhoneProvider value={{ live, commands: {} as Commands } as Phone}>
      <Medicines parent={parent} />
    </PhoneProvider>,
  );
  return {
    order: container.querySelector("[data-order]")?.textContent,
    mayOrder: container.querySelector('[data-action="order-medicines"]') !== null,
  };
}

test.each([
  ["awaiting_review", "withdrawing", "药店还没有答复。药送到了也请不要吃。"],
  ["awaiting_review", "withdrawn", "药店已撤单，这些药不会送来。"],
  ["cancelled", "too_late", "请不要吃，马上打电话给药店或医生。"],
] as const)(
  "of one that is %s and an order that is %s the home reads so",
  (state, order, words) => {
    const seen = shown(state, order);

    expect(seen.order).toContain(words);
    expect(seen.mayOrder).toBe(false);
  },
);

test("once it was approved again, what was withdrawn can be ordered anew", () => {
  expect(shown("approved", "withdrawn")).toEqual({
    order: "药店已撤单，不会送药",
    mayOrder: true,
  });
});
