import { act, fireEvent, render } from "@testing-library/react";
import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type {
  ConsultationView,
  DocumentPage,
  Me,
  PlanEnded,
  PlanView,
  Problem,
  RecordView,
  VitalsSummary,
} from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import viewExample from "../../../cloud-hub/contract/examples/ConsultationView.json";
import pageExample from "../../../cloud-hub/contract/examples/DocumentPage.json";
import keptExample from "../../../cloud-hub/contract/examples/KeptHomePlan.json";
import meExample from "../../../cloud-hub/contract/examples/Me.json";
import planExample from "../../../cloud-hub/contract/examples/PlanView.json";
import recordExample from "../../../cloud-hub/contract/examples/RecordView.json";
import summaryExample from "../../../cloud-hub/contract/examples/VitalsSummary.json";
import vitalsExample from "../../../cloud-hub/contract/examples/VitalsView.json";
import { DeskProvider, type Desk } from "../desk.tsx";
import { Overview } from "./Overview.tsx";

export const record = recordExample as RecordView;
export const present = viewExample as ConsultationView;
export const page = pageExample as DocumentPage;
export const summary = summaryExample as VitalsSummary;
export const me = { ...(meExample as Me), id: "0198c0de-0000-7000-8000-000000000099" };
export const vitals = vitalsExample;

const patient = record.patient.id;
export const DOCUMENTS = `/api/patients/${patient}/record/documents`;
export const SUMMARY = `/api/patients/${patient}/vitals/summary`;
export const VITALS = `vitals/${patient}`;
export const PLAN = `plan/${patient}`;
export const REFERRALS = `referrals/${me.id}`;
export const SHEETS = `prescriptions/${present.id}`;

const { plan, ...noPlan } = { ...(planExample as PlanView), alerts: [] };

/** The plan at home of the example's page is in force, or the one with this id. */
export function planInForce(id = page.documents[0]?.id ?? ""): PlanView {
  if (!plan) throw new Error("the example has a plan");
  return { ...noPlan, plan: { ...plan, id } };
}

/** No plan is in force, and the newest one was ended at this moment. */
export function planEnded(at: string): PlanView {
  return { ...noPlan, ended: { ...(keptExample.ended as PlanEnded), at } };
}

/** Where the page behind this one is. */
export function behind({ next }: DocumentPage): string {
  if (!next) throw new Error("the page has none behind it");
  return `${DOCUMENTS}?${new URLSearchParams({ ...next }).toString()}`;
}

interface Watcher {
  see(view: unknown): void;
  end(why: Problem): void;
}

/** What a hub answers and shows to the record page; what is missing in the answers could not be reached. */
export function createHub() {
  const watchers = new Map<string, Set<Watcher>>();
  const asked: string[] = [];
  const answers: Record<string, Result<unknown> | Promise<Result<unknown>>> = {
    [DOCUMENTS]: { ok: true, value: page },
    [SUMMARY]: { ok: true, value: summary },
  };
  const shown: Record<string, unknown> = {
    [VITALS]: vitals,
    [PLAN]: planInForce(),
    [REFERRALS]: { kind: "referrals", received: [], sent: [], alerts: [] },
    [SHEETS]: { kind: "prescriptions", prescriptions: [] },
  };
  const watch = (
    stream: string,
    listener: (view: unknown, seq: number) => void,
    gone: (why: Problem) => void,
  ) => {
    const watcher = { see: (view: unknown) => listener(view, 1), end: gone };
    const all = watchers.get(stream) ?? new Set();
    watchers.set(stream, all.add(watcher));
    if (shown[stream]) watcher.see(shown[stream]);
    return () => void all.delete(watcher);
  };
  const send = async (_: string, path: string) => {
    asked.push(path);
    return answers[path] ?? { ok: false, problem: offlineProblem() };
  };
  const told = (stream: string, tell: (watcher: Watcher) => void) =>
    act(async () => [...(watchers.get(stream) ?? [])].forEach(tell));
  return {
    answers,
    shown,
    asked: (path: string) => asked.filter((one) => one === path).length,
    see: (stream: string, view: unknown) => {
      shown[stream] = view;
      return told(stream, (watcher) => watcher.see(view));
    },
    end: (stream: string) => told(stream, (watcher) => watcher.end(offlineProblem())),
    desk: {
      commands: { send } as unknown as Commands,
      drafts: createDrafts(localStorage, me.id),
      me,
      doctor: me.doctor,
      live: { watch } as unknown as Live,
      session: { expire: () => undefined },
    } as unknown as Desk,
  };
}

export type Hub = ReturnType<typeof createHub>;

/** The part of the record that is under test, as a doctor sees it. */
export async function opened({ desk }: Hub) {
  await act(async () => {
    render(
      <DeskProvider value={desk}>
        <Overview record={record} present={present} visible />
      </DeskProvider>,
    );
  });
}

export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`not on the screen: ${selector}`);
  return found;
}

export const press = (selector: string) => act(async () => void fireEvent.click(find(selector)));
