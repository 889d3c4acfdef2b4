import type { ReturnedPrescription } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { PatientLine } from "../parts/PatientLine.tsx";
import { w } from "./words.ts";

interface Props {
  returned: readonly ReturnedPrescription[];
  onOpen(consultationId: string): void;
}

/**
 * Prescriptions that a pharmacist sent back, until another replaces them, and delivered ones against which an allergy
 * speaks, until their doctor has decided.
 */
export function Returned({ returned, onOpen }: Props) {
  if (returned.length === 0) return null;
  return (
    <section className="recent" data-screen="returned" aria-label={w("returned")}>
      <h3>{w("returned")}</h3>
      <ul>
        {returned.map((one) => (
          <li key={one.prescriptionId} data-prescription={one.prescriptionId}>
            <header>
              <PatientLine patient={one.patient} />
              <small>{dayAndTime(one.at, i18n.language())}</small>
              <button
                type="button"
                className="button primary small"
                data-action="open-returned"
                onClick={() => onOpen(one.consultationId)}
              >
                {w("open")}
              </button>
            </header>
            <p>{one.reason ?? w("toldAfterDelivery")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
