package org.wuduan.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On what ground the talk rests, with its evidence. Which of these a ground needs is said by the rules in force.
 *
 * @param institution where the patient was seen, or which institution the contract is with
 * @param on day of the earlier visit, or from when the contract holds
 * @param until last day of the contract
 * @param document number or name of the record or contract that shows it
 * @param present the local doctor who is with the patient: name and institution
 * @param guardian who takes part as guardian of a young child
 * @param physician the physician of the right specialty who is with a young child
 */
public record ChosenBasis(
        LegalBasisKind kind,
        @Nullable String institution,
        @Nullable LocalDate on,
        @Nullable LocalDate until,
        @Nullable String diagnosis,
        @Nullable String document,
        @Nullable String present,
        @Nullable String guardian,
        @Nullable String physician) {
    @Override
    public String toString() {
        return "ChosenBasis[" + kind + " ‹redacted›]";
    }
}
