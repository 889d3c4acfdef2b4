// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type { Prescription } from "@wuduan/contract/messages.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import example from "../../../contract/examples/Prescription.json";
import signed from "../../../contract/examples/SignedDocument.json";
import { OfficeProvider, type Office } from "../office.tsx";
import { ReviewCard } from "./ReviewCard.tsx";

beforeAll(fakeDialogs);
afterEach(cleanup);

const prescription = example as Prescription;
const asked: string[] = [];
const send = async (_: string, path: string) => {
  asked.push(path);
  return { ok: true, value: signed };
};
const office = {
  commands: { send } as unknown as Commands,
  live: { link: () => "up" } as Live,
} as Office;

const drawn = (card: Prescription) =>
  render(
    <OfficeProvider value={office}>
      <ReviewCard prescription={card} orders={undefined} />
    </OfficeProvider>,
  );

function shown(change: Partial<Prescription>, order: NonNullable<Prescription["order"]>["state"]) {
  const kept = { id: "order-1", state: order, attempts: 1, changedAt: "2026-11-29T08:00:00Z" };
  const card = { ...prescription, ...change, order: kept };
  const { container } = drawn(card);
  return container.querySelector("[data-order]")?.textContent;
}

test.each([
  ["awaiting_review", true],
  ["dispensed", false],
] as const)("of one that is %s the pharmacist has to review it again: %s", (state, again) => {
  const card = { ...prescription, state, againBecause: "allergy_added" as const };
  const { container } = drawn(card);

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

test.each([
  [".review-signed", `/api/prescriptions/${prescription.id}/signed`],
  ['[data-label="review"]', `/api/prescription-reviews/${prescription.id}/signed`],
])("the pharmacist verifies what was signed in %s", async (part, path) => {
  const { container } = drawn(prescription);

  const key = container.querySelector(`${part} [data-action="verify"]`);
  if (!key) throw new Error("no key to verify");
  await act(async () => void fireEvent.click(key));

  expect(asked.at(-1)).toBe(path);
  expect(container.querySelector("[data-whole='true']")).not.toBeNull();
  expect(container.querySelector('[data-action="signed-file"]')?.getAttribute("href")).toBe(
    `${path}/file`,
  );
  expect(container.querySelector('[data-action="print-prescription"]')).not.toBeNull();
});
