package org.wuduan.hub.prescribing;

import java.util.List;
import org.wuduan.contract.DrugForm;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.DrugFactSource;
import org.wuduan.contract.RationalUseKind;

/**
 * One row of the table of rational use.
 *
 * @param subject ingredient, or ingredient/form
 * @param objects what it must not meet: ingredients, class:… , groups of allergy or beginnings of ICD-10 codes
 * @param limit dose, age or renal function, as the kind needs it
 */
record UseRule(
        String id,
        RationalUseKind kind,
        String subject,
        List<String> objects,
        UseLimit limit,
        FindingSeverity severity,
        String adviceZh,
        String adviceEn,
        DrugFactSource source) {
    /** Before the name of a class, where an ingredient might stand. */
    static final String CLASS = "class:";

    UseRule {
        objects = List.copyOf(objects);
    }

    boolean isAbout(Drug drug) {
        int slash = subject.indexOf('/');
        if (slash < 0) {
            return drug.ingredients().contains(subject);
        }
        return drug.ingredients().contains(subject.substring(0, slash))
                && drug.form() == DrugForm.valueOf(subject.substring(slash + 1).toUpperCase(java.util.Locale.ROOT));
    }

    /** The ingredient of the subject, in whatever form. */
    String ingredient() {
        int slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }

    /** Whether a drug is one of those that the subject must not meet. */
    boolean objectIs(Drug drug) {
        return objects.stream()
                .anyMatch(object -> object.startsWith(CLASS)
                        ? drug.classes().contains(object.substring(CLASS.length()))
                        : drug.ingredients().contains(object));
    }

    @Override
    public String toString() {
        return "UseRule[" + kind + " ‹redacted›]";
    }
}
