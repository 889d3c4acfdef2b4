package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a doctor writes on a prescription, what the checks say, and the commands about it. */
public final class Prescribing {
    private Prescribing() {}

    /** Where a fact about a medicine was read. A source without a date did not state one. */
    public record DrugFactSource(
            String title, String section, @Nullable String date, String address) {
        @Override
        public String toString() {
            return "DrugFactSource[‹redacted›]";
        }
    }

    /** One line of a formulary (院内目录). */
    public record Drug(
            String code,
            String nameZh,
            String nameEn,
            String pinyin,
            List<String> ingredients,
            List<String> classes,
            DrugForm form,
            Quantity strength,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal smallestPart,
            DrugControl control,
            DrugRoute route) {
        public Drug {
            ingredients = List.copyOf(ingredients);
            classes = List.copyOf(classes);
        }

        @Override
        public String toString() {
            return "Drug[‹redacted›]";
        }
    }

    /** What a search in the formulary found; whose formulary it is. */
    public record DrugList(List<Drug> drugs, boolean own, boolean reviewed) {
        public DrugList {
            drugs = List.copyOf(drugs);
        }
    }

    /** One medicine, on its own line. The dose is what is taken at one time: by mass (mg, g, ug), volume (mL) or pieces ({tbl}, {cap}). */
    public record PrescriptionLine(
            String drug,
            Quantity dose,
            DoseFrequency frequency,
            int days,
            @Nullable String note) {
        @Override
        public String toString() {
            return "PrescriptionLine[‹redacted›]";
        }
    }

    /** A diagnosis that the prescription is for. */
    public record PrescribedDiagnosis(String code, String title) {
        @Override
        public String toString() {
            return "PrescribedDiagnosis[‹redacted›]";
        }
    }

    /** Why the doctor prescribes although a check warns. */
    public record FindingOverride(String finding, String reason, boolean despiteContraindication) {
        @Override
        public String toString() {
            return "FindingOverride[‹redacted›]";
        }
    }

    /** What a doctor has written on a prescription. */
    public record PrescriptionSheet(
            UUID patientId,
            SupplyKind supply,
            List<PrescriptionLine> lines,
            List<PrescribedDiagnosis> diagnoses,
            List<FindingOverride> overrides,
            boolean guardianPresent,
            @Nullable String supplyReason,
            @Nullable String assessment,
            @Nullable Quantity egfr,
            @Nullable UUID replaces) {
        public PrescriptionSheet {
            lines = List.copyOf(lines);
            diagnoses = List.copyOf(diagnoses);
            overrides = List.copyOf(overrides);
        }

        @Override
        public String toString() {
            return "PrescriptionSheet[‹redacted›]";
        }
    }

    /** POST /api/consultations/{id}/prescriptions: makes a draft (version 0) or changes it. */
    public record SavePrescription(UUID id, int version, PrescriptionSheet sheet) {}

    /** POST /api/consultations/{id}/prescriptions/check: a question; nothing is kept. */
    public record CheckPrescription(PrescriptionSheet sheet) {}

    /** A rule that the prescription breaks, its source, and the line that it is about (0 is the first). */
    public record PrescriptionRefusal(
            PrescriptionRule rule, String source, @Nullable Integer line) {
        @Override
        public String toString() {
            return "PrescriptionRefusal[‹redacted›]";
        }
    }

    /** What a check of rational use (合理用药) has to say. */
    public record RationalUseFinding(
            String id,
            RationalUseKind kind,
            FindingSeverity severity,
            List<Integer> lines,
            String adviceZh,
            String adviceEn,
            @Nullable DrugFactSource source,
            @Nullable Boolean unknown) {
        public RationalUseFinding {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "RationalUseFinding[‹redacted›]";
        }
    }

    /** What a line comes to; a line that can not be counted has none. */
    public record LineAmount(int line, Quantity pieces, Quantity perDay, Quantity total) {}

    /** What the hub says to a prescription as it is written now. */
    public record PrescriptionReport(
            List<LineAmount> amounts,
            List<PrescriptionRefusal> refusals,
            List<RationalUseFinding> findings,
            boolean tableReviewed) {
        public PrescriptionReport {
            amounts = List.copyOf(amounts);
            refusals = List.copyOf(refusals);
            findings = List.copyOf(findings);
        }
    }

    /** Names the version of a prescription that was seen. */
    public record SeenPrescription(int version) {}

    /** POST …/cancel, until the medicine was delivered, and again when something became known after the delivery. */
    public record CancelPrescription(int version, String reason) {
        @Override
        public String toString() {
            return "CancelPrescription[‹redacted›]";
        }
    }

    /** POST …/extend: good for up to 3 days instead of the day alone. */
    public record ExtendPrescription(int version, int days, String reason) {
        @Override
        public String toString() {
            return "ExtendPrescription[‹redacted›]";
        }
    }

    /** POST …/continue: something became known after the delivery, and the doctor lets the patient take it on. */
    public record ContinuePrescription(int version, String reason) {
        @Override
        public String toString() {
            return "ContinuePrescription[‹redacted›]";
        }
    }

    /** POST /api/prescription-reviews/{id}: what the pharmacist decides. */
    public record ReviewPrescription(
            int version, ReviewDecision decision, @Nullable String reason) {
        @Override
        public String toString() {
            return "ReviewPrescription[‹redacted›]";
        }
    }

    /** POST /api/patients/{id}/prescriptions/{prescriptionId}/order: the home wants it from the pharmacy. */
    public record OrderMedicines(UUID id) {}
}
