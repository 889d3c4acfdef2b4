// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { DoctorReferrals, Me, View } from "@wuduan/contract/messages.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import listExample from "../../../cloud-hub/contract/examples/DoctorReferrals.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { sounds } from "../sounds.ts";
import { AlertBar } from "./AlertBar.tsx";

const chime = vi.spyOn(sounds, "joined").mockImplementation(() => undefined);
beforeEach(() => chime.mockClear());
afterEach(cleanup);

const list = listExample as DoctorReferrals;

/** Shows the bar; the answer pushes another list, as the hub does. */
async function shown(first: DoctorReferrals, onShow = () => undefined) {
  let push: (next: DoctorReferrals) => void = () => undefined;
  const live = {
    watch: (_: string, onView: (view: View) => void) => {
      push = onView;
      push(first);
      return () => undefined;
    },
  };
  const desk = { live, me: meExample as Me } as unknown as Desk;
  await act(async () => {
    render(
      <DeskProvider value={desk}>
        <AlertBar shown onShow={onShow} />
      </DeskProvider>,
    );
  });
  return (next: DoctorReferrals) => act(async () => push(next));
}

const bar = () => document.querySelector<HTMLElement>("[data-state='alerts-open']");

test("over a case it is said whose value is beyond its limit, and one press leads to the list", async () => {
  const onShow = vi.fn();
  await shown(list, onShow);

  expect(bar()?.textContent).toContain(list.alerts[0]?.patient.name);
  fireEvent.click(document.querySelector("[data-action='show-alerts']") as HTMLElement);

  expect(onShow).toHaveBeenCalledOnce();
});

test("a new alert chimes once, one that was there does not", async () => {
  const push = await shown(list);
  expect(chime).not.toHaveBeenCalled();
  const [first] = list.alerts;
  if (!first) throw new Error("the example has an alert");
  const more = { ...first, alert: { ...first.alert, id: "0198c0de-0000-7000-8000-0000000000aa" } };

  await push({ ...list, alerts: [first, more] });
  await push({ ...list, alerts: [first, more] });

  expect(chime).toHaveBeenCalledOnce();
});

test("without an alert there is no bar", async () => {
  await shown({ ...list, alerts: [] });

  expect(bar()).toBeNull();
});
