import type { NotesView, RecordView } from "@wuduan/contract/messages.ts";
import { WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import type { CaseTab, CaseTabProps } from "../caseTab.ts";
import { isWithdrawn } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { Entries } from "./Entries.tsx";
import { t } from "./language.ts";
import { NoteSection } from "./NoteSection.tsx";
import { Overview } from "./Overview.tsx";
import { Visits } from "./Visits.tsx";
import "./record.css";

/**
 * The record of the patient and the note of this consultation. The record closes when consent is taken back; the note
 * stays drawn, so that what is typed in it stays.
 */
function RecordBody({ view, vitals, visible }: CaseTabProps) {
  const { live } = useDesk();
  const record = useView<RecordView>(live, `record/${view.patient.id}`);
  const notes = useView<NotesView>(live, `notes/${view.id}`);
  if (notes.gone) return <p className="empty">{t("gone")}</p>;
  if (!notes.view || !(record.view ?? record.gone)) return <p className="empty">{t("loading")}</p>;
  return (
    <div className="record" data-screen="record">
      {isWithdrawn(view) && (
        <p className="notice" role="status" data-notice="consent-withdrawn">
          <WarningIcon /> {t("withdrawn")}
        </p>
      )}
      <NoteSection view={view} vitals={vitals} notes={notes.view} />
      {record.view ? (
        <>
          <Entries view={record.view} />
          <Overview record={record.view} present={view} visible={visible} />
          <Visits view={record.view} present={view.id} />
        </>
      ) : (
        <p className="empty">{t("gone")}</p>
      )}
    </div>
  );
}

export const RECORD: CaseTab = {
  id: "record",
  title: () => t("tab"),
  letter: "r",
  wide: true,
  isFor: (view) => view.state !== "cancelled" || isWithdrawn(view),
  Body: RecordBody,
};
