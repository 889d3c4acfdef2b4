package org.wuduan.hub.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.ChosenBasis;
import org.wuduan.contract.Consent;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.LegalBasisKind;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.RequestedBy;
import org.wuduan.contract.RingOutcome;

/**
 * What is true of a consultation. Immutable; {@link ConsultationRules} says which step leads from one to the next.
 *
 * @param institution where the first-contact doctors of the household work
 * @param requester account or box
 * @param call the id of its call, given at the request so that it never changes
 */
record Consultation(
        UUID id,
        UUID patient,
        UUID household,
        UUID institution,
        UUID call,
        ConsultationState state,
        RequestedBy requestedBy,
        UUID requester,
        Instant requestedAt,
        @Nullable String complaint,
        @Nullable UUID doctor,
        @Nullable Basis legalBasis,
        @Nullable Ring ring,
        @Nullable Consent consent,
        boolean boxSeated,
        List<Guest> guests,
        List<Invited> invitations,
        List<SubmittedOpinion> opinions,
        @Nullable Conclusion conclusion,
        @Nullable Cancellation cancellation,
        @Nullable Understanding understanding) {

    Consultation {
        guests = List.copyOf(guests);
        invitations = List.copyOf(invitations);
        opinions = List.copyOf(opinions);
    }

    /**
     * The ground on which the talk rests, chosen by the accepting doctor.
     *
     * @param evidence in one line
     * @param chosen null for acceptances of before the rules were data
     * @param rules those that were met, as id@version
     */
    record Basis(
            LegalBasisKind kind,
            String evidence,
            @Nullable ChosenBasis chosen,
            @Nullable List<String> rules) {
        Basis {
            rules = rules == null ? List.of() : List.copyOf(rules);
        }

        List<String> met() {
            return rules == null ? List.of() : rules;
        }

        @Override
        public String toString() {
            return "Basis[" + kind + " ‹redacted›]";
        }
    }

    /** The newest ring of the television. */
    record Ring(Instant startedAt, int count, @Nullable RingOutcome outcome) {}

    /** A son or daughter who sits in, or did. */
    record Guest(UUID account, boolean seated) {}

    /**
     * On what an invitation rests.
     *
     * @param agreement of two institutions that are not of one consortium
     * @param referral by which the doctor follows the patient and came in; null for who was asked
     * @param rules those that were met, as id@version
     */
    record Ground(@Nullable String agreement, @Nullable UUID referral, List<String> rules) {
        Ground {
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return "Ground[" + rules.size() + " rules ‹redacted›]";
        }
    }

    /**
     * A doctor asked in; seated while accepted and not left.
     *
     * @param ground null for invitations of before the rules were data
     * @param institution where the doctor worked when accepting or coming in; null for who did not, and for acceptances of
     *     before it was kept
     */
    record Invited(
            UUID id,
            UUID doctor,
            InvitationState state,
            Instant at,
            RemoteInvitation invitation,
            @Nullable String declineReason,
            boolean seated,
            @Nullable Ground ground,
            @Nullable UUID institution) {
        /** Whether nobody asked: the doctor follows the patient and came in. */
        boolean following() {
            return ground != null && ground.referral() != null;
        }

        @Override
        public String toString() {
            return "Invited[" + id + " " + state + " ‹redacted›]";
        }
    }

    /**
     * One doctor's opinion.
     *
     * @param decisions the case doctor's, the newest last
     */
    record SubmittedOpinion(UUID id, UUID doctor, String text, Instant at, List<Decided> decisions) {
        SubmittedOpinion {
            // null in what was written before there were decisions
            decisions = decisions == null ? List.of() : List.copyOf(decisions);
        }

        Optional<Decided> decision() {
            return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
        }

        SubmittedOpinion decided(Decided next) {
            var all = new ArrayList<>(decisions);
            all.add(next);
            return new SubmittedOpinion(id, doctor, text, at, all);
        }

        @Override
        public String toString() {
            return "SubmittedOpinion[" + id + " ‹redacted›]";
        }
    }

    /** One version of the case doctor's decision about an opinion. */
    record Decided(
            UUID id,
            int version,
            Adoption adoption,
            @Nullable String reason,
            Instant at) {
        @Override
        public String toString() {
            return "Decided[" + id + " " + version + " ‹redacted›]";
        }
    }

    /** How it ended in its course. */
    record Conclusion(ConsultationOutcome outcome, String summary, Instant at) {
        @Override
        public String toString() {
            return "Conclusion[" + outcome + " ‹redacted›]";
        }
    }

    /** That the home has understood the summary. */
    record Understanding(ConsentGiver by, Instant at) {}

    /** How it ended before its conclusion. */
    record Cancellation(By by, Why reason, Instant at) {
        enum By {
            PATIENT,
            FAMILY,
            DOCTOR
        }

        enum Why {
            CHANGED_MIND,
            CONSENT_REFUSED,
            /** The only reason for which a talk that has begun is cancelled. */
            CONSENT_WITHDRAWN,
            UNREACHABLE,
            OTHER
        }
    }

    @Override
    public String toString() {
        return "Consultation[" + id + " " + state + " ‹redacted›]";
    }

    /** Whether there was a talk that ended because consent was taken back: what was done until then is written down. */
    boolean consentWithdrawn() {
        return cancellation != null && cancellation.reason() == Cancellation.Why.CONSENT_WITHDRAWN;
    }

    /** Without what the home said afterwards. */
    Consultation asConcluded() {
        return understanding == null ? this : change().understood(null).build();
    }

    boolean ended() {
        return state == ConsultationState.CONCLUDED || state == ConsultationState.CANCELLED;
    }

    Optional<Invited> invitation(UUID invitationId) {
        return invitations.stream()
                .filter(invited -> invited.id().equals(invitationId))
                .findFirst();
    }

    /** The newest invitation of a doctor. */
    Optional<Invited> invitationOf(UUID account) {
        return invitations.reversed().stream()
                .filter(invited -> invited.doctor().equals(account))
                .findFirst();
    }

    Optional<SubmittedOpinion> opinion(UUID opinionId) {
        return opinions.stream().filter(one -> one.id().equals(opinionId)).findFirst();
    }

    Consultation in(ConsultationState next) {
        return new Builder(this).state(next).build();
    }

    Builder change() {
        return new Builder(this);
    }

    /** Makes the next consultation out of this one. */
    static final class Builder {
        private final Consultation from;
        private ConsultationState state;
        private @Nullable UUID doctor;
        private @Nullable Basis legalBasis;
        private @Nullable Ring ring;
        private @Nullable Consent consent;
        private boolean boxSeated;
        private List<Guest> guests;
        private List<Invited> invitations;
        private List<SubmittedOpinion> opinions;
        private @Nullable Conclusion conclusion;
        private @Nullable Cancellation cancellation;
        private @Nullable Understanding understanding;

        private Builder(Consultation from) {
            this.from = from;
            this.state = from.state;
            this.doctor = from.doctor;
            this.legalBasis = from.legalBasis;
            this.ring = from.ring;
            this.consent = from.consent;
            this.boxSeated = from.boxSeated;
            this.guests = from.guests;
            this.invitations = from.invitations;
            this.opinions = from.opinions;
            this.conclusion = from.conclusion;
            this.cancellation = from.cancellation;
            this.understanding = from.understanding;
        }

        Builder state(ConsultationState next) {
            state = next;
            return this;
        }

        Builder acceptedBy(UUID account, Basis basis) {
            doctor = account;
            legalBasis = basis;
            return this;
        }

        Builder ring(Ring next) {
            ring = next;
            return this;
        }

        Builder consent(Consent given) {
            consent = given;
            return this;
        }

        Builder boxSeated(boolean seated) {
            boxSeated = seated;
            return this;
        }

        Builder guest(UUID account, boolean seated) {
            var next = new ArrayList<>(guests);
            next.removeIf(guest -> guest.account().equals(account));
            next.add(new Guest(account, seated));
            guests = next;
            return this;
        }

        Builder invite(Invited invited) {
            var next = new ArrayList<>(invitations);
            next.add(invited);
            invitations = next;
            return this;
        }

        Builder invitation(UUID id, UnaryOperator<Invited> step) {
            invitations = invitations.stream()
                    .map(invited -> invited.id().equals(id) ? step.apply(invited) : invited)
                    .toList();
            return this;
        }

        Builder ringingInvitationsWithdrawn() {
            invitations = invitations.stream()
                    .map(invited -> invited.state() == InvitationState.RINGING
                            ? Steps.ended(invited, InvitationState.WITHDRAWN, null)
                            : invited)
                    .toList();
            return this;
        }

        Builder opinion(SubmittedOpinion opinion) {
            var next = new ArrayList<>(opinions);
            next.add(opinion);
            opinions = next;
            return this;
        }

        Builder opinion(UUID id, UnaryOperator<SubmittedOpinion> step) {
            opinions = opinions.stream()
                    .map(one -> one.id().equals(id) ? step.apply(one) : one)
                    .toList();
            return this;
        }

        Builder concluded(Conclusion how) {
            conclusion = how;
            return state(ConsultationState.CONCLUDED);
        }

        Builder cancelled(Cancellation how) {
            cancellation = how;
            return state(ConsultationState.CANCELLED);
        }

        Builder understood(@Nullable Understanding how) {
            understanding = how;
            return this;
        }

        Consultation build() {
            return new Consultation(
                    from.id,
                    from.patient,
                    from.household,
                    from.institution,
                    from.call,
                    state,
                    from.requestedBy,
                    from.requester,
                    from.requestedAt,
                    from.complaint,
                    doctor,
                    legalBasis,
                    ring,
                    consent,
                    boxSeated,
                    guests,
                    invitations,
                    opinions,
                    conclusion,
                    cancellation,
                    understanding);
        }
    }
}
