package org.wuduan.hub.household;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;
import org.wuduan.hub.tables.TableTemplate;

/** Files of households by HTTP: text/csv, larger than other commands. */
@RestController
class ImportEndpoint {
    private static final HttpCommands.Upload UPLOAD =
            new HttpCommands.Upload(TableTemplate.MEDIA_TYPE, RegistrationLimits.IMPORT_BYTES_MAX);

    private final HttpCommands commands;
    private final Registrars registrars;
    private final Imports imports;

    ImportEndpoint(HttpCommands commands, Registrars registrars, Imports imports) {
        this.commands = commands;
        this.registrars = registrars;
        this.imports = imports;
    }

    @GetMapping("/api/household-imports/template")
    ResponseEntity<?> template() {
        var actor = SignedIn.current().orElseThrow().actor();
        if (registrars.institution(actor) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        return TableTemplate.of(ImportTable.FORM, "households.csv");
    }

    @PostMapping("/api/household-imports/check")
    ResponseEntity<String> check(HttpServletRequest request) throws IOException {
        var actor = SignedIn.current().orElseThrow().actor();
        if (registrars.institution(actor) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        var file = RequestBody.file(request, TableTemplate.MEDIA_TYPE, RegistrationLimits.IMPORT_BYTES_MAX);
        return ProblemAnswers.of(file.then(bytes -> imports.check(actor, bytes)), 200);
    }

    /** @param checked SHA-256 of the file that a check has shown */
    @PostMapping("/api/household-imports")
    ResponseEntity<String> run(@RequestParam(name = "checked") String checked, HttpServletRequest request)
            throws IOException {
        var actor = SignedIn.current().orElseThrow().actor();
        if (registrars.institution(actor) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        return commands.run(request, UPLOAD, 201, (who, bytes) -> imports.run(who, bytes, checked));
    }
}
