import type { ConsultationView, RecordView, VitalsSummary } from "@wuduan/contract/messages.ts";
import { PrintKey } from "@wuduan/web-kit/browser/PrintKey.tsx";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";
import { PatientLine } from "../parts/PatientLine.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { DocumentList, documentWords } from "./DocumentList.tsx";
import { t, yearAndTime } from "./language.ts";
import { ReadKey } from "./ReadKey.tsx";
import { useDocuments, type Documents } from "./useDocuments.ts";
import { useVitalsSummary, type ReadSummary } from "./useVitalsSummary.ts";
import { VitalsTable } from "./VitalsTable.tsx";

interface Props {
  record: RecordView;
  present: ConsultationView;
  /** Whether the case is on the screen. */
  visible: boolean;
}

/** What the record holds beyond entries and notes: vital signs in short, and all documents. */
export function Overview({ record, present, visible }: Props) {
  const vitals = useVitalsSummary(record.patient.id, visible);
  const documents = useDocuments(record, present);
  return (
    <>
      <section className="panel-section" aria-label={t("short.title")} data-screen="vitals-summary">
        <h3>{t("short.title")}</h3>
        <Short vitals={vitals} />
      </section>
      <section className="panel-section" aria-label={t("documents.title")} data-screen="documents">
        <h3>{t("documents.title")}</h3>
        <DocumentList documents={documents} patientId={record.patient.id} />
        {isPrintable(vitals, documents) && (
          <PrintKey name="print-record" label={t("overview.print")}>
            <Paper record={record} vitals={vitals} documents={documents} />
          </PrintKey>
        )}
      </section>
    </>
  );
}

/** What is known to be out of date is not put on paper. */
function isPrintable(vitals: ReadSummary, documents: Documents): boolean {
  const { summary, problem, hidden } = vitals;
  return !!documents.list && !documents.stale && (hidden || (!!summary && !problem));
}

function Short({ vitals }: { vitals: ReadSummary }) {
  const { summary, problem, busy, hidden, again } = vitals;
  if (hidden) return <p className="soft">{t("short.hidden")}</p>;
  return (
    <>
      {summary && <Summed summary={summary} />}
      {!summary && !problem && <p className="soft">{t("reading")}</p>}
      <ProblemLine problem={problem} />
      {problem && <ReadKey name="read-vitals" label={t("again")} busy={busy} onRead={again} />}
    </>
  );
}

/** The table with the moment of which it is. */
function Summed({ summary }: { summary: VitalsSummary }) {
  return (
    <>
      <p className="soft" data-label="at">
        {t("overview.at", { when: yearAndTime(summary.at) })}
      </p>
      <VitalsTable summary={summary} />
    </>
  );
}

/** On paper the time stands to the minute. */
const PRINTED_RENEWED_MILLIS = 60_000;

/** On paper it is said of which moment it is, who printed it where and when, and what was left out. */
function Paper(props: { record: RecordView; vitals: ReadSummary; documents: Documents }) {
  const { record, vitals, documents } = props;
  const { me, doctor } = useDesk();
  const now = useNow(PRINTED_RENEWED_MILLIS);
  const { summary } = vitals;
  return (
    <article data-paper="record">
      <h1>{t("overview.paper")}</h1>
      <p>
        <PatientLine patient={record.patient} />
      </p>
      <h2>{t("short.title")}</h2>
      {summary ? <Summed summary={summary} /> : <p>{t("short.hidden")}</p>}
      <h2>{t("documents.title")}</h2>
      <p>{t("overview.mine")}</p>
      <ul>
        {documents.list?.documents.map((document) => (
          <li key={`${document.kind} ${document.id}`}>{documentWords(document)}</li>
        ))}
      </ul>
      {documents.list?.documents.length === 0 && <p>{t("documents.none")}</p>}
      {documents.list?.next && <p>{t("overview.older")}</p>}
      <p data-label="printed">
        {t("overview.printed", {
          name: me.name,
          institution: doctor.institution,
          when: yearAndTime(now),
        })}
      </p>
    </article>
  );
}
