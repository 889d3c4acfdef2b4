package org.wuduan.hub.consultation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Commands;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;

/** Opinions of doctors, what the case doctor makes of them, and their signatures. */
@RestController
@RequestMapping("/api/consultations/{id}")
class OpinionEndpoint {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final Opinions opinions;

    OpinionEndpoint(HttpCommands commands, Opinions opinions) {
        this.commands = commands;
        this.opinions = opinions;
    }

    @PostMapping("/opinions")
    ResponseEntity<String> submit(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, Commands.SubmitOpinion.class, CREATED, (actor, wish) -> opinions.submit(actor, id, wish));
    }

    @PostMapping("/opinions/{opinionId}/decision")
    ResponseEntity<String> decide(@PathVariable UUID id, @PathVariable UUID opinionId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                Commands.Decide.class,
                DONE,
                (actor, wish) -> opinions.decide(
                        actor,
                        id,
                        new Step.Decide(opinionId, wish.id(), wish.adoption(), wish.reason(), wish.corrects())));
    }

    /** What holds of an opinion or a decision now. */
    @GetMapping("/signed/{document}")
    ResponseEntity<String> verified(@PathVariable UUID id, @PathVariable UUID document) {
        return ProblemAnswers.of(
                opinions.verified(SignedIn.current().orElseThrow().actor(), id, document), OK);
    }

    /** The same as a file to be verified elsewhere. */
    @GetMapping("/signed/{document}/file")
    ResponseEntity<String> file(@PathVariable UUID id, @PathVariable UUID document) {
        var answer =
                ProblemAnswers.of(opinions.file(SignedIn.current().orElseThrow().actor(), id, document), OK);
        return answer.getStatusCode().isError()
                ? answer
                : ResponseEntity.ok()
                        .headers(answer.getHeaders())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"signed-" + document + ".json\"")
                        .body(answer.getBody());
    }
}
