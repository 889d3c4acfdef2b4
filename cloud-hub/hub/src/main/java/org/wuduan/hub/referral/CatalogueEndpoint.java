package org.wuduan.hub.referral;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Referrals.EditDiseaseCatalogue;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;
import org.wuduan.hub.tables.TableTemplate;

/** What the system administrator does with the catalogues of consortia, and the counts of referrals. */
@RestController
@RequestMapping("/api/administration")
class CatalogueEndpoint {
    private static final int OK = 200;
    private static final int DONE = 204;
    private static final HttpCommands.Form<EditDiseaseCatalogue> FORM =
            new HttpCommands.Form<>("referral", EditDiseaseCatalogue.class, CatalogueFile.EDIT_BYTES_MAX);

    private final HttpCommands commands;
    private final Access access;
    private final Audit audit;
    private final DiseaseCatalogues catalogues;
    private final ReferralCounting counting;

    CatalogueEndpoint(
            HttpCommands commands,
            Access access,
            Audit audit,
            DiseaseCatalogues catalogues,
            ReferralCounting counting) {
        this.commands = commands;
        this.access = access;
        this.audit = audit;
        this.catalogues = catalogues;
        this.counting = counting;
    }

    @GetMapping("/disease-catalogues/{id}")
    ResponseEntity<String> read(@PathVariable UUID id) {
        return ProblemAnswers.of(may().then(_ -> Outcome.of(catalogues.read(id))), OK);
    }

    @PostMapping("/disease-catalogues/{id}")
    ResponseEntity<String> edit(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                FORM,
                DONE,
                (actor, wish) -> may().then(_ -> catalogues.write(id, wish.version(), wish.rows()))
                        .then(done -> {
                            audit.record(Audit.Kind.WRITE, actor.id(), "edit-disease-catalogue", id);
                            return Outcome.of(done);
                        }));
    }

    /** Changes nothing. */
    @PostMapping("/disease-catalogues/check")
    ResponseEntity<String> check(HttpServletRequest request) throws IOException {
        var may = may();
        var file = RequestBody.file(request, TableTemplate.MEDIA_TYPE, CatalogueFile.BYTES_MAX);
        return ProblemAnswers.of(may.then(_ -> file).then(bytes -> Outcome.of(CatalogueFile.read(bytes))), OK);
    }

    @GetMapping("/referral-counts")
    ResponseEntity<String> counts() {
        return ProblemAnswers.of(may().then(_ -> Outcome.of(counting.counts())), OK);
    }

    private Outcome<Outcome.Nothing> may() {
        var actor = SignedIn.current().orElseThrow().actor();
        return access.check(actor, Action.MANAGE_ORGANISATION, new Subject.OfTheSystem());
    }
}
