package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Signing.Signature;

/** A prescription after it was written: review, pharmacy, and what the home sees. */
public final class Prescribed {
    private Prescribed() {}

    /** An amount in the minor unit of its currency. */
    public record Money(int minor, String currency) {
        @Override
        public String toString() {
            return "Money[‹redacted›]";
        }
    }

    /** How far the pharmacy has come. */
    public record PharmacyOrder(
            UUID id,
            PharmacyState state,
            int attempts,
            Instant changedAt,
            @Nullable Money price,
            @Nullable PharmacyRefusal refusal) {}

    /**
     * Who did what happened, and when.
     *
     * @param signature null of a cancellation, which nobody signs, and where no signed version is known
     */
    public record PrescriptionSignature(
            String name,
            Instant at,
            @Nullable String reason,
            @Nullable Signature signature) {
        @Override
        public String toString() {
            return "PrescriptionSignature[‹redacted›]";
        }
    }

    /** A prescription as doctors and pharmacists see it. */
    public record Prescription(
            UUID id,
            int version,
            PrescriptionState state,
            UUID consultationId,
            Patient patient,
            Doctor doctor,
            PrescriptionSheet sheet,
            List<Drug> drugs,
            PrescriptionReport report,
            @Nullable PrescriptionSignature signed,
            @Nullable Instant validUntil,
            @Nullable String extended,
            @Nullable PrescriptionSignature review,
            @Nullable ReviewAgain againBecause,
            @Nullable PrescriptionSignature cancelled,
            @Nullable Instant confirmedAt,
            @Nullable PharmacyOrder order) {
        public Prescription {
            drugs = List.copyOf(drugs);
        }

        @Override
        public String toString() {
            return "Prescription[" + id + " ‹redacted›]";
        }
    }

    /** One medicine in plain words, for the home. */
    public record Medicine(
            String nameZh,
            String nameEn,
            Quantity pieces,
            DoseFrequency frequency,
            List<String> times,
            int days,
            @Nullable String note) {
        public Medicine {
            times = List.copyOf(times);
        }

        @Override
        public String toString() {
            return "Medicine[‹redacted›]";
        }
    }

    /** A prescription as the home sees it. */
    public record HomePrescription(
            UUID id,
            HomePrescriptionState state,
            Doctor doctor,
            List<Medicine> medicines,
            Instant at,
            @Nullable Instant validUntil,
            @Nullable PharmacyOrder order,
            int version) {
        public HomePrescription {
            medicines = List.copyOf(medicines);
        }
    }

    /** What a file of medicines or of checks would do; nothing was changed. */
    public record DrugTableReport(
            String sha256,
            @Nullable TextEncoding encoding,
            int rows,
            @Nullable FileFault fileFault,
            List<RowFault> faults,
            int faultsInAll) {
        public DrugTableReport {
            faults = List.copyOf(faults);
        }

        @Override
        public String toString() {
            return "DrugTableReport[" + rows + " " + faultsInAll + "]";
        }

        /** Why the file can not be read as a whole. */
        public record FileFault(
                ImportFileFault fault,
                @Nullable Integer at,
                @Nullable String column) {
            @Override
            public String toString() {
                return "FileFault[" + fault + "]";
            }
        }

        /** One thing that keeps a row out. */
        public record RowFault(int row, String column, DrugTableFault fault) {
            @Override
            public String toString() {
                return "RowFault[" + row + " " + fault + "]";
            }
        }
    }

    /** A prescription that came back to its doctor: a pharmacist gave a reason, or something became known after the delivery. */
    public record ReturnedPrescription(
            UUID prescriptionId,
            UUID consultationId,
            Patient patient,
            @Nullable String reason,
            @Nullable ReviewAgain againBecause,
            Instant at) {
        @Override
        public String toString() {
            return "ReturnedPrescription[" + prescriptionId + " ‹redacted›]";
        }
    }
}
