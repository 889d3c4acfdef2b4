package org.wuduan.hub.consortium;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;
import org.wuduan.hub.tables.TableTemplate;

/** Files of staff by HTTP, for system administrators. */
@RestController
@RequestMapping("/api/administration/staff-imports")
class StaffImportEndpoint {
    private static final HttpCommands.Upload UPLOAD =
            new HttpCommands.Upload(TableTemplate.MEDIA_TYPE, StaffTable.BYTES_MAX);

    private final HttpCommands commands;
    private final Access access;
    private final StaffImporting imports;

    StaffImportEndpoint(HttpCommands commands, Access access, StaffImporting imports) {
        this.commands = commands;
        this.access = access;
        this.imports = imports;
    }

    @GetMapping("/template")
    ResponseEntity<?> template() {
        if (may(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        return TableTemplate.of(StaffTable.FORM, "staff.csv");
    }

    @PostMapping("/check")
    ResponseEntity<String> check(HttpServletRequest request) throws IOException {
        if (may(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        var file = RequestBody.file(request, TableTemplate.MEDIA_TYPE, StaffTable.BYTES_MAX);
        return ProblemAnswers.of(file.then(bytes -> Outcome.of(imports.check(bytes))), 200);
    }

    /** @param checked SHA-256 of the file that a check has shown */
    @PostMapping
    ResponseEntity<String> run(@RequestParam(name = "checked") String checked, HttpServletRequest request)
            throws IOException {
        if (may(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        return commands.run(request, UPLOAD, 201, (who, bytes) -> imports.run(who.id(), bytes, checked));
    }

    private Outcome<Outcome.Nothing> may(Actor actor) {
        return access.check(actor, Action.MANAGE_ORGANISATION, new Subject.OfTheSystem());
    }
}
