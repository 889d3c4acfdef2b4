import { useEffect, useState } from "react";
import type {
  ConsultationView,
  DocumentPage,
  PrescriptionsView,
  Problem,
  RecordView,
} from "@wuduan/contract/messages.ts";
import { recordCommands } from "@wuduan/contract/records.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";
import { PRESCRIBING } from "../prescribing/tab.ts";
import { useReferrals } from "../referral/useReferrals.ts";

export type RecordDocument = DocumentPage["documents"][number];

export interface Documents {
  /** Undefined until the first page has come. */
  list: DocumentPage | undefined;
  problem: Problem | null;
  busy: boolean;
  /** The next page, or the first one once more. */
  more(): void;
}

/** The documents that this doctor may open: the newest first, read anew when one was made or changed its state. */
export function useDocuments(record: RecordView, present: ConsultationView): Documents {
  const { commands } = useDesk();
  const changes = useChanges(record, present);
  const [list, setList] = useState<DocumentPage>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(1);
  const patientId = record.patient.id;
  useEffect(() => {
    if (changes === undefined) return undefined;
    let wanted = true;
    void recordCommands(commands.send, patientId)
      .documents()
      .then((answer) => {
        if (!wanted) return;
        if (answer.ok) setList(answer.value);
        setProblem(answer.ok ? null : answer.problem);
      });
    return () => {
      wanted = false;
    };
  }, [commands, patientId, changes, tries]);
  const readNext = async (from: DocumentPage) => {
    setBusy(true);
    const answer = await recordCommands(commands.send, patientId).documents(from.next);
    setBusy(false);
    // A list that was read anew meanwhile begins at its first page.
    if (answer.ok) setList((known) => (known === from ? joined(from, answer.value) : known));
    setProblem(answer.ok ? null : answer.problem);
  };
  const more = () => (list?.next ? void readNext(list) : setTries((count) => count + 1));
  return { list, problem, busy, more };
}

function joined(first: DocumentPage, then: DocumentPage): DocumentPage {
  return { ...then, documents: [...first.documents, ...then.documents] };
}

/** What the screen is told anyway of the documents of this patient; undefined until all of it has come. */
function useChanges(record: RecordView, present: ConsultationView): string | undefined {
  const { live } = useDesk();
  const prescribes = PRESCRIBING.isFor(present);
  const sheets = useView<PrescriptionsView>(
    live,
    prescribes ? `prescriptions/${present.id}` : undefined,
  );
  const referrals = useReferrals();
  if (!referrals || (prescribes && !(sheets.view ?? sheets.gone))) return undefined;
  const here = [...referrals.sent, ...referrals.received].filter(
    ({ patient }) => patient.id === record.patient.id,
  );
  return JSON.stringify([
    record.visits.map(({ consultationId, state }) => [consultationId, state]),
    here.map(({ id, state }) => [id, state]),
    (sheets.view?.prescriptions ?? [])
      .filter(({ state }) => state !== "draft")
      .map(({ id, state }) => [id, state]),
  ]);
}
