import { useMemo } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { HomePrescription, Id, Medicine, MedicinesView } from "@wuduan/contract/messages.ts";
import { prescribing } from "@wuduan/contract/prescribing.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import {
  moneyWord,
  PHARMACY_REFUSALS,
  PHARMACY_STATES,
  PRESCRIPTION_STATES,
  stopWord,
  takingSentence,
} from "@wuduan/web-kit/prescriptions.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { has, type Parent } from "../family.ts";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { ReadAloud } from "../parts/ReadAloud.tsx";
import { usePhone } from "../phone.tsx";
import { inWords, w } from "./words.ts";
import "./medicines.css";

/** What a parent takes, in plain words, and how far each prescription is. */
export function Medicines({ parent }: { parent: Parent }) {
  const { live } = usePhone();
  const patientId = parent.patient.id;
  const sees = has(parent, "see_vitals") || has(parent, "take_part");
  const { view } = useView<MedicinesView>(live, sees ? `medicines/${patientId}` : undefined);
  if (!view || view.prescriptions.length === 0) return null;
  return (
    <section className="block medicines" data-screen="medicines">
      <h2>{w("title")}</h2>
      {view.prescriptions.map((prescription) => (
        <PrescriptionCard
          key={prescription.id}
          prescription={prescription}
          patientId={patientId}
          mayOrder={has(parent, "take_part")}
        />
      ))}
    </section>
  );
}

interface Props {
  prescription: HomePrescription;
  patientId: Id;
  mayOrder: boolean;
}

const time = (at: string) => dayAndTime(at, i18n.language());

/** What to do about each state; nothing where the state says it all. */
const SENTENCES: Readonly<Partial<Record<HomePrescription["state"], Parameters<typeof w>[0]>>> = {
  to_confirm: "toConfirm",
  awaiting_review: "awaiting",
  rejected: "rejected",
  cancelled: "cancelled",
  stop: "stop",
  expired: "expired",
};

function PrescriptionCard({ prescription, patientId, mayOrder }: Props) {
  const { id, state, doctor, at, medicines, validUntil, order } = prescription;
  // what was ordered had been approved: something became known since
  const sentence = state === "awaiting_review" && order ? "reviewedAgain" : SENTENCES[state];
  return (
    <article className="card" data-prescription={id} data-state={state}>
      <p className={`chip chip-${state}`}>{inWords(PRESCRIPTION_STATES[state])}</p>
      {sentence && <p className="sentence">{w(sentence)}</p>}
      <ul>
        {medicines.map((medicine) => (
          <Line key={medicine.nameEn} medicine={medicine} />
        ))}
      </ul>
      {TAKEN.includes(state) && <ReadAloud text={medicines.map(takingAloud).join(". ")} />}
      <p className="soft">{w("from", { doctor: doctor.name, time: time(at) })}</p>
      {state === "approved" && isToOrder(prescription) && validUntil && (
        <p>{w("validUntil", { time: time(validUntil) })}</p>
      )}
      {order && (
        <p data-order={order.state}>
          <b>{inWords(stopWord(prescription) ?? PHARMACY_STATES[order.state])}</b>
          {order.price && ` · ${w("price", { price: moneyWord(order.price, i18n.language()) })}`}
          {order.refusal && ` ${inWords(PHARMACY_REFUSALS[order.refusal])}`}
        </p>
      )}
      {mayOrder && state === "approved" && (
        <Order prescription={prescription} patientId={patientId} />
      )}
    </article>
  );
}

/** What may be taken now is read aloud; what may not says so in large words. */
const TAKEN: readonly HomePrescription["state"][] = ["approved", "dispensed"];

function takingAloud(medicine: Medicine): string {
  const language = i18n.language();
  const name = language === "en" ? medicine.nameEn : medicine.nameZh;
  return [name, takingSentence(medicine, language), medicine.note ?? ""].join(" ");
}

/** Never ordered, or ordered and withdrawn. */
const isToOrder = ({ order }: HomePrescription) => !order || order.state === "withdrawn";

function Line({ medicine }: { medicine: Medicine }) {
  const language = i18n.language();
  return (
    <li>
      <strong>{language === "en" ? medicine.nameEn : medicine.nameZh}</strong>
      <p>{takingSentence(medicine, language)}</p>
      {medicine.note && <p className="soft">{medicine.note}</p>}
    </li>
  );
}

function Order({ prescription, patientId }: Omit<Props, "mayOrder">) {
  const { session, commands } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const orders = useMemo(() => prescribing(commands.send), [commands]);
  const { id, order } = prescription;
  const failed =
    order?.state === "out_of_stock" ||
    order?.state === "unreachable" ||
    order?.refusal === "not_approved";
  if (!isToOrder(prescription) && !failed) return null;
  return (
    <>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className="button answer big"
        data-action="order-medicines"
        disabled={busy}
        onClick={() => void give(() => orders.order(patientId, id, { id: newId() }))}
      >
        {w(failed ? "again" : "order")}
      </button>
    </>
  );
}
