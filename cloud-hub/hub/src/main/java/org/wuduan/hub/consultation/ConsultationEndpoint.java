package org.wuduan.hub.consultation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.RingOutcome;
import org.wuduan.hub.consultation.Consultation.Cancellation;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The commands of a consultation (PROTOCOL.md, section 2); invitations and opinions have endpoints of their own. */
@RestController
@RequestMapping("/api/consultations")
class ConsultationEndpoint {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final ConsultationCommands consultations;
    private final ConsentTexts consentTexts;
    private final LegalBases legal;

    ConsultationEndpoint(
            HttpCommands commands, ConsultationCommands consultations, ConsentTexts consentTexts, LegalBases legal) {
        this.commands = commands;
        this.consultations = consultations;
        this.consentTexts = consentTexts;
        this.legal = legal;
    }

    @PostMapping
    ResponseEntity<String> request(HttpServletRequest request) throws IOException {
        return commands.run(request, Commands.RequestConsultation.class, CREATED, consultations::request);
    }

    @PostMapping("/{id}/accept")
    ResponseEntity<String> accept(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                Commands.Accept.class,
                DONE,
                (actor, wish) -> consultations.accept(actor, id, () -> legal.acceptance(actor, id, wish.legalBasis())));
    }

    /** What the rules will ask, for who may accept. */
    @GetMapping("/{id}/basis-form")
    ResponseEntity<String> basisForm(@PathVariable UUID id) {
        var actor = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(
                consultations.mayTake(actor, Action.ACCEPT, id).then(_ -> Outcome.of(legal.form(id))), OK);
    }

    @PostMapping("/{id}/ring")
    ResponseEntity<String> ring(@PathVariable UUID id, HttpServletRequest request) {
        return take(request, Action.RING, id, new Step.RingAgain());
    }

    @PostMapping("/{id}/withdraw-ring")
    ResponseEntity<String> withdrawRing(@PathVariable UUID id, HttpServletRequest request) {
        return take(request, Action.WITHDRAW_RING, id, new Step.EndRing(RingOutcome.WITHDRAWN));
    }

    @PostMapping("/{id}/answer")
    ResponseEntity<String> answer(@PathVariable UUID id, HttpServletRequest request) {
        return take(request, Action.ANSWER, id, new Step.Answer());
    }

    @PostMapping("/{id}/inconvenient")
    ResponseEntity<String> inconvenient(@PathVariable UUID id, HttpServletRequest request) {
        return take(request, Action.INCONVENIENT, id, new Step.EndRing(RingOutcome.INCONVENIENT));
    }

    @PostMapping("/{id}/consent")
    ResponseEntity<String> consent(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, Commands.GiveConsent.class, DONE, (actor, wish) -> consent(actor, id, wish));
    }

    private Outcome<Outcome.Nothing> consent(Actor actor, UUID id, Commands.GiveConsent wish) {
        var isAgreed = wish.decision() == ConsentDecision.AGREED;
        if (isAgreed && !consentTexts.current(wish.language()).version().equals(wish.textVersion())) {
            return Refused.of(ProblemType.CONSENT_TEXT_OUTDATED);
        }
        var action = wish.givenBy() == ConsentGiver.PATIENT ? Action.CONSENT_AS_PATIENT : Action.CONSENT_AS_PROXY;
        return consultations.take(
                actor,
                action,
                id,
                new Step.GiveConsent(wish.textVersion(), wish.language(), wish.decision(), wish.givenBy()));
    }

    @PostMapping("/{id}/withdraw-consent")
    ResponseEntity<String> withdrawConsent(@PathVariable UUID id, HttpServletRequest request) {
        return commands.run(
                request,
                DONE,
                actor -> consultations.take(actor, Action.WITHDRAW_CONSENT, id, Step.WithdrawConsent.of(actor)));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<String> cancel(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, Commands.Cancel.class, DONE, (actor, wish) -> {
            var by = switch (actor.kind()) {
                case BOX -> Cancellation.By.PATIENT;
                case FAMILY -> Cancellation.By.FAMILY;
                // access lets none of the last three cancel
                case DOCTOR, ADMINISTRATOR, PHARMACIST, REGISTRAR -> Cancellation.By.DOCTOR;
            };
            var reason = Cancellation.Why.valueOf(wish.reason().name());
            return consultations.take(actor, Action.CANCEL, id, new Step.Cancel(by, reason));
        });
    }

    @PostMapping("/{id}/join")
    ResponseEntity<String> join(@PathVariable UUID id, HttpServletRequest request) {
        return commands.run(request, DONE, actor -> consultations.take(actor, Action.JOIN, id, Step.Join.of(actor)));
    }

    @PostMapping("/{id}/leave")
    ResponseEntity<String> leave(@PathVariable UUID id, HttpServletRequest request) {
        return commands.run(request, DONE, actor -> consultations.take(actor, Action.LEAVE, id, Step.Leave.of(actor)));
    }

    @PostMapping("/{id}/conclude")
    ResponseEntity<String> conclude(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                Commands.Conclude.class,
                DONE,
                (actor, wish) -> consultations.take(
                        actor, Action.CONCLUDE, id, new Step.Conclude(wish.outcome(), wish.summary())));
    }

    @PostMapping("/{id}/confirm-understanding")
    ResponseEntity<String> confirmUnderstanding(@PathVariable UUID id, HttpServletRequest request) {
        return commands.run(request, DONE, actor -> consultations.understood(actor, id));
    }

    private ResponseEntity<String> take(HttpServletRequest request, Action action, UUID id, Step step) {
        return commands.run(request, DONE, actor -> consultations.take(actor, action, id, step));
    }
}
