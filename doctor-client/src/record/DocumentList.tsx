import { useMemo, useState } from "react";
import type { Id, PrescriptionsView } from "@wuduan/contract/messages.ts";
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
import type { Documents, RecordDocument } from "./useDocuments.ts";

/** The patient's documents, each with the way to open it; what is in one is fetched, and audited, only then. */
export function DocumentList({ documents, patientId }: { documents: Documents; patientId: Id }) {
  const { list, problem, busy, more } = documents;
  return (
    <>
      {!list && !problem && <p className="soft">{t("documents.loading")}</p>}
      {list?.documents.length === 0 && !list.next && <p className="soft">{t("documents.none")}</p>}
      <ul className="documents" aria-busy={busy}>
        {list?.documents.map((document) => (
          <Row key={`${document.kind} ${document.id}`} document={document} patientId={patientId} />
        ))}
      </ul>
      <ProblemLine problem={problem} />
      {(list?.next ?? problem) && (
        <button
          type="button"
          className="button small"
          data-action="more-documents"
          disabled={busy}
          onClick={more}
        >
          {list?.next ? t("documents.more") : t("documents.again")}
        </button>
      )}
    </>
  );
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

function Row({ document, patientId }: { document: RecordDocument; patientId: Id }) {
  const { kind, id, at, author, institution, state } = document;
  return (
    <li data-document={id} data-kind={kind} data-state={state}>
      <p>
        <b>{t(`document.${kind}`)}</b> {dayWithYear(at, i18n.language())} {author}{" "}
        <span className="soft">{institution}</span>{" "}
        <span className={`chip chip-${state}`}>{t(`document.state.${state}`)}</span>
      </p>
      <Opening document={document} patientId={patientId} />
    </li>
  );
}

/** A report is a file; a plan that another one replaced is named and no longer drawn anywhere. */
function Opening({ document, patientId }: { document: RecordDocument; patientId: Id }) {
  const { kind, id, consultationId, state } = document;
  const [open, setOpen] = useState(false);
  if (kind === "report") return <ReportLink consultation={id} />;
  if (state === "replaced") return null;
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
      {open && kind === "home_plan" && <PlanBox patientId={patientId} />}
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

/** To read: what is done with it is done beside its consultation. */
function Prescription({ id, consultationId }: { id: Id; consultationId: Id }) {
  const { live, commands } = useDesk();
  const { view, gone } = useView<PrescriptionsView>(live, `prescriptions/${consultationId}`);
  const orders = useMemo(() => prescribing(commands.send), [commands]);
  const prescription = view?.prescriptions.find((one) => one.id === id);
  if (gone) return <ProblemLine problem={gone} />;
  if (!prescription)
    return <p className="soft">{view ? t("documents.gone") : t("documents.loading")}</p>;
  return (
    <PrescriptionCard prescription={prescription} orders={orders} mine={false} onAnew={undefined} />
  );
}
