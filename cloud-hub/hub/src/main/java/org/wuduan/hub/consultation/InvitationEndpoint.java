package org.wuduan.hub.consultation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Commands;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Asking doctors of other institutions in (远程医疗), and their answers. */
@RestController
@RequestMapping("/api/consultations/{id}/invitations")
class InvitationEndpoint {
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final ConsultationCommands consultations;
    private final Consultations stored;
    private final Consortium consortium;
    private final LegalBases legal;

    InvitationEndpoint(
            HttpCommands commands,
            ConsultationCommands consultations,
            Consultations stored,
            Consortium consortium,
            LegalBases legal) {
        this.legal = legal;
        this.commands = commands;
        this.consultations = consultations;
        this.stored = stored;
        this.consortium = consortium;
    }

    @PostMapping
    ResponseEntity<String> invite(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, Commands.Invite.class, CREATED, (actor, wish) -> {
            var doctor = consortium.post(wish.doctorId());
            if (doctor.isEmpty() || !doctor.get().onDuty()) {
                return consultations
                        .mayTake(actor, Action.INVITE, id)
                        .then(_ -> Refused.of(ProblemType.DOCTOR_NOT_ON_DUTY));
            }
            return consultations
                    .mayTake(actor, Action.INVITE, id)
                    .then(_ -> legal.invitation(actor, id, wish))
                    .then(ground -> consultations.take(
                            actor,
                            Action.INVITE,
                            id,
                            new Step.Invite(wish.id(), wish.doctorId(), wish.invitation(), ground)));
        });
    }

    @PostMapping("/{invitationId}/accept")
    ResponseEntity<String> accept(@PathVariable UUID id, @PathVariable UUID invitationId, HttpServletRequest request) {
        return commands.run(
                request,
                DONE,
                actor ->
                        answer(actor, id, invitationId, new Step.AcceptInvitation(invitationId, institutionOf(actor))));
    }

    @PostMapping("/{invitationId}/decline")
    ResponseEntity<String> decline(@PathVariable UUID id, @PathVariable UUID invitationId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                Commands.DeclineInvitation.class,
                DONE,
                (actor, wish) ->
                        answer(actor, id, invitationId, new Step.DeclineInvitation(invitationId, wish.reason())));
    }

    @PostMapping("/{invitationId}/withdraw")
    ResponseEntity<String> withdraw(
            @PathVariable UUID id, @PathVariable UUID invitationId, HttpServletRequest request) {
        return commands.run(
                request,
                DONE,
                actor -> consultations.take(
                        actor, Action.WITHDRAW_INVITATION, id, new Step.WithdrawInvitation(invitationId)));
    }

    /** Null for who is no doctor, and is denied below. */
    private @Nullable UUID institutionOf(Actor actor) {
        return consortium.post(actor.id()).map(Consortium.Post::institution).orElse(null);
    }

    /** Only the doctor who was rung can answer; another's invitation does not exist for this one. */
    private Outcome<Outcome.Nothing> answer(Actor actor, UUID id, UUID invitationId, Step step) {
        return consultations
                .mayTake(actor, Action.ANSWER_INVITATION, id)
                .then(_ -> stored.find(id)
                        .flatMap(consultation -> consultation.invitation(invitationId))
                        .filter(invited -> invited.doctor().equals(actor.id()))
                        .map(_ -> consultations.take(actor, Action.ANSWER_INVITATION, id, step))
                        .orElseGet(() -> Refused.of(ProblemType.NOT_FOUND)));
    }
}
