// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type {
  ConsultationView,
  Decide,
  Me,
  Problem,
  SetUpSigningKey,
  SignedDocument,
  SigningState,
  SubmitOpinion,
  UnlockSigningKey,
} from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { SigningKey } from "@wuduan/web-kit/browser/SigningKey.tsx";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import type { Session } from "@wuduan/web-kit/browser/session.ts";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import signedExample from "../../../cloud-hub/contract/examples/SignedDocument.json";
import stateExample from "../../../cloud-hub/contract/examples/SigningState.json";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { Opinions } from "../parts/Opinions.tsx";
import { useSignatory } from "./signatory.ts";

const me = meExample as Me;
const withKey = stateExample as SigningState;
const view = viewExample as ConsultationView;
const refused = (type: string): Result<never> => {
  const problem: Problem = { type: `urn:wuduan:problem:${type}`, title: type, status: 409 };
  return { ok: false, problem };
};
const done = { ok: true as const, value: undefined };

/** The hub as these tests tell it to answer, and what it was asked. */
let hub: {
  locked: boolean;
  signing: SigningState;
  unlock: Result<SigningState>;
  signed: Result<SignedDocument>;
  opinions: SubmitOpinion[];
  decisions: Decide[];
  unlocks: UnlockSigningKey[];
  setUps: SetUpSigningKey[];
  expired: boolean;
};

beforeAll(fakeDialogs);
beforeEach(() => {
  hub = {
    locked: true,
    signing: withKey,
    unlock: { ok: true, value: withKey },
    signed: { ok: true, value: signedExample as SignedDocument },
    opinions: [],
    decisions: [],
    unlocks: [],
    setUps: [],
    expired: false,
  };
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const signingCommands = {
  state: async () => ({ ok: true, value: hub.signing }),
  unlock: async (body: UnlockSigningKey) => {
    hub.unlocks.push(body);
    if (hub.unlock.ok) hub.locked = false;
    return hub.unlock;
  },
  setUp: async (body: SetUpSigningKey) => {
    hub.setUps.push(body);
    return { ok: true, value: withKey };
  },
};

const desk = () =>
  ({
    commands: {
      signing: signingCommands,
      submitOpinion: async (_: string, body: SubmitOpinion) => {
        if (hub.locked) return refused("signing-key-locked");
        hub.opinions.push(body);
        return done;
      },
      decide: async (_: string, __: string, body: Decide) => {
        hub.decisions.push(body);
        return done;
      },
      send: async () => hub.signed,
    } as unknown as Commands,
    session: { expire: () => (hub.expired = true) } as unknown as Session,
    drafts: createDrafts(localStorage, me.id),
    me,
  }) as Desk;

const shown = (what: React.ReactNode) =>
  act(async () => void render(<DeskProvider value={desk()}>{what}</DeskProvider>));
const find = <T extends HTMLElement = HTMLElement>(selector: string) => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};
const type = (selector: string, value: string) =>
  fireEvent.change(find(selector), { target: { value } });
const submit = (selector: string) => act(async () => void fireEvent.submit(find(selector)));
const press = (action: string) =>
  act(async () => void fireEvent.click(find(`[data-action="${action}"]`)));

const OwnKey = () => <SigningKey {...useSignatory()} />;

async function opinionGiven() {
  await shown(
    <Opinions
      view={{ ...view, opinions: [], actions: ["submit-opinion"] }}
      visible
      show={() => undefined}
    />,
  );
  type('[name="opinion"]', "建议复查");
  await submit(".opinion-form");
}

const unlock = async () => {
  type('[name="pin"]', "270418");
  type('[name="code"]', "123 456");
  await submit("dialog form");
};

test("a locked key is unlocked on the way, and the same opinion is given once more", async () => {
  await opinionGiven();
  await unlock();

  expect(hub.unlocks).toEqual([{ pin: "270418", code: "123456" }]);
  expect(hub.opinions.map(({ text }) => text)).toEqual(["建议复查"]);
  expect(find<HTMLTextAreaElement>('[name="opinion"]').value).toBe("");
  expect(document.querySelector('[name="pin"]')).toBeNull();
});

test.each(["wrong-pin", "wrong-credentials", "locked-out"])(
  "after %s the text is still there and only what was wrong is typed again",
  async (why) => {
    hub.unlock = refused(why);
    await opinionGiven();
    await unlock();

    expect(find<HTMLTextAreaElement>('[name="opinion"]').value).toBe("建议复查");
    expect(localStorage.length).toBe(1);
    const wrongCode = why === "wrong-credentials";
    expect(find<HTMLInputElement>('[name="pin"]').value).toBe(wrongCode ? "270418" : "");
    expect(find<HTMLInputElement>('[name="code"]').value).toBe(wrongCode ? "" : "123 456");
    expect(find("[data-problem]").dataset["problem"]).toBe(wrongCode ? "wrong-code" : why);
  },
);

test("when the network dies while unlocking the text is still there", async () => {
  hub.unlock = { ok: false, problem: offlineProblem() };
  await opinionGiven();
  await unlock();

  expect(find("[data-problem]").dataset["problem"]).toBe("offline");
  expect(localStorage.length).toBe(1);
});

test("when the session ends while unlocking the text is still kept for the next one", async () => {
  hub.unlock = refused("session-expired");
  await opinionGiven();
  await unlock();

  expect(hub.expired).toBe(true);
  expect(localStorage.length).toBe(1);
  expect(hub.opinions).toEqual([]);
});

test("who does not want to sign now keeps the text and sends nothing", async () => {
  await opinionGiven();
  await press("close");

  expect(hub.opinions).toEqual([]);
  expect(find<HTMLTextAreaElement>('[name="opinion"]').value).toBe("建议复查");
});

test("without a key it is said that the opinion will not be signed", async () => {
  hub.signing = { secondFactor: false };
  hub.locked = false;
  await opinionGiven();

  expect(find(".unsigned-note").textContent).toContain("已提交");
  expect(hub.opinions).toHaveLength(1);
});

test("what is signed says so with its name, and what is not says that", async () => {
  const [first] = view.opinions;
  if (!first) throw new Error("the example has an opinion");
  const unsigned = { ...first };
  delete unsigned.signature;
  await shown(
    <Opinions
      view={{ ...view, opinions: [first, { ...unsigned, id: "other" }], actions: [] }}
      visible
      show={() => undefined}
    />,
  );

  expect(find('[data-signature="1"]').textContent).toContain("已签名 演示·钱医生");
  expect(find('[data-opinion="other"] [data-signature="none"]').textContent).toContain("未签名");
});

test("a version that does not hold is never shown as valid", async () => {
  const signed = signedExample as SignedDocument;
  const versions = signed.versions.map((version) => ({
    ...version,
    verdict: { ...version.verdict, content: version.version > 1 },
  }));
  hub.signed = { ok: true, value: { ...signed, versions } };
  await shown(<Opinions view={{ ...view, actions: [] }} visible show={() => undefined} />);
  await press("verify");

  expect(find("[data-whole]").dataset["whole"]).toBe("false");
  expect(find('[data-version="1"]').dataset["holds"]).toBe("false");
  expect(find('[data-version="2"]').dataset["holds"]).toBe("true");
});

test("a decision is a correction of the version that is seen, and has a reason", async () => {
  await shown(<Opinions view={{ ...view, actions: ["decide"] }} visible show={() => undefined} />);
  await press("decide");
  fireEvent.click(find('[value="rejected"]'));
  expect(find<HTMLTextAreaElement>('[name="reason"]').required).toBe(true);
  type('[name="reason"]', " 家属不同意 ");
  await submit(".decision-form");

  const before = view.opinions[0]?.decision;
  expect(hub.decisions).toEqual([
    { id: before?.id, adoption: "rejected", reason: "家属不同意", corrects: before?.version },
  ]);
});

test("a key is set up only with a second factor, and the PIN is typed twice", async () => {
  hub.signing = { secondFactor: false };
  await shown(<OwnKey />);
  expect(document.querySelector('[data-action="set-up-key"]')).toBeNull();

  hub.signing = { secondFactor: true };
  await press("look-again");
  await press("set-up-key");
  type('[name="pin"]', "270418");
  type('[name="pin-again"]', "270419");
  type('[name="code"]', "123456");
  await submit('[data-part="new-key"]');
  expect(hub.setUps).toEqual([]);

  type('[name="pin-again"]', "270418");
  await submit('[data-part="new-key"]');
  expect(hub.setUps).toEqual([{ pin: "270418", code: "123456" }]);
  expect(find("[data-fingerprint]").dataset["fingerprint"]).toBe(withKey.key?.fingerprint);
});

test("a report that can't be made says in words what is missing", async () => {
  const answer = new Response(
    JSON.stringify({ type: "urn:wuduan:problem:report-font-missing", title: "", status: 503 }),
    { status: 503 },
  );
  vi.stubGlobal("fetch", async () => answer);
  await shown(
    <Opinions view={{ ...view, state: "concluded", actions: [] }} visible show={() => undefined} />,
  );
  await press("report");
  vi.unstubAllGlobals();

  expect(find('[data-problem="report-font-missing"]').textContent).toContain("缺少中文字体");
});

test("the report is said to lie with each institution that took part, or not to be archived yet", async () => {
  const concluded: ConsultationView = { ...view, state: "concluded", actions: [] };
  await shown(<Opinions view={concluded} visible show={() => undefined} />);
  expect(find("[data-archived]").textContent).toBe("报告还没有归档");
  cleanup();

  const archived = [
    { institution: "演示镇卫生院", at: "2026-11-22T02:20:00Z" },
    { institution: "演示县人民医院", at: "2026-11-22T02:20:00Z" },
  ];
  await shown(
    <Opinions
      view={{ ...concluded, report: { version: 2, archived } }}
      visible
      show={() => undefined}
    />,
  );
  expect(find('[data-archived="2"]').textContent).toMatch(
    /^报告第 2 版已归档：演示镇卫生院 2026.*，演示县人民医院 2026/,
  );
  cleanup();

  await shown(<Opinions view={{ ...view, actions: [] }} visible show={() => undefined} />);
  expect(document.querySelector("[data-archived]")).toBeNull();
});
