package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
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
     * Whom it is for.
     *
     * @param ageYears by the year of birth; up to one year more than the true age
     * @param allergies codes of substances and groups, for example penicillin
     * @param diagnoses codes of ICD-10
     * @param ingredients of what the patient takes already
     * @param egfr mL/min/1.73 m²; null when nobody knows it
     */
    public record Person(
            int ageYears,
            Set<String> allergies,
            Set<String> diagnoses,
            Set<String> ingredients,
            @Nullable BigDecimal egfr) {
        public Person {
            allergies = Set.copyOf(allergies);
            diagnoses = Set.copyOf(diagnoses);
            ingredients = Set.copyOf(ingredients);
        }

        @Override
        public String toString() {
            return "Person[‹redacted›]";
        }
    }
}
