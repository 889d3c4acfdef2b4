package org.wuduan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Households and patients in the books of an institution, kept by its registrars. */
public final class Registration {
    private Registration() {}

    /** POST /api/households/search */
    public record FindHouseholds(
            @Nullable String text, @Nullable UUID after, boolean deactivated) {
        @Override
        public String toString() {
            return "FindHouseholds[‹redacted›]";
        }
    }

    /** Answer of POST /api/households/search. */
    public record HouseholdPage(
            List<Line> households, @Nullable UUID next) {
        public HouseholdPage {
            households = List.copyOf(households);
        }

        /** A household in the list. */
        public record Line(UUID id, String name, boolean active, List<Person> patients) {
            public Line {
                patients = List.copyOf(patients);
            }

            @Override
            public String toString() {
                return "Line[" + id + " ‹redacted›]";
            }
        }

        /** A patient in the list. */
        public record Person(UUID id, String name, Sex sex, int birthYear, boolean active) {
            @Override
            public String toString() {
                return "Person[" + id + " ‹redacted›]";
            }
        }
    }

    /** GET /api/households/{id} */
    public record HouseholdRecord(
            UUID id,
            int version,
            String name,
            @Nullable String address,
            @Nullable String phone,
            boolean active,
            List<RegisteredPatient> patients) {
        public HouseholdRecord {
            patients = List.copyOf(patients);
        }

        @Override
        public String toString() {
            return "HouseholdRecord[" + id + " ‹redacted›]";
        }

        /** A patient in the books. */
        public record RegisteredPatient(
                UUID id,
                int version,
                String name,
                Sex sex,
                int birthYear,
                @Nullable LocalDate birthDate,
                @Nullable String idNumberMasked,
                @Nullable IdNumberAbsence idNumberAbsent,
                boolean active,
                @Nullable Instant deactivatedAt,
                @Nullable DeactivationReason deactivatedFor) {
            @Override
            public String toString() {
                return "RegisteredPatient[" + id + " ‹redacted›]";
            }
        }
    }

    /** POST /api/households */
    public record MakeHousehold(
            UUID id,
            String name,
            @Nullable String address,
            @Nullable String phone) {
        @Override
        public String toString() {
            return "MakeHousehold[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/households/{id}/edit */
    public record EditHousehold(
            int version,
            String name,
            @Nullable String address,
            @Nullable String phone) {
        @Override
        public String toString() {
            return "EditHousehold[" + version + " ‹redacted›]";
        }
    }

    /** What is changed without a form: deactivation of a household, reactivation. */
    public record SeenVersion(int version) {}

    /** POST /api/patients */
    public record MakePatient(
            UUID id,
            UUID householdId,
            String name,
            Sex sex,
            LocalDate birthDate,
            @Nullable String idNumber,
            @Nullable IdNumberAbsence idNumberAbsent) {
        @Override
        public String toString() {
            return "MakePatient[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/patients/{id}/edit */
    public record EditPatient(
            int version,
            String name,
            Sex sex,
            LocalDate birthDate,
            @Nullable String idNumber,
            @Nullable IdNumberAbsence idNumberAbsent) {
        @Override
        public String toString() {
            return "EditPatient[" + version + " ‹redacted›]";
        }
    }

    /** POST /api/patients/{id}/deactivate */
    public record DeactivatePatient(int version, DeactivationReason reason) {}

    /** POST /api/patients/{id}/move */
    public record MovePatient(int version, UUID householdId) {}

    /** GET /api/patients/{id}/id-number */
    public record WholeIdNumber(String idNumber) {
        @Override
        public String toString() {
            return "WholeIdNumber[‹redacted›]";
        }
    }

    /** Answer of POST /api/household-imports/check. */
    public record ImportReport(
            String sha256,
            @Nullable TextEncoding encoding,
            int households,
            int patients,
            @Nullable FileFault fileFault,
            List<RowFault> faults,
            int faultsInAll) {
        public ImportReport {
            faults = List.copyOf(faults);
        }

        @Override
        public String toString() {
            return "ImportReport[" + households + " " + patients + " " + faultsInAll + "]";
        }

        /** Why the file can't be read as a whole. */
        public record FileFault(
                ImportFileFault fault,
                @Nullable Integer at,
                @Nullable ImportColumn column) {}

        /** One thing that keeps a row out. */
        public record RowFault(
                int row,
                ImportColumn column,
                ImportFault fault,
                @Nullable Integer otherRow) {}
    }
}
