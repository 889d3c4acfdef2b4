import { useState } from "react";
import type {
  Prescription,
  PrescriptionSheet,
  RationalUseFinding,
} from "@wuduan/contract/messages.ts";
import type { PrescribingCommands } from "@wuduan/contract/prescribing.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import { signedPath } from "@wuduan/contract/signedDocuments.ts";
import { PrintedPrescription } from "@wuduan/web-kit/browser/PrintedPrescription.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { SignatureMark } from "@wuduan/web-kit/browser/SignatureMark.tsx";
import type { Signatory } from "@wuduan/web-kit/browser/UnlockDialog.tsx";
import { useSigningCommand } from "@wuduan/web-kit/browser/useSigning.tsx";
import type { Verifier } from "@wuduan/web-kit/browser/VerdictDialog.tsx";
import {
  FREQUENCIES,
  piecesWord,
  PRESCRIPTION_STATES,
  takenWord,
} from "@wuduan/web-kit/prescriptions.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { dayAndTime, lastMoment } from "@wuduan/web-kit/times.ts";
import { ageInYears, sexWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { hrefOf } from "../route.ts";
import { inWords, SEVERITIES, w } from "./words.ts";

interface Props {
  prescription: Prescription;
  /** Absent for what was decided already. */
  orders: PrescribingCommands | undefined;
}

/** A birthday at midnight may be an hour late on the screen. */
const AGE_RENEWED_MILLIS = 3_600_000;

const time = (at: string) => dayAndTime(at, i18n.language());

/** One prescription with all that a pharmacist needs to judge it. */
export function ReviewCard({ prescription, orders }: Props) {
  const { patient, doctor, state, sheet, validUntil } = prescription;
  const language = i18n.language();
  const now = useNow(AGE_RENEWED_MILLIS);
  return (
    <article
      className="part review"
      data-prescription={prescription.id}
      data-state={state}
      aria-label={patient.name}
    >
      <header>
        <h2>
          {patient.name} · {sexWord(patient.sex, language)} · {ageInYears(patient.birthYear, now)}
        </h2>
        <span className="chip">{inWords(PRESCRIPTION_STATES[state])}</span>
      </header>
      <p className="soft">
        {w("doctor")} {doctor.name} · {doctor.institution}
        {validUntil && ` · ${w("validUntil", { time: lastMoment(validUntil, i18n.language()) })}`}
      </p>
      <Signed prescription={prescription} />
      {prescription.againBecause && state === "awaiting_review" && (
        <p className="notice caution">{w("again")}</p>
      )}
      <OrderNotice prescription={prescription} />
      <p>
        <b>{w("diagnosis")}</b>{" "}
        {sheet.diagnoses.map(({ code, title }) => `${title}（${code}）`).join("；")}
      </p>
      <Lines prescription={prescription} />
      <Terms sheet={sheet} />
      <Findings prescription={prescription} />
      <Reviewed prescription={prescription} />
      {orders && <Decision prescription={prescription} orders={orders} />}
    </article>
  );
}

/** The doctor's signature, and the key that prints what it is on. */
function Signed({ prescription }: { prescription: Prescription }) {
  const verifier = useVerifier();
  const { live } = useOffice();
  const { id, signed } = prescription;
  if (!signed) return null;
  return (
    <div className="review-signed">
      <SignatureMark
        path={signedPath.prescription(id)}
        signature={signed.signature}
        submittedAt={signed.at}
        {...verifier}
      />
      <PrintedPrescription
        prescription={prescription}
        isTold={() => live.link() === "up"}
        {...verifier}
      />
    </div>
  );
}

function Reviewed({ prescription: { id, review } }: { prescription: Prescription }) {
  const verifier = useVerifier();
  if (!review) return null;
  return (
    <div data-label="review">
      {review.name} · {time(review.at)} {review.reason}{" "}
      {review.signature && (
        <SignatureMark
          path={signedPath.prescriptionReview(id)}
          signature={review.signature}
          submittedAt={review.at}
          {...verifier}
        />
      )}
    </div>
  );
}

/** What has become of the order of one that may not be taken: whether somebody has to call. */
function OrderNotice({ prescription: { state, order } }: { prescription: Prescription }) {
  if (!order || state === "approved" || state === "dispensed" || state === "expired") return null;
  // cancelled after the delivery: its doctor speaks with the home
  if (state === "cancelled" && order.state === "delivered") return null;
  const word = NOTICES[order.state];
  return (
    word && (
      <p
        className={order.state === "withdrawn" ? "notice" : "notice caution"}
        data-order={order.state}
      >
        {w(word)}
      </p>
    )
  );
}

/** None where the pharmacy has nothing of it. */
const NOTICES: Readonly<
  Record<NonNullable<Prescription["order"]>["state"], Parameters<typeof w>[0] | undefined>
> = {
  placing: "orderUnderWay",
  preparing: "orderUnderWay",
  shipped: "orderUnderWay",
  delivered: "orderUnderWay",
  unreachable: "orderUnderWay",
  withdrawing: "withdrawing",
  withdrawn: "withdrawn",
  too_late: "tooLate",
  out_of_stock: undefined,
  refused: undefined,
};

function Lines({ prescription }: { prescription: Prescription }) {
  const { sheet, drugs, report } = prescription;
  const language = i18n.language();
  return (
    <ol className="review-lines">
      {sheet.lines.map((line, index) => {
        const drug = drugs.find(({ code }) => code === line.drug);
        const amount = report.amounts.find((one) => one.line === index);
        return (
          <li key={line.drug}>
            <strong>{(language === "en" ? drug?.nameEn : drug?.nameZh) ?? line.drug}</strong>{" "}
            {drug && `${drug.strength.value} ${drug.strength.unit}`} —{" "}
            {amount && takenWord(line.dose, amount.pieces, language)}{" "}
            {inWords(FREQUENCIES[line.frequency])} · {w("days", { days: line.days })}
            {amount && ` · ${piecesWord(amount.total, language)}`}
            {line.note && ` · ${line.note}`}
          </li>
        );
      })}
    </ol>
  );
}

function Terms({ sheet }: { sheet: PrescriptionSheet }) {
  return (
    <>
      {sheet.egfr && (
        <p>
          <b>{w("egfr")}</b> {sheet.egfr.value} {sheet.egfr.unit}
        </p>
      )}
      {sheet.supplyReason && (
        <p>
          <b>{w("supplyReason")}</b> {sheet.supplyReason}
        </p>
      )}
      {sheet.assessment && (
        <p>
          <b>{w("assessment")}</b> {sheet.assessment}
        </p>
      )}
    </>
  );
}

function Findings({ prescription }: { prescription: Prescription }) {
  const { report, sheet } = prescription;
  return (
    <ul className="review-findings">
      {report.findings.map((finding) => (
        <Finding key={finding.id} finding={finding} sheet={sheet} />
      ))}
      {!report.tableReviewed && <li className="soft">{w("notReviewed")}</li>}
    </ul>
  );
}

function Finding({ finding, sheet }: { finding: RationalUseFinding; sheet: PrescriptionSheet }) {
  const override = sheet.overrides.find((one) => one.finding === finding.id);
  const { severity, source } = finding;
  return (
    <li data-finding={finding.id} data-severity={severity}>
      <strong>
        {inWords(SEVERITIES[severity])}
        {finding.unknown && ` · ${w("unknown")}`}
      </strong>{" "}
      {i18n.language() === "en" ? finding.adviceEn : finding.adviceZh}
      {source && (
        <small className="soft review-source">
          {w("source")}：{source.title}，{source.section}，{source.date ?? w("noDate")}{" "}
          {source.address}
        </small>
      )}
      {override && (
        <p data-label="override">
          <b>{w("reasonOfDoctor")}</b> {override.reason}
          {override.despiteContraindication && ` · ${w("despite")}`}
        </p>
      )}
      {!override && severity !== "caution" && <p className="problem">{w("noReason")}</p>}
    </li>
  );
}

function Decision({
  prescription,
  orders,
}: {
  prescription: Prescription;
  orders: PrescribingCommands;
}) {
  const { busy, problem, give, question } = useSigningCommand(useSignatory());
  const [reason, setReason] = useState<string | null>(null);
  const { id, version } = prescription;
  const decide = (decision: "approved" | "rejected") =>
    void give(() =>
      orders.review(id, { version, decision, ...(reason?.trim() && { reason: reason.trim() }) }),
    );
  const needsKey = problem && problemType(problem) === "signing-key-missing";
  return (
    <footer className="buttons">
      {question}
      <ProblemLine problem={problem} language={i18n.language()} />
      {needsKey && (
        <a className="button" href={hrefOf("account")}>
          {w("toAccount")}
        </a>
      )}
      {reason === null ? (
        <>
          <button
            type="button"
            className="button primary"
            data-action="approve"
            disabled={busy}
            onClick={() => decide("approved")}
          >
            {w("approve")}
          </button>
          <button
            type="button"
            className="button"
            data-action="reject"
            onClick={() => setReason("")}
          >
            {w("reject")}
          </button>
        </>
      ) : (
        <Rejection
          reason={reason}
          busy={busy}
          onType={setReason}
          onReject={() => decide("rejected")}
          onBack={() => setReason(null)}
        />
      )}
    </footer>
  );
}

/** The pharmacist, as what signs wants to know it. */
function useSignatory(): Signatory {
  const { session, commands } = useOffice();
  return { session, signing: commands.signing, language: i18n.language() };
}

/** The same, as who looks whether a signature holds. */
function useVerifier(): Verifier {
  const { commands } = useOffice();
  return { send: commands.send, language: i18n.language() };
}

interface RejectionProps {
  reason: string;
  busy: boolean;
  onType(reason: string): void;
  onReject(): void;
  onBack(): void;
}

function Rejection({ reason, busy, onType, onReject, onBack }: RejectionProps) {
  return (
    <>
      <label className="field">
        <span>{w("reason")}</span>
        <input
          name="reject-reason"
          maxLength={500}
          value={reason}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
      <button
        type="button"
        className="button danger"
        data-action="reject-confirm"
        disabled={busy || reason.trim().length < 2}
        onClick={onReject}
      >
        {w("rejectNow")}
      </button>
      <button type="button" className="button" onClick={onBack}>
        {w("back")}
      </button>
    </>
  );
}
