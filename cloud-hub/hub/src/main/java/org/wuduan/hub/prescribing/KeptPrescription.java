package org.wuduan.hub.prescribing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.contract.ReviewDecision;

/**
 * A prescription as it is kept. What is written changes while it is a draft; once signed, only what happens to it does.
 *
 * @param version counts every change
 * @param known what the checks said when it was put before somebody once more; null where it was not
 * @param told that something became known after the delivery
 */
record KeptPrescription(
        UUID id,
        int version,
        PrescriptionState state,
        UUID consultation,
        UUID patient,
        UUID institution,
        UUID doctor,
        PrescriptionSheet sheet,
        @Nullable Issue issue,
        @Nullable Review review,
        @Nullable ReviewAgain again,
        @Nullable Act cancelled,
        @Nullable Instant confirmedAt,
        @Nullable PrescriptionReport known,
        @Nullable Told told) {

    /**
     * That it was signed.
     *
     * @param hash of what was signed; a review names it
     * @param extended why it is good for longer than the day
     */
    record Issue(
            Instant at,
            String hash,
            List<Drug> drugs,
            PrescriptionReport report,
            Instant validUntil,
            @Nullable String extended) {
        Issue {
            drugs = List.copyOf(drugs);
        }

        Issue extended(Instant until, String reason) {
            return new Issue(at, hash, drugs, report, until, reason);
        }

        @Override
        public String toString() {
            return "Issue[" + at + " ‹redacted›]";
        }
    }

    /** What somebody did, and why. */
    record Act(UUID by, Instant at, @Nullable String reason) {
        @Override
        public String toString() {
            return "Act[" + by + " ‹redacted›]";
        }
    }

    /**
     * What a pharmacist decided.
     *
     * @param decision null, as document is, of a review that was made before both were kept
     * @param document under which it is signed
     */
    record Review(
            UUID by,
            Instant at,
            @Nullable String reason,
            @Nullable ReviewDecision decision,
            @Nullable UUID document) {
        @Override
        public String toString() {
            return "Review[" + by + " ‹redacted›]";
        }
    }

    /**
     * That something became known after the delivery.
     *
     * @param answer why its doctor lets it be taken on; null before that
     */
    record Told(Instant at, @Nullable Act answer) {}

    static KeptPrescription draft(UUID id, UUID doctor, Place place, PrescriptionSheet sheet) {
        return new KeptPrescription(
                id,
                1,
                PrescriptionState.DRAFT,
                place.consultation(),
                sheet.patientId(),
                place.institution(),
                doctor,
                sheet,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Where it is written. */
    record Place(UUID consultation, UUID institution) {}

    /** Another text; the patient agreed to the one before. */
    KeptPrescription rewritten(PrescriptionSheet now) {
        return new KeptPrescription(
                id,
                version + 1,
                state,
                consultation,
                patient,
                institution,
                doctor,
                now,
                issue,
                review,
                again,
                cancelled,
                sheet.lines().equals(now.lines()) && sheet.supply() == now.supply() ? confirmedAt : null,
                known,
                told);
    }

    KeptPrescription confirmed(Instant at) {
        return with(state, issue, review, again, cancelled, at);
    }

    KeptPrescription issued(Issue signed) {
        return with(PrescriptionState.AWAITING_REVIEW, signed, null, null, null, confirmedAt);
    }

    KeptPrescription reviewed(PrescriptionState decided, Review by) {
        return with(decided, issue, by, null, cancelled, confirmedAt);
    }

    /** Something became known after it was signed: a pharmacist looks again. */
    KeptPrescription again(ReviewAgain because, PrescriptionReport report) {
        return with(PrescriptionState.AWAITING_REVIEW, issue, null, because, cancelled, confirmedAt)
                .knowing(report, told);
    }

    /** Another prescription of the patient was signed while it waits. */
    KeptPrescription beside(PrescriptionReport report) {
        return with(state, issue, review, again, cancelled, confirmedAt).knowing(report, told);
    }

    /** What the checks said when it was put before somebody last; null of a draft. */
    @Nullable
    PrescriptionReport lastReport() {
        if (known != null) {
            return known;
        }
        return issue == null ? null : issue.report();
    }

    KeptPrescription extended(Issue longer) {
        return with(state, longer, review, again, cancelled, confirmedAt);
    }

    KeptPrescription cancelled(Act by) {
        return with(PrescriptionState.CANCELLED, issue, review, again, by, confirmedAt);
    }

    KeptPrescription dispensed() {
        return with(PrescriptionState.DISPENSED, issue, review, again, cancelled, confirmedAt);
    }

    /** Whether it is approved and its time is over; the pharmacy refuses it. */
    boolean isExpired(Instant now) {
        return issue != null
                && !now.isBefore(issue.validUntil())
                && (state == PrescriptionState.APPROVED || state == PrescriptionState.AWAITING_REVIEW);
    }

    /** Something became known after the delivery: its doctor has to say whether it may be taken on. */
    KeptPrescription told(Instant at, PrescriptionReport report) {
        return with(state, issue, review, again, cancelled, confirmedAt).knowing(report, new Told(at, null));
    }

    /** Its doctor says that it may be taken on. */
    KeptPrescription continued(Act answer) {
        var now = with(state, issue, review, again, cancelled, confirmedAt);
        return told == null ? now : now.knowing(known, new Told(told.at(), answer));
    }

    /** Whether something speaks against what the patient has at home, and its doctor has not answered. */
    boolean isToldAgainst() {
        return state == PrescriptionState.DISPENSED && told != null && told.answer() == null;
    }

    private KeptPrescription knowing(@Nullable PrescriptionReport report, @Nullable Told after) {
        return new KeptPrescription(
                id,
                version,
                state,
                consultation,
                patient,
                institution,
                doctor,
                sheet,
                issue,
                review,
                again,
                cancelled,
                confirmedAt,
                report,
                after);
    }

    private KeptPrescription with(
            PrescriptionState to,
            @Nullable Issue signed,
            @Nullable Review decided,
            @Nullable ReviewAgain because,
            @Nullable Act ended,
            @Nullable Instant agreed) {
        return new KeptPrescription(
                id,
                version + 1,
                to,
                consultation,
                patient,
                institution,
                doctor,
                sheet,
                signed,
                decided,
                because,
                ended,
                agreed,
                known,
                told);
    }

    @Override
    public String toString() {
        return "KeptPrescription[" + id + " " + state + " ‹redacted›]";
    }
}
