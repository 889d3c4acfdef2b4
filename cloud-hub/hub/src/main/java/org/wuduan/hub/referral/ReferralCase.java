package org.wuduan.hub.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.Department;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.State;
import org.wuduan.contract.Referrals.Urgency;

/**
 * What is true of a referral.
 *
 * @param senderInstitution where the sender worked when it was sent
 * @param answers the referral up that this one brings back
 * @param advice what the catalogue said when it was sent, where it did not fit
 * @param followUntil until when the sender reads what the other side writes, and comes into talks of the patient;
 *     null for not at all
 * @param signedAs number of the signed version; null for one of a doctor who had no signing key
 */
record ReferralCase(
        UUID id,
        UUID patient,
        Direction direction,
        State state,
        UUID sender,
        UUID senderInstitution,
        UUID institution,
        Department department,
        Disease disease,
        Urgency urgency,
        @Nullable String greenChannel,
        String summary,
        @Nullable CarePackage carePackage,
        @Nullable UUID consultation,
        @Nullable UUID answers,
        @Nullable String advice,
        Instant sentAt,
        @Nullable Answered answer,
        List<Written> notes,
        @Nullable Instant followUntil,
        @Nullable Integer signedAs) {

    ReferralCase {
        notes = List.copyOf(notes);
    }

    /** Who answered, and how. */
    record Answered(
            UUID doctor,
            Instant at,
            @Nullable LocalDate on,
            @Nullable String place,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Answered[" + doctor + " ‹redacted›]";
        }
    }

    /** What the other side wrote. */
    record Written(UUID id, UUID doctor, String text, Instant at) {
        @Override
        public String toString() {
            return "Written[" + id + " ‹redacted›]";
        }
    }

    ReferralCase answered(State next, Answered how) {
        return with(next, how, notes, followUntil, signedAs);
    }

    ReferralCase noted(Written note) {
        var next = new ArrayList<>(notes);
        next.add(note);
        return with(state, answer, next, followUntil, signedAs);
    }

    ReferralCase signed(int version) {
        return with(state, answer, notes, followUntil, version);
    }

    ReferralCase followed(@Nullable Instant until) {
        return with(state, answer, notes, until, signedAs);
    }

    /** The doctor who has accepted it. */
    boolean acceptedBy(UUID doctor) {
        return state == State.ACCEPTED && answer != null && answer.doctor().equals(doctor);
    }

    /** Whether the sender reads what the other side writes. */
    boolean isFollowedAt(Instant now) {
        return followUntil != null && followUntil.isAfter(now);
    }

    private ReferralCase with(
            State next,
            @Nullable Answered how,
            List<Written> written,
            @Nullable Instant until,
            @Nullable Integer version) {
        return new ReferralCase(
                id,
                patient,
                direction,
                next,
                sender,
                senderInstitution,
                institution,
                department,
                disease,
                urgency,
                greenChannel,
                summary,
                carePackage,
                consultation,
                answers,
                advice,
                sentAt,
                how,
                written,
                until,
                version);
    }

    @Override
    public String toString() {
        return "ReferralCase[" + id + " " + direction + " " + state + " ‹redacted›]";
    }
}
