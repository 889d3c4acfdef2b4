import { describe, expect, test } from "vitest";
import type { ConsultationView, DoctorInbox } from "@wuduan/contract/messages.ts";
import viewExample from "../../cloud-hub/contract/examples/ConsultationView.json";
import inboxExample from "../../cloud-hub/contract/examples/DoctorInbox.json";
import {
  alreadyAsked,
  follows,
  isWithdrawn,
  may,
  minutesSince,
  newcomers,
  openedConsultation,
  opinionsOf,
  queueOf,
  roomOf,
  stageOf,
} from "./consultation.ts";

const view = viewExample as ConsultationView;
const inbox = inboxExample as DoctorInbox;
const zhao = inbox.me.id;

describe("a consultation on the workstation", () => {
  test("one that a colleague is ringing is shown as taken", () => {
    const ringing: ConsultationView = { ...view, state: "ringing" };
    delete ringing.call;

    expect(stageOf(ringing, zhao)).toBe("ringing");
    expect(stageOf(ringing, "another doctor")).toBe("taken");
  });

  test("an invited doctor in the room sees it live", () => {
    expect(stageOf(view, "the county doctor")).toBe("live");
  });

  test("only what the hub allows is offered", () => {
    expect(may(view, "invite")).toBe(true);
    expect(may(view, "ring")).toBe(false);
  });

  test("own opinions are apart from the others'", () => {
    expect(opinionsOf(view, zhao).others).toHaveLength(1);
    expect(opinionsOf(view, "0198c0de-0000-7000-8000-000000000011").mine).toHaveLength(1);
  });

  test("a doctor who declined may be asked again, one in the room not", () => {
    const [accepted] = view.invitations;
    if (!accepted) throw new Error("the example has an invitation");
    const declined = { ...accepted, state: "declined" as const };

    expect(alreadyAsked([accepted]).has(accepted.doctor.id)).toBe(true);
    expect(alreadyAsked([declined]).size).toBe(0);
  });

  test("only who came in unasked is there as a follower", () => {
    const [asked] = view.invitations;
    if (!asked) throw new Error("the example has an invitation");
    const unasked = { ...view, invitations: [{ ...asked, following: true }] };

    expect(follows(view, asked.doctor.id)).toBe(false);
    expect(follows(unasked, asked.doctor.id)).toBe(true);
    expect(follows(unasked, zhao)).toBe(false);
  });
});

test("only consent that was taken back in the middle leaves something to write", () => {
  const by = { by: "patient", at: "2026-11-22T02:20:00Z" } as const;

  expect(isWithdrawn({ ...view, cancelled: { ...by, reason: "consent_withdrawn" } })).toBe(true);
  expect(isWithdrawn({ ...view, cancelled: { ...by, reason: "consent_refused" } })).toBe(false);
  expect(isWithdrawn(view)).toBe(false);
});

describe("the queue", () => {
  test("the longest waiting stands first", () => {
    const [first] = inbox.waiting;
    if (!first) throw new Error("the example has somebody waiting");
    const later = { ...first, consultationId: "later", requestedAt: "2026-11-22T03:00:00Z" };

    const queue = queueOf({ ...inbox, waiting: [later, first] });

    expect(queue.map(({ consultationId }) => consultationId)).toEqual([
      first.consultationId,
      "later",
    ]);
  });

  test("waiting time is whole minutes and never negative", () => {
    const at = "2026-11-22T02:15:04Z";

    expect(minutesSince(at, Date.parse(at) + 4 * 60_000 + 59_000)).toBe(4);
    expect(minutesSince(at, Date.parse(at) - 30_000)).toBe(0);
  });

  test("each request and invitation sounds once", () => {
    const first = newcomers(new Set(), inbox);

    expect(first).toHaveLength(2);
    expect(newcomers(new Set(first), inbox)).toEqual([]);
  });
});

describe("what is open in the middle", () => {
  test("after a reload the running consultation opens by itself", () => {
    expect(openedConsultation(inbox, null)).toBe(inbox.current[0]?.consultationId);
  });

  test("a choice of the doctor stands", () => {
    expect(openedConsultation(inbox, "chosen")).toBe("chosen");
  });

  test("a talk whose consent was taken back is on the list and is not opened by itself", () => {
    const current = inbox.current.map((item) => ({ ...item, state: "cancelled" as const }));

    expect(openedConsultation({ ...inbox, current }, null)).toBeNull();
  });

  test("a waiting patient is never opened by itself", () => {
    expect(openedConsultation({ ...inbox, current: [] }, null)).toBeNull();
  });
});

describe("the room whose call is connected", () => {
  const running = inbox.current[0]?.consultationId ?? "";
  const two = {
    ...inbox,
    current: inbox.current.flatMap((item) => [item, { ...item, consultationId: "second" }]),
  };

  test("a look at a waiting patient does not leave the call", () => {
    expect(roomOf(inbox, "a waiting patient", running)).toBe(running);
  });

  test("opening another running consultation moves the microphone there", () => {
    expect(roomOf(two, "second", running)).toBe("second");
  });

  test("a concluded consultation is no room", () => {
    expect(roomOf({ ...inbox, current: [] }, running, running)).toBeNull();
  });
});
