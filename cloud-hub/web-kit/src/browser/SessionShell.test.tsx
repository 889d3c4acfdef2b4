// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import example from "../../../contract/examples/Me.json";
import { createI18n } from "../i18n.ts";
import { fakeDialogs } from "./fakeDialogs.ts";
import { createSession, type SessionCommands } from "./session.ts";
import { SessionShell } from "./SessionShell.tsx";

const me = example as Me;
const zh = {
  "app.checking": "connecting",
  "app.unreachable": "unreachable",
  "app.retry": "again",
  "app.outdated": "outdated",
  "app.reload": "reload",
  "signIn.again": "sign in again",
  "signIn.kept": "kept",
  "signIn.login": "login",
  "signIn.password": "password",
  "signIn.submit": "sign in",
  "signIn.busy": "signing in",
  "signIn.lockedUntil": "again at {time}",
  "takenOver.title": "open elsewhere",
  "takenOver.text": "stopped",
  "takenOver.here": "here",
} as const;

beforeAll(fakeDialogs);
afterEach(cleanup);

const fresh = { secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", uri: "otpauth://totp/x" };

async function shown(commands: Partial<SessionCommands>) {
  const live = {
    ended: () => undefined,
    onLink: () => () => undefined,
    onMessage: () => () => undefined,
    close: () => undefined,
  } as unknown as Live;
  const ok = { ok: true as const, value: me };
  const session = createSession(
    {
      me: async () => ok,
      signIn: async () => ok,
      giveCode: async () => ok,
      setUpSecondFactor: async () => ({ ok: true, value: fresh }),
      confirmSecondFactor: async () => ({
        ok: true,
        value: { recoveryCodes: ["abcde-fghij"], me },
      }),
      signOut: async () => ok,
      ...commands,
    },
    () => live,
  );
  const i18n = createI18n({ zh, en: zh }, undefined);
  await act(async () => {
    render(
      <SessionShell session={session} i18n={i18n} icon="icon.svg" greeting={<h1>hello</h1>}>
        {(who) => <input aria-label={`work of ${who.name}`} />}
      </SessionShell>,
    );
  });
  return session;
}

test("a session that ran out asks again above the work, and what was typed stays", async () => {
  const session = await shown({});
  const typed = screen.getByLabelText(`work of ${me.name}`);
  fireEvent.change(typed, { target: { value: "half a sentence" } });

  act(() => session.expire());
  expect(screen.getByText("sign in again")).toBeTruthy();
  await act(() => session.signIn("doctor-1", "secret"));

  expect(screen.queryByText("sign in again")).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>(`work of ${me.name}`).value).toBe(
    "half a sentence",
  );
});

test("a hub that could not be reached is asked again when the network is back", async () => {
  let reachable = false;
  await shown({
    me: async () =>
      reachable ? { ok: true, value: me } : { ok: false, problem: offlineProblem() },
  });
  expect(screen.getByText("unreachable")).toBeTruthy();

  reachable = true;
  await act(async () => void window.dispatchEvent(new Event("online")));

  expect(screen.getByLabelText(`work of ${me.name}`)).toBeTruthy();
});

test("the first page changes its language before anybody signed in", async () => {
  await shown({
    me: async () => ({
      ok: false,
      problem: { type: "urn:wuduan:problem:not-signed-in", title: "", status: 401 },
    }),
  });

  fireEvent.click(screen.getByText("English"));

  expect(screen.getByText("中文")).toBeTruthy();
  expect(document.documentElement.lang).toBe("en");
});

test("a first sign-in shows the code to scan, the key to type, and then the recovery codes", async () => {
  const session = await shown({
    me: async () => ({
      ok: false,
      problem: { type: "urn:wuduan:problem:not-signed-in", title: "", status: 401 },
    }),
    signIn: async () => ({
      ok: true,
      value: { step: "enrol" as const, expiresAt: "2026-11-22T08:10:00Z" },
    }),
  });

  await act(() => session.signIn("doctor-1", "secret"));
  expect(screen.getByRole("img").getAttribute("data-qr")).toBe(fresh.uri);
  expect(screen.getByText("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")).toBeTruthy();
  await act(() => session.giveCode("287082"));
  expect(screen.getByText("abcde-fghij")).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByText(/我抄好了|I have written/)));

  expect(screen.getByLabelText(`work of ${me.name}`)).toBeTruthy();
});

const signedOut = {
  ok: false as const,
  problem: { type: "urn:wuduan:problem:not-signed-in", title: "", status: 401 },
};

const half = (step: "code" | "enrol") => ({
  ok: true as const,
  value: { step, expiresAt: "2026-11-22T08:10:00Z" },
});

test("setting a second factor up begins at its heading, so that the code to scan stays in sight", async () => {
  const session = await shown({ me: async () => signedOut, signIn: async () => half("enrol") });

  await act(() => session.signIn("doctor-1", "secret"));

  expect(document.activeElement?.tagName).toBe("H2");
});

test.each([
  ["wrong-credentials", 0],
  ["locked-out", 1],
])("of the phone's code, %s is told %i times of a recovery code", async (type, times) => {
  const session = await shown({
    me: async () => signedOut,
    signIn: async () => half("code"),
    giveCode: async () => ({
      ok: false,
      problem: { type: `urn:wuduan:problem:${type}`, title: "", status: 401 },
    }),
  });

  await act(() => session.signIn("doctor-1", "secret"));
  await act(() => session.giveCode("000000"));
  expect(screen.getAllByRole("alert")).toHaveLength(1);
  fireEvent.click(screen.getByText(/^(用恢复码|Use a recovery code)$/));

  expect(screen.queryAllByRole("alert")).toHaveLength(times);
  const field = screen.getByLabelText(/^(恢复码|Recovery code)$/);
  fireEvent.change(field, { target: { value: "abcde-fghij" } });
  await act(async () => fireEvent.click(screen.getByText(/^(继续|Continue)$/)));
  expect(screen.getAllByRole("alert")).toHaveLength(1);
  expect(document.activeElement).toBe(field);
});
