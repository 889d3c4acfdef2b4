// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useSoundBlocked, useTitle } from "./hooks.tsx";

afterEach(cleanup);

function Notice() {
  const { blocked, onBlocked } = useSoundBlocked();
  return <button onClick={onBlocked}>{blocked ? "silent" : "sounding"}</button>;
}

function silent() {
  render(<Notice />);
  act(() => screen.getByRole("button").click());
  expect(screen.getByText("silent")).toBeTruthy();
}

test("a sound that was held back plays after a key, and the notice goes", () => {
  silent();

  fireEvent.keyDown(window, { key: "m" });

  expect(screen.getByText("sounding")).toBeTruthy();
});

test("a sound that was held back plays after a tap, and the notice goes", () => {
  silent();

  fireEvent.pointerDown(window);

  expect(screen.getByText("sounding")).toBeTruthy();
});

test("Escape alone lets no sound play, so the notice stays", () => {
  silent();

  fireEvent.keyDown(window, { key: "Escape" });

  expect(screen.getByText("silent")).toBeTruthy();
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
