package org.wuduan.hub.consultation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActiveConsultation;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.Level;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.vitals.Vitals;

/**
 * What waits for a doctor: the queue of the own institution while on duty, rings, running and recent cases, and talks of
 * patients whom the doctor follows, on duty or not.
 */
@Component
class DoctorInboxViews implements ViewSource {
    private static final int WAITING_MAX = 200;
    private static final int RECENT_MAX = 20;
    private static final int CURRENT_MAX = 50;
    private static final int FOLLOWED_MAX = 50;

    /** So long a talk whose consent was taken back is offered, to write down what was done until then. */
    private static final Duration WITHDRAWN_SHOWN = Duration.ofDays(3);

    private final Consultations consultations;
    private final Consortium consortium;
    private final Households households;
    private final Vitals vitals;
    private final ReturnedWork returned;
    private final FollowedPatients followed;
    private final Clock clock;

    DoctorInboxViews(
            Consultations consultations,
            Consortium consortium,
            Households households,
            Vitals vitals,
            ReturnedWork returned,
            FollowedPatients followed,
            Clock clock) {
        this.consultations = consultations;
        this.consortium = consortium;
        this.households = households;
        this.vitals = vitals;
        this.returned = returned;
        this.followed = followed;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public boolean serves(Actor actor) {
        return actor.kind() == ActorKind.DOCTOR;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID id) {
        var post = consortium.post(id).orElseThrow();
        boolean takesFromQueue = post.onDuty() && post.doctor().level() == Level.FIRST_CONTACT;
        var open = consultations.openWith(id);
        var withdrawn = consultations.withdrawnWith(id, clock.instant().minus(WITHDRAWN_SHOWN));
        return Outcome.of(new View.DoctorInbox(
                post.doctor(),
                post.onDuty(),
                takesFromQueue
                        ? consultations.waitingAt(post.institution(), WAITING_MAX).stream()
                                .map(this::waiting)
                                .toList()
                        : List.of(),
                open.stream().flatMap(one -> rung(one, id).stream()).toList(),
                Stream.concat(open.stream().filter(one -> takesPart(one, id)), withdrawn.stream())
                        .limit(CURRENT_MAX)
                        .map(one -> new ActiveConsultation(
                                one.id(),
                                one.state(),
                                households.resident(one.patient()).orElseThrow().patient()))
                        .toList(),
                followed(id),
                consultations.concludedWith(id, RECENT_MAX).stream()
                        .flatMap(one -> Summaries.of(one, households, consortium).stream())
                        .toList(),
                returned.of(id)));
    }

    /** Who waits and for whom the doctor is rung, with their newest measurements, and that a followed patient talks. */
    @Override
    public Optional<Opening> opens(View view) {
        if (!(view instanceof View.DoctorInbox inbox)) {
            return Optional.empty();
        }
        var seen = Stream.of(
                        inbox.waiting().stream().map(View.DoctorInbox.Waiting::consultationId),
                        inbox.invitations().stream().map(View.DoctorInbox.Case::consultationId),
                        inbox.followed().stream().map(View.DoctorInbox.Followed::consultationId))
                .flatMap(ids -> ids)
                .toList();
        return seen.isEmpty() ? Optional.empty() : Optional.of(new Opening(RecordLooks.OPEN_REQUEST, seen));
    }

    /** The patient and the other doctor alone: who comes in is shown the rest. */
    private List<View.DoctorInbox.Followed> followed(UUID doctor) {
        var patients = followed.of(doctor);
        return patients.isEmpty()
                ? List.of()
                : consultations.liveOf(patients, FOLLOWED_MAX).stream()
                        .filter(talk -> !ConsultationRules.hasPart(talk, doctor))
                        .map(talk -> new View.DoctorInbox.Followed(
                                talk.id(),
                                households
                                        .resident(talk.patient())
                                        .orElseThrow()
                                        .patient(),
                                consortium
                                        .of(Objects.requireNonNull(talk.doctor()))
                                        .orElseThrow()))
                        .toList();
    }

    private static boolean takesPart(Consultation consultation, UUID doctor) {
        return doctor.equals(consultation.doctor())
                || consultation
                        .invitationOf(doctor)
                        .filter(invited -> invited.state() == InvitationState.ACCEPTED)
                        .isPresent();
    }

    private View.DoctorInbox.Waiting waiting(Consultation consultation) {
        return new View.DoctorInbox.Waiting(
                consultation.id(),
                households.resident(consultation.patient()).orElseThrow().patient(),
                consultation.requestedBy(),
                consultation.requestedAt(),
                vitals.latest(consultation.patient()),
                consultation.complaint());
    }

    private List<View.DoctorInbox.Case> rung(Consultation consultation, UUID doctor) {
        var first = consultation.doctor();
        return first == null
                ? List.of()
                : consultation
                        .invitationOf(doctor)
                        .filter(invited -> invited.state() == InvitationState.RINGING)
                        .map(invited -> new View.DoctorInbox.Case(
                                consultation.id(),
                                invited.id(),
                                consortium.of(first).orElseThrow(),
                                households
                                        .resident(consultation.patient())
                                        .orElseThrow()
                                        .patient(),
                                invited.invitation(),
                                invited.at(),
                                vitals.latest(consultation.patient())))
                        .stream()
                        .toList();
    }
}
