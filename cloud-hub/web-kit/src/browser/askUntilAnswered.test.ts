import type { Result } from "@wuduan/contract/commands.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ASK_AGAIN_MILLIS, askUntilAnswered } from "./askUntilAnswered.ts";

const away: Result<string> = {
  ok: false,
  problem: { type: "urn:wuduan:problem:unreachable", title: "unreachable", status: 0 },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a question that found nobody is asked again until it is answered, and then no more", async () => {
  const answers: Result<string>[] = [away, away, { ok: true, value: "here" }];
  const ask = vi.fn(() => Promise.resolve(answers.shift() ?? away));
  const told = vi.fn();

  askUntilAnswered(ask, told);
  await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MILLIS);

  expect(told.mock.calls).toEqual([["here"]]);
  expect(ask).toHaveBeenCalledTimes(3);
});

test("nobody is told who does not want it any more", async () => {
  const ask = vi.fn(() => Promise.resolve(away));
  const told = vi.fn();

  const stop = askUntilAnswered(ask, told);
  await vi.advanceTimersByTimeAsync(0);
  stop();
  await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MILLIS);

  expect(ask).toHaveBeenCalledOnce();
  expect(told).not.toHaveBeenCalled();
});
