package org.wuduan.hub.consultation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * A doctor who follows a patient (随转) comes into the talk that somebody else has with that patient, and is from then on an
 * invited doctor to everybody; a following that ends during the talk takes no seat away. Also off duty: duty says who may be
 * called, and nobody calls here.
 */
@RestController
class FollowingEndpoint {
    private static final int CREATED = 201;

    private final HttpCommands commands;
    private final ConsultationCommands consultations;
    private final Consultations stored;
    private final FollowedPatients followed;
    private final Consortium consortium;
    private final LegalBases legal;

    FollowingEndpoint(
            HttpCommands commands,
            ConsultationCommands consultations,
            Consultations stored,
            FollowedPatients followed,
            Consortium consortium,
            LegalBases legal) {
        this.commands = commands;
        this.consultations = consultations;
        this.stored = stored;
        this.followed = followed;
        this.consortium = consortium;
        this.legal = legal;
    }

    @PostMapping("/api/consultations/{id}/follow")
    ResponseEntity<String> join(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                Commands.JoinAsFollower.class,
                CREATED,
                (actor, wish) -> consultations
                        .mayTake(actor, Action.JOIN_AS_FOLLOWER, id)
                        .then(_ -> step(actor, id, wish.id()))
                        .then(step -> consultations.take(actor, Action.JOIN_AS_FOLLOWER, id, step)));
    }

    /** Not found where the following ended in the moment after access was asked. */
    private Outcome<Step> step(Actor actor, UUID id, UUID invitationId) {
        var talk = stored.find(id).orElseThrow();
        var following = followed.by(actor.id(), talk.patient());
        if (following.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var post = consortium.post(actor.id()).orElseThrow();
        var invitation = invitation(following.get(), post.doctor());
        return legal.following(actor, talk, following.get(), invitation)
                .then(ground -> Outcome.of(
                        new Step.JoinAsFollower(invitationId, actor.id(), invitation, ground, post.institution())));
    }

    /** What the rule asks of an invitation, as the referral and the doctor's post have it. */
    private static RemoteInvitation invitation(FollowedPatients.Following following, Doctor doctor) {
        return new RemoteInvitation(
                following.disease(),
                "随转",
                "现在",
                following.summary(),
                ReportWords.department(doctor.department()),
                doctor.title());
    }
}
