package org.wuduan.hub.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ActorKind;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;
import org.wuduan.hub.tables.TableTemplate;

/** The list of diagnoses: searched by doctors, brought in by system administrators. */
@RestController
class DiagnosisEndpoint {
    private static final String IMPORTS = "/api/administration/diagnosis-imports";
    private static final HttpCommands.Upload UPLOAD =
            new HttpCommands.Upload(TableTemplate.MEDIA_TYPE, DiagnosisTable.BYTES_MAX);

    private final DiagnosisCodes codes;
    private final DiagnosisImporting imports;
    private final HttpCommands commands;
    private final Access access;
    private final Audit audit;

    DiagnosisEndpoint(
            DiagnosisCodes codes, DiagnosisImporting imports, HttpCommands commands, Access access, Audit audit) {
        this.codes = codes;
        this.imports = imports;
        this.commands = commands;
        this.access = access;
        this.audit = audit;
    }

    /** Tells nothing of a patient: the words are those of a list that every hospital has. */
    @GetMapping("/api/diagnoses")
    ResponseEntity<String> find(@RequestParam(name = "words") String words) {
        var actor = SignedIn.current().orElseThrow().actor();
        if (actor.kind() != ActorKind.DOCTOR) {
            audit.recordDenial(actor.id(), "find-diagnoses", null);
            return ProblemAnswers.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        return ProblemAnswers.of(Outcome.of(codes.find(words)), 200);
    }

    @GetMapping(IMPORTS + "/template")
    ResponseEntity<?> template() {
        if (may(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        return TableTemplate.of(DiagnosisTable.FORM, "diagnoses.csv");
    }

    @PostMapping(IMPORTS + "/check")
    ResponseEntity<String> check(HttpServletRequest request) throws IOException {
        if (may(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        var file = RequestBody.file(request, TableTemplate.MEDIA_TYPE, DiagnosisTable.BYTES_MAX);
        return ProblemAnswers.of(file.then(bytes -> Outcome.of(imports.check(bytes))), 200);
    }

    /** @param checked SHA-256 of the file that a check has shown */
    @PostMapping(IMPORTS)
    ResponseEntity<String> run(@RequestParam(name = "checked") String checked, HttpServletRequest request)
            throws IOException {
        if (may(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        return commands.run(request, UPLOAD, 201, (who, bytes) -> imports.run(who.id(), bytes, checked));
    }

    /** Back to the list that came with the program. */
    @PostMapping("/api/administration/diagnosis-starter")
    ResponseEntity<String> starter(HttpServletRequest request) {
        if (may(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        return commands.run(request, 204, who -> imports.starter(who.id()));
    }

    private Outcome<Outcome.Nothing> may(Actor actor) {
        return access.check(actor, Action.MANAGE_ORGANISATION, new Subject.OfTheSystem());
    }
}
