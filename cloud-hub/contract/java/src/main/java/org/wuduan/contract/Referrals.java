package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Signing.Signature;

/** Referral up and down, and the catalogue that says which level treats what (PROTOCOL.md, section 17). */
public final class Referrals {
    private Referrals() {}

    /** Up to a higher level (上转), or down to the first contact with a package (下转). */
    public enum Direction {
        @JsonProperty("up")
        UP,
        @JsonProperty("down")
        DOWN
    }

    /** How far it has come. */
    public enum State {
        @JsonProperty("sent")
        SENT,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED
    }

    /** 一般, 紧急, 急诊. */
    public enum Urgency {
        @JsonProperty("routine")
        ROUTINE,
        @JsonProperty("urgent")
        URGENT,
        @JsonProperty("emergency")
        EMERGENCY
    }

    /** What may be done with a referral now. */
    public enum Action {
        @JsonProperty("accept")
        ACCEPT,
        @JsonProperty("decline")
        DECLINE,
        @JsonProperty("add-note")
        ADD_NOTE,
        @JsonProperty("follow")
        FOLLOW,
        @JsonProperty("send-down")
        SEND_DOWN
    }

    /** What the referral is about; unclassified without an ICD-10 code. */
    public record Disease(String name, @Nullable String code) {
        @Override
        public String toString() {
            return "Disease[‹redacted›]";
        }
    }

    /** Where a referral goes. */
    public record Target(NamedInstitution institution, Level level, Department department) {}

    /**
     * A referral as a list shows it.
     *
     * @param version changes with each step that anybody takes in it
     */
    public record Line(
            UUID id,
            Direction direction,
            State state,
            Urgency urgency,
            boolean greenChannel,
            Patient patient,
            String disease,
            Doctor from,
            Target to,
            Instant sentAt,
            long version) {
        @Override
        public String toString() {
            return "Line[" + id + " ‹redacted›]";
        }
    }

    /** What the other side writes into the referral. */
    public record ReferralNote(UUID id, Doctor doctor, String text, Instant at) {
        @Override
        public String toString() {
            return "ReferralNote[" + id + " ‹redacted›]";
        }
    }

    /** Accepted with a day and a place, or declined with a reason. */
    public record Reply(
            Doctor doctor,
            Instant at,
            @Nullable LocalDate on,
            @Nullable String place,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Reply[‹redacted›]";
        }
    }

    /** POST /api/referrals */
    public record SendReferral(
            UUID id,
            UUID patientId,
            @Nullable UUID consultationId,
            @Nullable UUID answersId,
            Direction direction,
            UUID institutionId,
            Department department,
            Disease disease,
            Urgency urgency,
            @Nullable String greenChannel,
            String summary,
            @JsonProperty("package") @Nullable CarePackage carePackage) {
        @Override
        public String toString() {
            return "SendReferral[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/consultations/{id}/home-plan */
    public record OrderHomePlan(
            UUID id, @JsonProperty("package") CarePackage carePackage) {
        @Override
        public String toString() {
            return "OrderHomePlan[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/home-plans/{id}/end: nothing takes its place. */
    public record EndHomePlan(String reason) {
        @Override
        public String toString() {
            return "EndHomePlan[‹redacted›]";
        }
    }

    /**
     * GET /api/home-plans/{id}: a plan at home as it was accepted or ordered, whatever became of it.
     *
     * @param consultationId in which it was ordered; null for one that a referral brought
     * @param signature over an order; null for a doctor who had no signing key, and for what a referral brought
     * @param replacedAt when the next plan took its place; null for one in force, and for one that a doctor ended
     */
    public record KeptHomePlan(
            UUID id,
            @Nullable UUID consultationId,
            Doctor from,
            Doctor acceptedBy,
            Instant acceptedAt,
            @Nullable Signature signature,
            @JsonProperty("package") CarePackage carePackage,
            @Nullable Instant replacedAt,
            CarePackage.@Nullable Ended ended) {
        @Override
        public String toString() {
            return "KeptHomePlan[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/referrals/{id}/accept */
    public record AcceptReferral(LocalDate on, String place) {
        @Override
        public String toString() {
            return "AcceptReferral[‹redacted›]";
        }
    }

    /** POST /api/referrals/{id}/decline */
    public record DeclineReferral(String reason) {
        @Override
        public String toString() {
            return "DeclineReferral[‹redacted›]";
        }
    }

    /** POST /api/referrals/{id}/notes */
    public record AddReferralNote(UUID id, String text) {
        @Override
        public String toString() {
            return "AddReferralNote[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/referrals/{id}/follow: how long the referring doctor reads on (随转); 0 ends it. */
    public record FollowReferral(int days) {}

    /**
     * GET /api/referrals/{id}
     *
     * @param home the institution of first contact of the patient's household, for whom may send down: a package goes
     *     there and nowhere else; null also where it is out of use
     * @param signature of the sender over what was sent; null for a sender who had no signing key
     */
    public record Referral(
            Line line,
            String summary,
            @Nullable String greenChannel,
            @Nullable String code,
            @JsonProperty("package") @Nullable CarePackage carePackage,
            @Nullable Reply answer,
            List<ReferralNote> notes,
            @Nullable Instant followUntil,
            @Nullable String advice,
            @Nullable NamedInstitution home,
            @Nullable Signature signature,
            List<Action> actions) {
        public Referral {
            notes = List.copyOf(notes);
            actions = List.copyOf(actions);
        }

        @Override
        public String toString() {
            return "Referral[" + line + " ‹redacted›]";
        }
    }

    /** GET /api/referral-targets: where a doctor may refer to. */
    public record ReferralTargets(List<Place> institutions) {
        public ReferralTargets {
            institutions = List.copyOf(institutions);
        }

        /** An institution in use with its departments. */
        public record Place(NamedInstitution institution, Level level, List<Department> departments) {
            public Place {
                departments = List.copyOf(departments);
            }
        }
    }

    /**
     * One line of the tiered disease catalogue (分级诊疗疾病目录).
     *
     * @param disease name, or the beginning of an ICD-10 code followed by *
     * @param source from where the consortium has it; 演示 for invented rows
     */
    public record DiseaseRow(
            String disease, Level level, @Nullable String conditions, String source) {
        @Override
        public String toString() {
            return "DiseaseRow[" + level + " ‹redacted›]";
        }
    }

    /**
     * GET /api/disease-catalogue/advice
     *
     * @param fits true also where the catalogue has no row: it never blocks
     */
    public record CatalogueAdvice(List<DiseaseRow> rows, boolean fits) {
        public CatalogueAdvice {
            rows = List.copyOf(rows);
        }
    }

    /** GET /api/administration/disease-catalogue */
    public record DiseaseCatalogue(int version, List<DiseaseRow> rows) {
        public DiseaseCatalogue {
            rows = List.copyOf(rows);
        }
    }

    /** POST /api/administration/disease-catalogue: replaces the whole of it. */
    public record EditDiseaseCatalogue(int version, List<DiseaseRow> rows) {
        public EditDiseaseCatalogue {
            rows = List.copyOf(rows);
        }
    }

    /** POST /api/administration/disease-catalogue/check */
    public record CatalogueReport(List<DiseaseRow> rows, List<RowFault> faults) {
        public CatalogueReport {
            rows = List.copyOf(rows);
            faults = List.copyOf(faults);
        }

        /** A row that can't be taken. */
        public record RowFault(int row, Fault fault) {}

        /** What is wrong with it. */
        public enum Fault {
            @JsonProperty("unreadable")
            UNREADABLE,
            @JsonProperty("missing")
            MISSING,
            @JsonProperty("too_long")
            TOO_LONG,
            @JsonProperty("not_a_level")
            NOT_A_LEVEL,
            @JsonProperty("duplicate")
            DUPLICATE,
            @JsonProperty("too_many_rows")
            TOO_MANY_ROWS
        }
    }

    /** GET /api/administration/referral-counts: every column adds up to the totals. */
    public record ReferralCounts(
            int up, int down, List<Count> byInstitution, List<Count> byState, List<Count> byDisease) {
        public ReferralCounts {
            byInstitution = List.copyOf(byInstitution);
            byState = List.copyOf(byState);
            byDisease = List.copyOf(byDisease);
        }

        /**
         * A number under its name.
         *
         * @param name 未分类 for what has none
         */
        public record Count(String name, int up, int down) {
            @Override
            public String toString() {
                return "Count[" + up + " " + down + " ‹redacted›]";
            }
        }
    }
}
