// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import type { Prescription } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test } from "vitest";
import example from "../../../contract/examples/Prescription.json";
import { ReviewCard } from "./ReviewCard.tsx";

afterEach(cleanup);

const prescription = example as Prescription;

function shown(change: Partial<Prescription>, order: NonNullable<Prescription["order"]>["state"]) {
  const kept = { id: "order-1", state: order, attempts: 1, changedAt: "2026-11-29T08:00:00Z" };
  const card = { ...prescription, ...change, order: kept };
  const { container } = render(<ReviewCard prescription={card} orders={undefined} />);
  return container.querySelector("[data-order]")?.textContent;
}

test.each([
  ["awaiting_review", true],
  ["dispensed", false],
] as const)("of one that is %s the pharmacist has to review it again: %s", (state, again) => {
  const card = { ...prescription, state, againBecause: "allergy_added" as const };
  const { container } = render(<ReviewCard prescription={card} orders={undefined} />);

  expect(container.textContent.includes("请重新审核")).toBe(again);
});

test.each([
  ["preparing", "可能已备药"],
  ["withdrawing", "药店还没有答复"],
  ["withdrawn", "药店已撤单"],
  ["too_late", "来不及撤单"],
] as const)("of one that is reviewed again the pharmacist reads that it is %s", (order, words) => {
  expect(shown({ state: "awaiting_review" }, order)).toContain(words);
});

test("one that the doctor cancelled too late is not passed over either", () => {
  expect(shown({ state: "cancelled" }, "too_late")).toContain("马上打电话给病人家");
});

test.each([
  ["approved", "preparing"],
  ["awaiting_review", "refused"],
  ["dispensed", "delivered"],
  ["cancelled", "delivered"],
] as const)("nobody has to call about one that is %s and %s", (state, order) => {
  expect(shown({ state }, order)).toBeUndefined();
});
