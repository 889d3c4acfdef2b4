package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.DoseFrequency;
import org.wuduan.contract.DrugControl;
import org.wuduan.contract.DrugForm;
import org.wuduan.contract.DrugRoute;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.FindingOverride;
import org.wuduan.contract.Prescribing.PrescribedDiagnosis;
import org.wuduan.contract.Prescribing.PrescriptionLine;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.SupplyKind;

/** Prescriptions with sane defaults. */
final class Sheets {
    static final PrescribedDiagnosis HYPERTENSION = new PrescribedDiagnosis("I10", "特发性高血压");

    /** The id of another prescription. */
    static final UUID OTHER = new UUID(7, 7);

    private Sheets() {}

    static Quantity amount(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    static PrescriptionLine line(String drug, String dose, String unit, int days) {
        return new PrescriptionLine(drug, amount(dose, unit), DoseFrequency.ONCE_DAILY, days, null);
    }

    static PrescriptionSheet sheet(UUID patient, PrescriptionLine... lines) {
        return new Written(patient, SupplyKind.ORDINARY, List.of(lines)).sheet();
    }

    /** A sheet that can be varied. */
    record Written(
            UUID patient,
            SupplyKind supply,
            List<PrescriptionLine> lines,
            List<PrescribedDiagnosis> diagnoses,
            List<FindingOverride> overrides,
            boolean guardian,
            @Nullable String reason,
            @Nullable String assessment,
            @Nullable UUID replaces) {
        Written(UUID patient, SupplyKind supply, List<PrescriptionLine> lines) {
            this(patient, supply, lines, List.of(HYPERTENSION), List.of(), false, null, null, null);
        }

        Written without() {
            return new Written(patient, supply, lines, List.of(), overrides, guardian, reason, assessment, replaces);
        }

        Written because(String why) {
            return new Written(patient, supply, lines, diagnoses, overrides, guardian, why, assessment, replaces);
        }

        Written assessed(String what) {
            return new Written(patient, supply, lines, diagnoses, overrides, guardian, reason, what, replaces);
        }

        Written withGuardian() {
            return new Written(patient, supply, lines, diagnoses, overrides, true, reason, assessment, replaces);
        }

        Written replacing(UUID old) {
            return new Written(patient, supply, lines, diagnoses, overrides, guardian, reason, assessment, old);
        }

        Written overriding(String finding, boolean despite) {
            return new Written(
                    patient,
                    supply,
                    lines,
                    diagnoses,
                    List.of(new FindingOverride(finding, "上级医院要求", despite)),
                    guardian,
                    reason,
                    assessment,
                    replaces);
        }

        PrescriptionSheet sheet() {
            return new PrescriptionSheet(
                    patient, supply, lines, diagnoses, overrides, guardian, reason, assessment, null, replaces);
        }
    }

    static Drug tablet(String ingredient, String strength, DrugControl control) {
        return new Drug(
                ingredient + "-tab",
                ingredient,
                ingredient,
                "x",
                List.of(ingredient),
                List.of(),
                DrugForm.TABLET,
                amount(strength, "mg"),
                new BigDecimal("0.5"),
                control,
                DrugRoute.ORAL);
    }

    static Course.Person person(int age, Set<String> allergies, Set<String> diagnoses, @Nullable String egfr) {
        return new Course.Person(
                age, allergies, diagnoses, Set.of(), List.of(), egfr == null ? null : new BigDecimal(egfr));
    }

    /** Nobody knows more of this patient than what other prescriptions bring. */
    static Course.Person whoGets(Course.Elsewhere... others) {
        return new Course.Person(50, Set.of(), Set.of(), Set.of(), List.of(others), BigDecimal.TEN);
    }

    /** Tablets of a prescription that was signed on the second of November. */
    static Course.Elsewhere elsewhere(String ingredient, String milligramsADay) {
        return new Course.Elsewhere(
                OTHER,
                LocalDate.of(2026, 11, 2),
                tablet(ingredient, "5", DrugControl.NONE),
                new BigDecimal(milligramsADay));
    }
}
