// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Beat, LiveToTerminal } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test } from "vitest";
import { HubNotice } from "./HubNotice.tsx";

afterEach(cleanup);

function shown() {
  const listeners = new Set<(message: LiveToTerminal) => void>();
  const live = {
    onMessage: (listener: (message: LiveToTerminal) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Live;
  const { unmount } = render(<HubNotice live={live} language="zh-CN" />);
  const beat = (notice?: Beat["notice"]) =>
    act(() => {
      const message: Beat = {
        type: "beat",
        at: "2026-11-22T01:00:00Z",
        heads: {},
        ...(notice && { notice }),
      };
      for (const listener of listeners) listener(message);
    });
  return { beat, listeners, unmount };
}

test("what the hub wants to be said is said, with what to do in an emergency, until it is over", () => {
  const { beat } = shown();
  beat();
  expect(screen.queryByRole("status")).toBeNull();

  beat("no_new_calls");
  expect(screen.getByRole("status").textContent).toContain("120");

  beat();
  expect(screen.queryByRole("status")).toBeNull();
});

test("who has put it away is left alone, and told again the next time", () => {
  const { beat, listeners, unmount } = shown();
  beat("no_new_calls");

  fireEvent.click(screen.getByText("知道了"));
  beat("no_new_calls");
  expect(screen.queryByRole("status")).toBeNull();

  beat();
  beat("no_new_calls");
  expect(screen.getByRole("status")).toBeTruthy();
  unmount();
  expect(listeners.size).toBe(0);
});
