import { expect, test } from "vitest";
import type { EndReason, Live } from "@wuduan/contract/live.ts";
import type { Result } from "@wuduan/contract/commands.ts";
import type { Me, Problem, SecondStep } from "@wuduan/contract/messages.ts";
import example from "../../../contract/examples/Me.json";
import { createSession } from "./session.ts";

const me = example as Me;
const problem = (type: string, status = 401): Problem => ({
  type: `urn:wuduan:problem:${type}`,
  title: type,
  status,
});
const refused = (type: string): Result<Me> => ({ ok: false, problem: problem(type) });

const fresh = { secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", uri: "otpauth://totp/x" };
const step = (step: SecondStep["step"]): Result<SecondStep> => ({
  ok: true,
  value: { step, expiresAt: "2026-11-22T08:10:00Z" },
});

interface HubAnswers {
  me?: Result<Me>;
  signIn?: Result<Me | SecondStep>;
  code?: Result<Me>;
  signOut?: Result<unknown>;
}

function hub(answers: HubAnswers) {
  let ended: EndReason | undefined;
  let listener: () => void = () => undefined;
  let closed = 0;
  const live = {
    ended: () => ended,
    onLink(l: () => void) {
      listener = l;
      return () => undefined;
    },
    close: () => void closed++,
  } as unknown as Live;
  const session = createSession(
    {
      me: () => Promise.resolve(answers.me ?? { ok: true, value: me }),
      signIn: () => Promise.resolve(answers.signIn ?? { ok: true, value: me }),
      giveCode: () => Promise.resolve(answers.code ?? { ok: true, value: me }),
      setUpSecondFactor: () => Promise.resolve({ ok: true, value: fresh }),
      confirmSecondFactor: () =>
        Promise.resolve(
          answers.code?.ok === false
            ? answers.code
            : { ok: true, value: { recoveryCodes: ["abcde-fghij"], me } },
        ),
      signOut: () => Promise.resolve(answers.signOut ?? { ok: true, value: undefined }),
    },
    () => live,
  );
  const end = (reason: EndReason) => {
    ended = reason;
    listener();
  };
  return { session, end, closedTimes: () => closed };
}

test("a browser that is still signed in goes straight to its work", async () => {
  const { session } = hub({});

  await session.check();

  expect(session.state.get()).toMatchObject({ phase: "signed-in", me: { name: me.name } });
});

test("without a session the sign-in is shown, without a hub its absence", async () => {
  const stranger = hub({ me: refused("not-signed-in") });
  const offline = hub({ me: refused("offline") });

  await stranger.session.check();
  await offline.session.check();

  expect(stranger.session.state.get().phase).toBe("signed-out");
  expect(offline.session.state.get().phase).toBe("unreachable");
});

test("a wrong password keeps the sign-in and says why", async () => {
  const { session } = hub({ me: refused("not-signed-in"), signIn: refused("wrong-credentials") });
  await session.check();

  await session.signIn("doctor-1", "wrong");

  expect(session.state.get()).toMatchObject({
    phase: "signed-out",
    busy: false,
    problem: { type: "urn:wuduan:problem:wrong-credentials" },
  });
});

test("an expired session keeps the doctor's screen and comes back by signing in", async () => {
  const { session, end } = hub({});
  await session.check();

  end("signed-out");
  const expired = session.state.get();
  await session.signIn("doctor-1", "right");

  expect(expired).toMatchObject({ phase: "expired", me: { id: me.id } });
  expect(session.state.get().phase).toBe("signed-in");
});

test("a newer window of the same session is not called an expired one", async () => {
  const { session, end } = hub({});
  await session.check();

  end("superseded");

  expect(session.state.get().phase).toBe("taken-over");
});

test("the connection can be taken back from the newer window", async () => {
  const { session, end, closedTimes } = hub({});
  await session.check();
  end("superseded");

  session.reconnect();

  expect(session.state.get().phase).toBe("signed-in");
  expect(closedTimes()).toBe(1);
});

test("a sign-out that did not reach the hub is not shown as one", async () => {
  const { session } = hub({ signOut: { ok: false, problem: problem("offline", 0) } });
  await session.check();

  const answer = await session.signOut();

  expect(answer).toMatchObject({ ok: false, problem: { type: "urn:wuduan:problem:offline" } });
  expect(session.state.get().phase).toBe("signed-in");
});

test("a hub of another version asks for a reload instead of trying for ever", async () => {
  const { session, end } = hub({});
  await session.check();

  end("outdated");

  expect(session.state.get().phase).toBe("outdated");
});

test("a right password may be half the way, and the code is the rest of it", async () => {
  const answers: HubAnswers = {
    me: refused("not-signed-in"),
    signIn: step("code"),
    code: refused("wrong-credentials"),
  };
  const { session } = hub(answers);
  await session.check();

  await session.signIn("doctor-1", "secret");
  expect(session.state.get()).toMatchObject({ phase: "signed-out", second: { step: "code" } });
  await session.giveCode("000000");
  expect(session.state.get()).toMatchObject({
    second: { step: "code" },
    problem: { type: "urn:wuduan:problem:wrong-credentials" },
  });
  answers.code = { ok: true, value: me };
  await session.giveCode("287082");

  expect(session.state.get()).toMatchObject({ phase: "signed-in", me: { name: me.name } });
});

test("a second factor is set up, confirmed, and its recovery codes stand until they are written down", async () => {
  const { session } = hub({ me: refused("not-signed-in"), signIn: step("enrol") });
  await session.check();

  await session.signIn("doctor-1", "secret");
  expect(session.state.get()).toMatchObject({ second: { step: "enrol", fresh } });
  await session.giveCode("287082");
  expect(session.state.get()).toMatchObject({
    phase: "signed-out",
    second: { step: "recovery-codes", codes: ["abcde-fghij"] },
  });
  session.goOn();

  expect(session.state.get()).toMatchObject({ phase: "signed-in" });
});

test("a second step that came too late begins again with the password", async () => {
  const { session } = hub({
    me: refused("not-signed-in"),
    signIn: step("code"),
    code: refused("sign-in-over"),
  });
  await session.check();
  await session.signIn("doctor-1", "secret");

  await session.giveCode("287082");

  const state = session.state.get();
  expect(state).toMatchObject({ problem: { type: "urn:wuduan:problem:sign-in-over" } });
  expect("second" in state).toBe(false);
});

test("who is asked again above the work gives the code there, and the work stays", async () => {
  const { session } = hub({ signIn: step("code") });
  await session.check();
  session.expire();

  await session.signIn("doctor-1", "secret");
  expect(session.state.get()).toMatchObject({ phase: "expired", me, second: { step: "code" } });
  session.startAgain();
  expect(session.state.get()).toMatchObject({ phase: "expired", me });
  expect("second" in session.state.get()).toBe(false);
});
