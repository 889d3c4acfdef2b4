// @vitest-environment jsdom
import { act, cleanup, render, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useSoundBlocked, useTitle } from "./hooks.tsx";

afterEach(cleanup);

test("the notice stays until the last sound that was held back plays", () => {
  const { result } = renderHook(() => useSoundBlocked());
  expect(result.current.blocked).toBe(false);

  const playing: (() => void)[] = [];
  act(() => void playing.push(result.current.hold(), result.current.hold()));
  const blocked = [result.current.blocked];
  for (const plays of playing) {
    act(plays);
    blocked.push(result.current.blocked);
  }

  expect(blocked).toEqual([true, true, false]);
});

function Waiting({ count }: { count: number }) {
  useTitle(`(${count}) desk`);
  return null;
}

test("after a sign-out the tab no longer says how many wait", () => {
  document.title = "desk";
  const { rerender, unmount } = render(<Waiting count={8} />);
  rerender(<Waiting count={9} />);
  expect(document.title).toBe("(9) desk");

  unmount();

  expect(document.title).toBe("desk");
});
