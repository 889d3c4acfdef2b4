package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Prescribing.Drug;

/**
 * Everything that a check of rational use looks at: what is prescribed, and for whom.
 *
 * @param takings the lines whose drug is known and whose dose can be counted
 */
public record Course(List<Taking> takings, Person person) {
    public Course {
        takings = List.copyOf(takings);
    }

    /**
     * One line.
     *
     * @param line its place on the prescription, from 0
     * @param milligramsADay on a day on which it is taken
     * @param milligramsAtOnce taken at one time
     */
    public record Taking(int line, Drug drug, BigDecimal milligramsAtOnce, BigDecimal milligramsADay) {}

    /**
     * A medicine of another prescription, which the patient takes or may still get.
     *
     * @param signedOn the day where its institution is
     * @param milligramsADay on a day on which it is taken
     */
    public record Elsewhere(UUID prescription, LocalDate signedOn, Drug drug, BigDecimal milligramsADay) {}

    /**
     * Whom it is for.
     *
     * @param ageYears by the year of birth; up to one year more than the true age
     * @param allergies codes of substances and groups, for example penicillin
     * @param diagnoses codes of ICD-10
     * @param ingredients of what the patient takes already, by the record
     * @param elsewhere what other prescriptions bring the patient to take
     * @param egfr mL/min/1.73 m²; null when nobody knows it
     */
    public record Person(
            int ageYears,
            Set<String> allergies,
            Set<String> diagnoses,
            Set<String> ingredients,
            List<Elsewhere> elsewhere,
            @Nullable BigDecimal egfr) {
        public Person {
            allergies = Set.copyOf(allergies);
            diagnoses = Set.copyOf(diagnoses);
            ingredients = Set.copyOf(ingredients);
            elsewhere = List.copyOf(elsewhere);
        }

        @Override
        public String toString() {
            return "Person[‹redacted›]";
        }
    }
}
