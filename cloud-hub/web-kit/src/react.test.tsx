// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import type { LinkState, Live } from "@wuduan/contract/live.ts";
import type { BoxInbox, Problem, View } from "@wuduan/contract/messages.ts";
import { afterEach, expect, test, vi } from "vitest";
import { createI18n } from "./i18n.ts";
import { HeartIcon } from "./icons.tsx";
import { useLanguage, useLink, useNow, useView } from "./react.tsx";

afterEach(cleanup);

function fakeLive() {
  let state: LinkState = "connecting";
  const links = new Set<(state: LinkState) => void>();
  const watched = new Map<string, { view(view: View): void; gone(problem: Problem): void }>();
  const live: Live = {
    link: () => state,
    ended: () => undefined,
    onLink: (listener) => {
      links.add(listener);
      return () => links.delete(listener);
    },
    watch: (stream, view, gone) => {
      watched.set(stream, { view: (v) => view(v, 1), gone: (problem) => gone?.(problem) });
      return () => watched.delete(stream);
    },
    request: () => Promise.reject(new Error("not asked here")),
    onMessage: () => () => undefined,
    close: () => undefined,
  };
  const change = (next: LinkState) => {
    state = next;
    links.forEach((listener) => listener(next));
  };
  return { live, watched, links, change };
}
const household = (name: string): BoxInbox => ({
  kind: "inbox.box",
  household: { id: "1", name },
  patients: [],
  summaries: [],
  unclaimed: [],
});

function Household({ live, stream }: { live: Live; stream: string }) {
  const link = useLink(live);
  const { view, gone } = useView<BoxInbox>(live, stream);
  return <p>{[link, view?.household.name ?? "nothing", gone?.type ?? ""].join(" ")}</p>;
}

test("a screen follows its link and its stream, and leaves nothing behind", () => {
  const { live, watched, links, change } = fakeLive();
  const { rerender, unmount } = render(<Household live={live} stream="inbox" />);
  expect(screen.getByText("connecting nothing")).toBeTruthy();

  act(() => change("up"));
  act(() => watched.get("inbox")?.view(household("one")));
  expect(screen.getByText("up one")).toBeTruthy();

  rerender(<Household live={live} stream="other" />);
  expect(screen.getByText("up nothing")).toBeTruthy();
  act(() => watched.get("other")?.gone({ type: "gone-type", title: "", status: 404 }));
  expect(screen.getByText("up nothing gone-type")).toBeTruthy();

  unmount();
  expect([watched.size, links.size]).toEqual([0, 0]);
});

function Clock() {
  return <p>{new Date(useNow(1000)).toISOString()}</p>;
}

test("a clock goes on while it is shown", () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-22T02:15:04Z") });
  const { unmount } = render(<Clock />);

  act(() => vi.advanceTimersByTime(2000));
  expect(screen.getByText("2026-11-22T02:15:06.000Z")).toBeTruthy();

  unmount();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const i18n = createI18n({ zh: { heart: "心" }, en: { heart: "heart" } }, undefined);
function Labelled() {
  useLanguage(i18n);
  return <HeartIcon label={i18n.t("heart")} />;
}

test("an icon with a label speaks the language of the terminal", () => {
  render(<Labelled />);
  expect(screen.getByRole("img", { name: "心" })).toBeTruthy();

  act(() => i18n.setLanguage("en"));
  expect(screen.getByRole("img", { name: "heart" })).toBeTruthy();
});
