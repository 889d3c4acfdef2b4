package org.wuduan.hub.prescribing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
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

/** An institution's own formulary and table of rational use, as files, by its pharmacists. */
@RestController
@RequestMapping("/api/drug-tables/{kind}")
class DrugTableEndpoint {
    private final HttpCommands commands;
    private final Access access;
    private final Audit audit;
    private final Consortium consortium;
    private final DrugTableImports imports;

    DrugTableEndpoint(
            HttpCommands commands, Access access, Audit audit, Consortium consortium, DrugTableImports imports) {
        this.commands = commands;
        this.access = access;
        this.audit = audit;
        this.consortium = consortium;
        this.imports = imports;
    }

    @GetMapping("/template")
    ResponseEntity<?> template(@PathVariable String kind) {
        var wanted = mine(SignedIn.current().orElseThrow().actor()).then(_ -> kind(kind));
        return switch (wanted) {
            case Refused<DrugTables.Kind>(var problem) -> ProblemAnswers.of(problem);
            case Outcome.Done<DrugTables.Kind>(var known) ->
                switch (known) {
                    case FORMULARY -> TableTemplate.of(FormularyFile.FORM, "formulary.csv");
                    case RATIONAL_USE -> TableTemplate.of(UseRuleFile.FORM, "rational-use.csv");
                };
        };
    }

    @PostMapping("/check")
    ResponseEntity<String> check(@PathVariable String kind, HttpServletRequest request) throws IOException {
        var wanted = mine(SignedIn.current().orElseThrow().actor()).then(_ -> kind(kind));
        if (wanted instanceof Refused<DrugTables.Kind>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        var file = RequestBody.file(request, TableTemplate.MEDIA_TYPE, DrugTableImports.BYTES_MAX);
        return ProblemAnswers.of(
                wanted.then(known -> file.then(bytes -> Outcome.of(imports.check(known, bytes)))), 200);
    }

    /** @param checked SHA-256 of the file that a check has shown */
    @PostMapping
    ResponseEntity<String> run(
            @PathVariable String kind, @RequestParam(name = "checked") String checked, HttpServletRequest request)
            throws IOException {
        if (mine(SignedIn.current().orElseThrow().actor()) instanceof Refused<?>(var problem)) {
            return ProblemAnswers.of(problem);
        }
        var upload = new HttpCommands.Upload(TableTemplate.MEDIA_TYPE, DrugTableImports.BYTES_MAX);
        return commands.run(
                request,
                upload,
                201,
                (actor, bytes) -> mine(actor)
                        .then(institution -> kind(kind)
                                .then(known -> imports.run(
                                        new DrugTableImports.Whose(known, institution, actor.id()), bytes, checked))));
    }

    /** The pharmacist's own institution. */
    private Outcome<UUID> mine(Actor actor) {
        var own = consortium.institutionOf(actor.id()).map(NamedInstitution::id);
        if (actor.kind() != ActorKind.PHARMACIST || own.isEmpty()) {
            audit.recordDenial(actor.id(), "manage_drug_tables", null);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        return access.check(actor, Action.MANAGE_DRUG_TABLES, new Subject.OfInstitution(own.get()))
                .then(_ -> Outcome.of(own.get()));
    }

    private static Outcome<DrugTables.Kind> kind(String name) {
        return Optional.of(name)
                .flatMap(DrugTables.Kind::named)
                .<Outcome<DrugTables.Kind>>map(Outcome::of)
                .orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
    }
}
