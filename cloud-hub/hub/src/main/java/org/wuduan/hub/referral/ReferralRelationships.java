package org.wuduan.hub.referral;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Level;
import org.wuduan.contract.Referrals.State;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Relationship;
import org.wuduan.hub.identity.RelationshipSource;
import org.wuduan.hub.identity.Subject;

/** How a doctor stands to a referral, and through a plan at home to its patient. */
@Component
class ReferralRelationships implements RelationshipSource {
    /** So long the doctors who kept a plan see that it was ended, by whom and why. */
    static final Duration SEEN_AFTER_THE_END = Duration.ofDays(30);

    private final ReferralBook book;
    private final ReferralTargets targets;
    private final CarePlans plans;
    private final Consortium consortium;
    private final Clock clock;

    ReferralRelationships(
            ReferralBook book, ReferralTargets targets, CarePlans plans, Consortium consortium, Clock clock) {
        this.book = book;
        this.targets = targets;
        this.plans = plans;
        this.consortium = consortium;
        this.clock = clock;
    }

    @Override
    public Set<Relationship> between(Actor actor, Subject subject) {
        if (actor.kind() != ActorKind.DOCTOR) {
            return Set.of();
        }
        if (subject instanceof Subject.OfReferral(var id)) {
            return book.find(id)
                    .map(referral -> toReferral(actor.id(), referral))
                    .orElse(Set.of());
        }
        return subject instanceof Subject.OfPatient(var patient) && keepsPlanOf(actor.id(), patient)
                ? Set.of(Relationship.PLAN_DOCTOR)
                : Set.of();
    }

    private Set<Relationship> toReferral(UUID doctor, ReferralCase referral) {
        var found = EnumSet.noneOf(Relationship.class);
        if (doctor.equals(referral.sender())) {
            found.add(Relationship.REFERRING_DOCTOR);
        }
        var answer = referral.answer();
        if (answer != null && answer.doctor().equals(doctor)) {
            found.add(referral.state() == State.ACCEPTED ? Relationship.TREATING_DOCTOR : Relationship.REFERRED_DOCTOR);
        } else if (referral.state() != State.DECLINED && targets.isFor(doctor, referral)) {
            found.add(Relationship.REFERRED_DOCTOR);
        }
        return found;
    }

    private boolean keepsPlanOf(UUID doctor, UUID patient) {
        return plans.keeper(patient, clock.instant().minus(SEEN_AFTER_THE_END))
                .filter(keeper -> consortium
                        .post(doctor)
                        .filter(post -> post.doctor().level() == Level.FIRST_CONTACT)
                        .filter(post -> post.institution().equals(keeper))
                        .isPresent())
                .isPresent();
    }
}
