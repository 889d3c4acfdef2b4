import { useMemo, useState } from "react";
import type { Id, PlanView, PrescriptionsView } from "@wuduan/contract/messages.ts";
import { prescribing } from "@wuduan/contract/prescribing.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { dayWithYear } from "@wuduan/web-kit/times.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { PrescriptionCard } from "../prescribing/PrescriptionCard.tsx";
import { PlanBox } from "../referral/PlanBox.tsx";
import { OpenedReferral } from "../referral/ReferralCard.tsx";
import { useReferrals } from "../referral/useReferrals.ts";
import { ReportLink } from "../signing/ReportLink.tsx";
import { t } from "./language.ts";
import { KeptPlan } from "./KeptPlan.tsx";
import { ReadKey } from "./ReadKey.tsx";
import type { Documents, RecordDocument } from "./useDocuments.ts";

/** The patient's documents, each with the way to open it; what is in one is fetched, and audited, only then. */
export function DocumentList({ documents, patientId }: { documents: Documents; patientId: Id }) {
  const { list, stale, problem, busy } = documents;
  return (
    <>
      {!list && !stale && <p className="soft">{t("reading")}</p>}
      {list?.documents.length === 0 && !list.next && <p className="soft">{t("documents.none")}</p>}
      <ul className="documents" aria-busy={busy}>
        {list?.documents.map((document) => (
          <Row key={`${document.kind} ${document.id}`} document={document} patientId={patientId} />
        ))}
      </ul>
      {list && stale && <p role="status">{t("documents.stale")}</p>}
      <ProblemLine problem={stale ?? problem} />
      <Further documents={documents} />
    </>
  );
}

/** A list that is out of date is read once more before anything older is added to it. */
function Further({ documents }: { documents: Documents }) {
  const { list, stale, busy, again, more } = documents;
  if (stale) return <ReadKey name="read-documents" label={t("again")} busy={busy} onRead={again} />;
  if (!list?.next) return null;
  return <ReadKey name="more-documents" label={t("documents.more")} busy={busy} onRead={more} />;
}

/** Kind, day, author, institution and state in words. */
export function documentWords(document: RecordDocument): string {
  const { kind, at, author, institution, state } = document;
  return [
    t(`document.${kind}`),
    dayWithYear(at, i18n.language()),
    author,
    institution,
    t(`document.state.${state}`),
  ].join(" · ");
}

interface RowProps {
  document: RecordDocument;
  patientId: Id;
}

function Row(props: RowProps) {
  const { kind, id, at, author, institution, state } = props.document;
  return (
    <li data-document={id} data-kind={kind} data-state={state}>
      <p>
        <b>{t(`document.${kind}`)}</b> {dayWithYear(at, i18n.language())} {author}{" "}
        <span className="soft">{institution}</span>{" "}
        <span className={`chip chip-${state}`}>{t(`document.state.${state}`)}</span>
      </p>
      <Opening {...props} />
    </li>
  );
}

/** A report is a file. */
function Opening({ document, patientId }: RowProps) {
  const { kind, id, consultationId } = document;
  const [open, setOpen] = useState(false);
  if (kind === "report") return <ReportLink consultation={id} />;
  return (
    <>
      <button
        type="button"
        className="button small"
        data-action="open-document"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? t("documents.close") : t("documents.open")}
      </button>
      {open && kind === "referral" && <Referral id={id} />}
      {open && kind === "home_plan" && <Plan id={id} patientId={patientId} />}
      {open && kind === "prescription" && consultationId && (
        <Prescription id={id} consultationId={consultationId} />
      )}
    </>
  );
}

function Referral({ id }: { id: Id }) {
  const own = useReferrals();
  const line = [...(own?.sent ?? []), ...(own?.received ?? [])].find((one) => one.id === id);
  return <OpenedReferral id={id} version={line?.version ?? 0} />;
}

/** The plan of today stands there as it goes on; every other one as it was. */
function Plan({ id, patientId }: { id: Id; patientId: Id }) {
  const { live } = useDesk();
  const { view, gone } = useView<PlanView>(live, `plan/${patientId}`);
  if (gone) return <ProblemLine problem={gone} />;
  if (!view) return <p className="soft">{t("reading")}</p>;
  return view.plan?.id === id ? <PlanBox patientId={patientId} /> : <KeptPlan id={id} />;
}

/** To read: what is done with it is done beside its consultation. */
function Prescription({ id, consultationId }: { id: Id; consultationId: Id }) {
  const { live, commands } = useDesk();
  const { view, gone } = useView<PrescriptionsView>(live, `prescriptions/${consultationId}`);
  const orders = useMemo(() => prescribing(commands.send), [commands]);
  const prescription = view?.prescriptions.find((one) => one.id === id);
  if (gone) return <ProblemLine problem={gone} />;
  if (!prescription) return <p className="soft">{view ? t("documents.gone") : t("reading")}</p>;
  return (
    <PrescriptionCard prescription={prescription} orders={orders} mine={false} onAnew={undefined} />
  );
}
