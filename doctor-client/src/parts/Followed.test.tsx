// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { afterEach, expect, test } from "vitest";
import inboxExample from "../../../cloud-hub/contract/examples/DoctorInbox.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { Followed } from "./Followed.tsx";

afterEach(cleanup);

const { followed } = inboxExample as DoctorInbox;
const [first] = followed;
if (!first) throw new Error("the example has a followed patient in a talk");

function shown(talks: DoctorInbox["followed"], answer?: Result<never>) {
  const asked: { consultation: string; id: string }[] = [];
  const joined: string[] = [];
  const joinAsFollower = async (consultation: string, { id }: { id: string }) => {
    asked.push({ consultation, id });
    return answer ?? { ok: true, value: undefined };
  };
  const desk = { commands: { joinAsFollower } as unknown as Commands } as Desk;
  render(
    <DeskProvider value={desk}>
      <Followed followed={talks} onJoined={(id) => joined.push(id)} />
    </DeskProvider>,
  );
  return { asked, joined };
}

const keys = () => [
  ...document.querySelectorAll<HTMLButtonElement>('[data-action="join-as-follower"]'),
];
const press = (at: number) =>
  act(async () => void fireEvent.click(keys()[at] as HTMLButtonElement));

test("nobody followed is in a talk: nothing is shown", () => {
  shown([]);

  expect(document.querySelector("[data-screen='followed']")).toBeNull();
});

test("it is said who talks with whom, and one key leads into just that talk", async () => {
  const second = {
    ...first,
    consultationId: "second",
    patient: { ...first.patient, id: "second", name: "阿卜杜热合曼·买买提依明·吐尔逊" },
  };
  const { asked, joined } = shown([first, second]);
  expect(document.body.textContent).toContain(first.doctor.name);
  expect(document.body.textContent).toContain(second.patient.name);

  await press(1);

  expect(asked.map(({ consultation }) => consultation)).toEqual(["second"]);
  expect(joined).toEqual(["second"]);
});

test("what was refused is said beside the key, and pressed again it is the same wish", async () => {
  const { asked, joined } = shown([first], { ok: false, problem: offlineProblem() });

  await press(0);
  await press(0);

  expect(joined).toEqual([]);
  expect(document.querySelector("[role='alert']")).not.toBeNull();
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
});
