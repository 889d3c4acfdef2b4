// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { DeskProvider, type Desk } from "../desk.tsx";
import { useDuty } from "./DutyBoard.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function asked(link: Desk["link"]) {
  vi.useFakeTimers();
  const dutyList = vi.fn(async () => ({ ok: true, value: { doctors: [], planned: [] } }));
  const desk = { link, commands: { dutyList }, session: { expire: () => undefined } };
  renderHook(useDuty, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DeskProvider value={desk as unknown as Desk}>{children}</DeskProvider>
    ),
  });
  const pass = (millis: number) =>
    act(async () => void (await vi.advanceTimersByTimeAsync(millis)));
  return { dutyList, pass };
}

test("who is on duty is asked at once and then each minute", async () => {
  const { dutyList, pass } = asked("up");
  expect(dutyList).toHaveBeenCalledTimes(1);

  await pass(59_000);
  expect(dutyList).toHaveBeenCalledTimes(1);
  await pass(61_000);
  expect(dutyList).toHaveBeenCalledTimes(3);
});

test("without a link nobody is asked", async () => {
  const { dutyList, pass } = asked("lost");

  await pass(120_000);

  expect(dutyList).not.toHaveBeenCalled();
});
