package org.wuduan.hub.consultation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Level;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.PatientRelationships;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Relationship;
import org.wuduan.hub.identity.RelationshipSource;
import org.wuduan.hub.identity.Subject;

/** How an actor stands to a consultation, and a doctor through it to its patient. */
@Component
class ConsultationRelationships implements RelationshipSource {
    private final Consultations consultations;
    private final PatientRelationships patients;
    private final Consortium consortium;
    private final FollowedPatients followed;

    ConsultationRelationships(
            Consultations consultations,
            PatientRelationships patients,
            Consortium consortium,
            FollowedPatients followed) {
        this.consultations = consultations;
        this.patients = patients;
        this.consortium = consortium;
        this.followed = followed;
    }

    @Override
    public Set<Relationship> between(Actor actor, Subject subject) {
        return switch (subject) {
            case Subject.OfConsultation(var id) ->
                consultations
                        .find(id)
                        .map(consultation -> toConsultation(actor, consultation))
                        .orElse(Set.of());
            case Subject.OfHousehold household -> Set.of();
            case Subject.OfPatient(var patient) ->
                actor.kind() == ActorKind.DOCTOR ? toPatient(actor.id(), patient) : Set.of();
            case Subject.OfReferral referral -> Set.of();
            case Subject.OfInstitution institution -> Set.of();
            case Subject.OfTheSystem theSystem -> Set.of();
        };
    }

    private Set<Relationship> toPatient(UUID doctor, UUID patient) {
        var found = EnumSet.noneOf(Relationship.class);
        consultations.openOf(patient).ifPresent(open -> found.addAll(asDoctor(doctor, open)));
        if (consultations.tookPart(doctor, patient)) {
            found.add(Relationship.TOOK_PART);
        }
        return found;
    }

    private Set<Relationship> toConsultation(Actor actor, Consultation consultation) {
        return actor.kind() == ActorKind.DOCTOR
                ? asDoctor(actor.id(), consultation)
                : patients.toPatient(actor, consultation.patient());
    }

    private Set<Relationship> asDoctor(UUID account, Consultation consultation) {
        var found = EnumSet.noneOf(Relationship.class);
        if (account.equals(consultation.doctor())) {
            found.add(Relationship.CASE_DOCTOR);
        } else if (inQueue(account, consultation)) {
            found.add(Relationship.QUEUE_DOCTOR);
        }
        if (follows(account, consultation)) {
            found.add(Relationship.FOLLOWING_DOCTOR);
        }
        consultation.invitationOf(account).ifPresent(invited -> {
            switch (invited.state()) {
                case RINGING -> found.add(Relationship.RUNG_DOCTOR);
                case ACCEPTED -> found.add(Relationship.INVITED_DOCTOR);
                case DECLINED, WITHDRAWN -> {
                    // the doctor has no part in it any more
                }
            }
        });
        return found;
    }

    /** Before the talk a request is no business of who follows the patient; after it the answer is that it is over. */
    private boolean follows(UUID account, Consultation consultation) {
        return (consultation.state() == ConsultationState.LIVE || consultation.ended())
                && followed.by(account, consultation.patient()).isPresent();
    }

    private boolean inQueue(UUID account, Consultation consultation) {
        return consultation.state() == ConsultationState.WAITING
                && consortium
                        .post(account)
                        .filter(Consortium.Post::onDuty)
                        .filter(post -> post.doctor().level() == Level.FIRST_CONTACT)
                        .filter(post -> post.institution().equals(consultation.institution()))
                        .isPresent();
    }
}
