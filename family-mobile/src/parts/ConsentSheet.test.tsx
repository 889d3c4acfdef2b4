// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { ConsentText, ConsultationView, GiveConsent } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import textExample from "../../../cloud-hub/contract/examples/ConsentText.json";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import { PhoneProvider, type Phone } from "../phone.tsx";
import { ConsentSheet } from "./ConsentSheet.tsx";

beforeAll(fakeDialogs);
afterEach(cleanup);

const view = viewExample as ConsultationView;
const text = textExample as ConsentText;

async function shown(network: { isUp: boolean }) {
  const given: GiveConsent[] = [];
  const commands = {
    consentText: async () =>
      network.isUp ? { ok: true, value: text } : { ok: false, problem: offlineProblem() },
    consent: async (_id: string, body: GiveConsent) => {
      given.push(body);
      return { ok: true, value: undefined };
    },
  } as unknown as Commands;
  await act(async () => {
    render(
      <PhoneProvider value={{ commands } as Phone}>
        <ConsentSheet view={view} onClose={() => undefined} />
      </PhoneProvider>,
    );
  });
  const press = (action: string) =>
    act(async () => {
      const button = document.querySelector(`[data-action="${action}"]`);
      if (!button) throw new Error(`no button ${action}`);
      fireEvent.click(button);
    });
  return { given, press };
}

test("refusing for a parent takes two steps, because it ends the consultation", async () => {
  const { given, press } = await shown({ isUp: true });

  await press("consent-refuse");
  expect(given).toEqual([]);
  await press("consent-refuse-really");

  expect(given).toMatchObject([{ decision: "refused", textVersion: text.version }]);
});

test("agreeing names the version that was shown", async () => {
  const { given, press } = await shown({ isUp: true });

  await press("consent-agree");

  expect(given).toMatchObject([{ decision: "agreed", textVersion: text.version }]);
});

test("who refuses need not wait for the text, and nobody agrees to what isn't there", async () => {
  const { given, press } = await shown({ isUp: false });
  expect(document.querySelector('[data-action="consent-agree"]')).toBeNull();

  await press("consent-refuse");
  await press("consent-refuse-really");

  expect(given).toMatchObject([{ decision: "refused", language: "zh-CN" }]);
  expect(given[0]?.textVersion).toBeUndefined();
});

test("a text that could not be had can be asked for again", async () => {
  const network = { isUp: false };
  const { press } = await shown(network);
  expect(screen.queryByText(text.title)).toBeNull();

  network.isUp = true;
  await press("again");

  expect(screen.getByText(text.title)).toBeTruthy();
});
