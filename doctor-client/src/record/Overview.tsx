import type { ConsultationView, RecordView } from "@wuduan/contract/messages.ts";
import { PrintKey } from "@wuduan/web-kit/browser/PrintKey.tsx";
import { PatientLine } from "../parts/PatientLine.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { DocumentList, documentWords } from "./DocumentList.tsx";
import { t, whenOf } from "./language.ts";
import { useDocuments, type Documents } from "./useDocuments.ts";
import { useVitalsSummary, type ReadSummary } from "./useVitalsSummary.ts";
import { VitalsTable } from "./VitalsTable.tsx";

interface Props {
  record: RecordView;
  present: ConsultationView;
}

/** What the record holds beyond entries and notes: vital signs in short, and all documents. */
export function Overview({ record, present }: Props) {
  const vitals = useVitalsSummary(record.patient.id);
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
        {documents.list && (vitals.summary ?? vitals.hidden) && (
          <PrintKey name="print-record" label={t("overview.print")}>
            <Paper record={record} vitals={vitals} documents={documents} />
          </PrintKey>
        )}
      </section>
    </>
  );
}

function Short({ vitals }: { vitals: ReadSummary }) {
  const { summary, problem, hidden, again } = vitals;
  if (hidden) return <p className="soft">{t("short.hidden")}</p>;
  return (
    <>
      {summary && <VitalsTable summary={summary} />}
      {!summary && !problem && <p className="soft">{t("documents.loading")}</p>}
      <ProblemLine problem={problem} />
      {problem && (
        <button type="button" className="button small" data-action="read-vitals" onClick={again}>
          {t("documents.again")}
        </button>
      )}
    </>
  );
}

/** On paper it is said of which moment it is, and what was left out. */
function Paper(props: { record: RecordView; vitals: ReadSummary; documents: Documents }) {
  const { record, vitals, documents } = props;
  const { summary } = vitals;
  return (
    <article data-paper="record">
      <h1>{t("overview.paper")}</h1>
      <p>
        <PatientLine patient={record.patient} />
      </p>
      <h2>{t("short.title")}</h2>
      {summary ? (
        <>
          <p>{t("overview.at", { when: whenOf(summary.at) })}</p>
          <VitalsTable summary={summary} />
        </>
      ) : (
        <p>{t("short.hidden")}</p>
      )}
      <h2>{t("documents.title")}</h2>
      <p>{t("overview.mine")}</p>
      <ul>
        {documents.list?.documents.map((document) => (
          <li key={`${document.kind} ${document.id}`}>{documentWords(document)}</li>
        ))}
      </ul>
      {documents.list?.documents.length === 0 && <p>{t("documents.none")}</p>}
      {documents.list?.next && <p>{t("overview.older")}</p>}
    </article>
  );
}
