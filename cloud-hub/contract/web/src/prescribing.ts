import type {
  CancelPrescription,
  ContinuePrescription,
  DrugList,
  ExtendPrescription,
  Id,
  OrderMedicines,
  PrescriptionReport,
  PrescriptionSheet,
  ReviewPrescription,
  SavePrescription,
} from "./messages.ts";
import type { Send } from "./send.ts";

export type PrescribingCommands = ReturnType<typeof prescribing>;

/** Prescriptions (PROTOCOL.md, "Prescriptions"): of doctors, pharmacists and the home. */
export function prescribing(send: Send) {
  const of = (consultationId: Id) => `/api/consultations/${consultationId}/prescriptions`;
  const atHome = (patientId: Id, id: Id) => `/api/patients/${patientId}/prescriptions/${id}`;
  return {
    drugs: (consultationId: Id, words: string) =>
      send<DrugList>(
        "GET",
        `/api/consultations/${consultationId}/drugs?${new URLSearchParams({ words }).toString()}`,
      ),
    check: (consultationId: Id, sheet: PrescriptionSheet) =>
      send<PrescriptionReport>("POST", `${of(consultationId)}/check`, { sheet }),
    save: (consultationId: Id, body: SavePrescription) => send("POST", of(consultationId), body),
    issue: (consultationId: Id, id: Id, version: number) =>
      send("POST", `${of(consultationId)}/${id}/issue`, { version }),
    extend: (consultationId: Id, id: Id, body: ExtendPrescription) =>
      send("POST", `${of(consultationId)}/${id}/extend`, body),
    cancel: (consultationId: Id, id: Id, body: CancelPrescription) =>
      send("POST", `${of(consultationId)}/${id}/cancel`, body),
    goOn: (consultationId: Id, id: Id, body: ContinuePrescription) =>
      send("POST", `${of(consultationId)}/${id}/continue`, body),
    review: (id: Id, body: ReviewPrescription) =>
      send("POST", `/api/prescription-reviews/${id}`, body),
    confirm: (patientId: Id, id: Id, version: number) =>
      send("POST", `${atHome(patientId, id)}/confirm`, { version }),
    order: (patientId: Id, id: Id, body: OrderMedicines) =>
      send("POST", `${atHome(patientId, id)}/order`, body),
  };
}
