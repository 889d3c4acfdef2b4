import { useCallback, useMemo, useRef, useState } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type {
  ConsultationView,
  DoctorReferrals,
  DocumentPage,
  PrescriptionsView,
  Problem,
  RecordView,
} from "@wuduan/contract/messages.ts";
import { recordCommands, type RecordCommands } from "@wuduan/contract/records.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";
import { PRESCRIBING } from "../prescribing/tab.ts";
import { usePlanChange } from "./usePlanChange.ts";
import { useReading } from "./useReading.ts";

export type RecordDocument = DocumentPage["documents"][number];

export interface Documents {
  /** Undefined until the first page has come. */
  list: DocumentPage | undefined;
  /** Why the list could not be read anew: what is there of it is then out of date. */
  stale: Problem | null;
  /** Why the next page could not be read. */
  problem: Problem | null;
  busy: boolean;
  again(): void;
  /** Reads the next page. */
  more(): void;
}

/** The documents that this doctor may open: the newest first, read anew when one was made or changed its state. */
export function useDocuments(record: RecordView, present: ConsultationView): Documents {
  const { commands } = useDesk();
  const patientId = record.patient.id;
  const chart = useMemo(() => recordCommands(commands.send, patientId), [commands, patientId]);
  const known = useRef<DocumentPage>(undefined);
  const [list, setList] = useState<DocumentPage>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [adding, setAdding] = useState(false);
  const take = useCallback((read: DocumentPage) => {
    known.current = read;
    setList(read);
    setProblem(null);
  }, []);
  const read = useCallback(() => readAnew(chart, () => known.current), [chart]);
  const reading = useReading({ of: useChanges(record, present), read, take });
  const more = async () => {
    const from = known.current;
    if (!from?.next) return;
    setAdding(true);
    const answer = await chart.documents(from.next);
    setAdding(false);
    // Of a list that was read anew meanwhile it is not the next page any more.
    if (known.current !== from) return;
    if (answer.ok) take(joined(from, answer.value));
    else setProblem(answer.problem);
  };
  return {
    list,
    stale: reading.problem,
    problem,
    busy: adding || reading.busy,
    again: reading.again,
    more: () => void more(),
  };
}

/** As far back as the list goes that is known: what was opened in it stays open, and each state is that of now. */
async function readAnew(
  chart: RecordCommands,
  known: () => DocumentPage | undefined,
): Promise<Result<DocumentPage>> {
  let answer = await chart.documents();
  while (answer.ok && answer.value.next && !reaches(answer.value, known()?.documents.at(-1))) {
    const from = answer.value;
    const then = await chart.documents(from.next);
    answer = then.ok ? { ok: true, value: joined(from, then.value) } : then;
  }
  return answer;
}

function reaches({ documents }: DocumentPage, last: RecordDocument | undefined): boolean {
  if (!last) return true;
  return documents.some(
    ({ kind, id, at }) =>
      (kind === last.kind && id === last.id) || Date.parse(at) < Date.parse(last.at),
  );
}

function joined(first: DocumentPage, then: DocumentPage): DocumentPage {
  return { ...then, documents: [...first.documents, ...then.documents] };
}

/** What the screen is told anyway of the documents of this patient; undefined until all of it has come or is refused. */
function useChanges(record: RecordView, present: ConsultationView): string | undefined {
  const { live, me } = useDesk();
  const prescribes = PRESCRIBING.isFor(present);
  const sheets = useView<PrescriptionsView>(
    live,
    prescribes ? `prescriptions/${present.id}` : undefined,
  );
  const referrals = useView<DoctorReferrals>(live, `referrals/${me.id}`);
  const plan = usePlanChange(record.patient.id);
  const told = [referrals, ...(prescribes ? [sheets] : [])];
  if (plan === undefined || told.some(({ view, gone }) => !view && !gone)) return undefined;
  const here = [...(referrals.view?.sent ?? []), ...(referrals.view?.received ?? [])].filter(
    ({ patient }) => patient.id === record.patient.id,
  );
  return JSON.stringify([
    record.visits.map(({ consultationId, state }) => [consultationId, state]),
    here.map(({ id, state }) => [id, state]),
    (sheets.view?.prescriptions ?? [])
      .filter(({ state }) => state !== "draft")
      .map(({ id, state }) => [id, state]),
    plan,
  ]);
}
