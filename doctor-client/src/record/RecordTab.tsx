import type { NotesView, RecordView } from "@wuduan/contract/messages.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import type { CaseTab, CaseTabProps } from "../caseTab.ts";
import { useDesk } from "../desk.tsx";
import { Entries } from "./Entries.tsx";
import { t } from "./language.ts";
import { NoteSection } from "./NoteSection.tsx";
import { Visits } from "./Visits.tsx";
import "./record.css";

/** The record of the patient and the note of this consultation. */
function RecordBody({ view, vitals }: CaseTabProps) {
  const { live } = useDesk();
  const record = useView<RecordView>(live, `record/${view.patient.id}`);
  const notes = useView<NotesView>(live, `notes/${view.id}`);
  if (record.gone || notes.gone) return <p className="empty">{t("gone")}</p>;
  if (!record.view || !notes.view) return <p className="empty">{t("loading")}</p>;
  return (
    <div className="record" data-screen="record">
      <NoteSection view={view} vitals={vitals} notes={notes.view} />
      <Entries view={record.view} />
      <Visits view={record.view} present={view.id} />
    </div>
  );
}

export const RECORD: CaseTab = {
  id: "record",
  title: () => t("tab"),
  letter: "r",
  wide: true,
  isFor: (view) => view.state !== "cancelled",
  Body: RecordBody,
};
