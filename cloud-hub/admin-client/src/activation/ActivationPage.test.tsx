// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ActivationPage } from "./ActivationPage.tsx";

const OVER = { type: "urn:wuduan:problem:activation-over", title: "over", status: 404 };
const INVITED = { login: "zhao", name: "演示·赵医生", kind: "doctor" };

/** Only the newest link is good. */
function answer(_: unknown, init?: RequestInit): Promise<Response> {
  const { token } = JSON.parse(String(init?.body)) as { token: string };
  const good = token === "newest";
  return Promise.resolve(
    new Response(JSON.stringify(good ? INVITED : OVER), {
      status: good ? 200 : 404,
      headers: { "content-type": good ? "application/json" : "application/problem+json" },
    }),
  );
}

beforeEach(() => {
  vi.stubGlobal("fetch", vi.fn(answer));
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("the token of a link leaves the address and outlives a reload", async () => {
  location.hash = "newest";
  render(<ActivationPage />);
  await screen.findByText(INVITED.name);
  expect(location.hash).toBe("");

  cleanup();
  render(<ActivationPage />);
  expect(await screen.findByText(INVITED.name)).toBeTruthy();
});

test("a newer link is taken where an older one was said to be over", async () => {
  location.hash = "older";
  render(<ActivationPage />);
  await screen.findByRole("alert");

  location.hash = "newest";

  expect(await screen.findByText(INVITED.name)).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a link that is over leads to both places of sign-in", async () => {
  location.hash = "older";
  const { container } = render(<ActivationPage />);
  await screen.findByRole("alert");

  const ways = [...container.querySelectorAll("a")].map((way) => way.getAttribute("href"));
  expect(ways).toEqual(["/doctor/", "/admin/"]);
});
