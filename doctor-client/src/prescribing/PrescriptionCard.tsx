import { useState } from "react";
import type { Prescription } from "@wuduan/contract/messages.ts";
import type { PrescribingCommands } from "@wuduan/contract/prescribing.ts";
import { signedPath } from "@wuduan/contract/signedDocuments.ts";
import { PrintedPrescription } from "@wuduan/web-kit/browser/PrintedPrescription.tsx";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import {
  FREQUENCIES,
  moneyWord,
  PHARMACY_REFUSALS,
  PHARMACY_STATES,
  pharmacyMayHave,
  piecesWord,
  PRESCRIPTION_STATES,
} from "@wuduan/web-kit/prescriptions.ts";
import { dayAndTime, lastMoment } from "@wuduan/web-kit/times.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { SignatureMark } from "../signing/SignatureMark.tsx";
import { useVerifier } from "../signing/signatory.ts";
import { drugName } from "./DrugSearch.tsx";
import { inWords, w } from "./words.ts";

interface Props {
  prescription: Prescription;
  orders: PrescribingCommands;
  mine: boolean;
  /** Undefined where no other may be written. */
  onAnew: (() => void) | undefined;
}

const time = (at: string) => dayAndTime(at, i18n.language());

/** One prescription: what is on it, who signed and reviewed it, how far the pharmacy is. */
export function PrescriptionCard({ prescription, orders, mine, onAnew }: Props) {
  const { state, signed, validUntil, order, cancelled } = prescription;
  const verifier = useVerifier();
  const { live } = useDesk();
  return (
    <article className="rx-card" data-prescription={prescription.id} data-state={state}>
      <header>
        <span className={`chip chip-${state}`}>{inWords(PRESCRIPTION_STATES[state])}</span>
        {validUntil && state !== "rejected" && (
          <small className="soft">
            {w("validUntil", { time: lastMoment(validUntil, i18n.language()) })}
          </small>
        )}
      </header>
      <Lines prescription={prescription} />
      {signed && (
        <div className="rx-signed">
          <SignatureMark
            path={signedPath.prescription(prescription.id)}
            signature={signed.signature}
            submittedAt={signed.at}
          />
          <PrintedPrescription
            prescription={prescription}
            isTold={() => live.link() === "up"}
            {...verifier}
          />
        </div>
      )}
      {prescription.againBecause && (
        <p className="notice caution">
          {w(state === "dispensed" ? "toldAfterDelivery" : "allergyAdded")}
        </p>
      )}
      <Review prescription={prescription} />
      {cancelled?.reason && <p className="soft">{cancelled.reason}</p>}
      {order && (
        <p data-order={order.state}>
          {inWords(PHARMACY_STATES[order.state])}
          {order.price && ` · ${moneyWord(order.price, i18n.language())}`}
          {order.refusal && ` ${inWords(PHARMACY_REFUSALS[order.refusal])}`}
        </p>
      )}
      {hasToCall(prescription) && <p className="notice caution">{w("callAboutOrder")}</p>}
      {mine && <Steps prescription={prescription} orders={orders} onAnew={onAnew} />}
    </article>
  );
}

/** What the pharmacist decided, with the signature of that. */
function Review({ prescription: { id, review } }: { prescription: Prescription }) {
  if (!review) return null;
  return (
    <div data-label="review">
      {w("reviewedBy", { name: review.name, time: time(review.at) })}
      {review.reason && `：${review.reason}`}{" "}
      {review.signature && (
        <SignatureMark
          path={signedPath.prescriptionReview(id)}
          signature={review.signature}
          submittedAt={review.at}
        />
      )}
    </div>
  );
}

/** Whether medicines that nobody should take may come, or have come. */
function hasToCall({ state, order }: Prescription): boolean {
  if (state === "approved" || state === "dispensed") return false;
  return order?.state === "withdrawing" || order?.state === "too_late";
}

function Lines({ prescription }: { prescription: Prescription }) {
  const { sheet, drugs, report } = prescription;
  return (
    <ol className="rx-summary">
      {sheet.lines.map((line, index) => {
        const drug = drugs.find(({ code }) => code === line.drug);
        const amount = report.amounts.find((one) => one.line === index);
        return (
          <li key={line.drug}>
            <strong>{drug ? drugName(drug) : line.drug}</strong>{" "}
            {amount && piecesWord(amount.pieces, i18n.language())} ·{" "}
            {inWords(FREQUENCIES[line.frequency])} · {line.days}
            {i18n.language() === "en" ? " days" : " 天"}
          </li>
        );
      })}
    </ol>
  );
}

type Asked = "cancel" | "extend" | "goOn";

function Steps({ prescription, orders, onAnew }: Omit<Props, "mine">) {
  const [asking, setAsking] = useState<Asked | null>(null);
  const { state, order } = prescription;
  const waits = state === "awaiting_review" || state === "approved";
  const told = state === "dispensed" && prescription.againBecause !== undefined;
  const may = (step: Asked, action: string) => (
    <button
      type="button"
      className="button small"
      data-action={action}
      onClick={() => setAsking(step)}
    >
      {w(step)}
    </button>
  );
  return (
    <footer className="rx-steps">
      {state === "rejected" && onAnew && (
        <button type="button" className="button primary" data-action="anew" onClick={onAnew}>
          {w("again")}
        </button>
      )}
      {waits && asking === null && (
        <>
          {!pharmacyMayHave(prescription) && may("extend", "extend")}
          {order?.state !== "delivered" && may("cancel", "cancel-prescription")}
        </>
      )}
      {told && asking === null && (
        <>
          {may("cancel", "cancel-prescription")}
          {may("goOn", "continue-prescription")}
        </>
      )}
      {asking !== null && (
        <Reason
          prescription={prescription}
          orders={orders}
          asked={asking}
          onClose={() => setAsking(null)}
        />
      )}
    </footer>
  );
}

interface ReasonProps extends Pick<Props, "prescription" | "orders"> {
  asked: Asked;
  onClose(): void;
}

/** Nothing is extended, cancelled or taken on without its reason. */
function Reason({ prescription, orders, asked, onClose }: ReasonProps) {
  const { session } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [reason, setReason] = useState("");
  const { id, consultationId, version } = prescription;
  const send = async () => {
    const body = { version, reason: reason.trim() };
    const done = await give(() => {
      switch (asked) {
        case "cancel":
          return orders.cancel(consultationId, id, body);
        case "extend":
          return orders.extend(consultationId, id, { ...body, days: 3 });
        case "goOn":
          return orders.goOn(consultationId, id, body);
      }
    });
    if (done) onClose();
  };
  return (
    <>
      <label className="field rx-note">
        <span>
          {w(asked)} · {w("reasonAsk")}
        </span>
        <input
          name="step-reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button
        type="button"
        className="button primary small"
        data-action="step-confirm"
        disabled={busy || reason.trim().length < 2}
        onClick={() => void send()}
      >
        {w("confirm")}
      </button>
      <button type="button" className="button small" onClick={onClose}>
        {w("back")}
      </button>
      <ProblemLine problem={problem} />
    </>
  );
}
