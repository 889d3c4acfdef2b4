package org.wuduan.hub.referral;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Referrals;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** Referrals by HTTP (PROTOCOL.md, section 18). */
@RestController
class ReferralEndpoint {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int DONE = 204;
    private static final int NAME_MAX = 200;

    private final HttpCommands commands;
    private final ReferralCommands referrals;
    private final ReferralPages pages;
    private final ReferralSignatures signatures;
    private final DiseaseCatalogues catalogues;
    private final Consortium consortium;
    private final Audit audit;

    ReferralEndpoint(
            HttpCommands commands,
            ReferralCommands referrals,
            ReferralPages pages,
            ReferralSignatures signatures,
            DiseaseCatalogues catalogues,
            Consortium consortium,
            Audit audit) {
        this.commands = commands;
        this.referrals = referrals;
        this.pages = pages;
        this.signatures = signatures;
        this.catalogues = catalogues;
        this.consortium = consortium;
        this.audit = audit;
    }

    @PostMapping("/api/referrals")
    ResponseEntity<String> send(HttpServletRequest request) throws IOException {
        return commands.run(request, form(Referrals.SendReferral.class), CREATED, referrals::send);
    }

    @GetMapping("/api/referrals/{id}")
    ResponseEntity<String> open(@PathVariable UUID id) {
        return ProblemAnswers.of(pages.open(asker(), id), OK);
    }

    /** What was signed, and what holds of it now. */
    @GetMapping("/api/referrals/{id}/signed")
    ResponseEntity<String> signed(@PathVariable UUID id) {
        return ProblemAnswers.of(signatures.verified(asker(), id), OK);
    }

    /** The same as a file to be verified elsewhere. */
    @GetMapping("/api/referrals/{id}/signed/file")
    ResponseEntity<String> file(@PathVariable UUID id) {
        return ProblemAnswers.of(signatures.file(asker(), id), OK);
    }

    @PostMapping("/api/referrals/{id}/accept")
    ResponseEntity<String> accept(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Referrals.AcceptReferral.class),
                DONE,
                (actor, wish) -> referrals.accept(actor, id, wish));
    }

    @PostMapping("/api/referrals/{id}/decline")
    ResponseEntity<String> decline(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Referrals.DeclineReferral.class),
                DONE,
                (actor, wish) -> referrals.decline(actor, id, wish));
    }

    @PostMapping("/api/referrals/{id}/notes")
    ResponseEntity<String> note(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Referrals.AddReferralNote.class),
                CREATED,
                (actor, wish) -> referrals.note(actor, id, wish));
    }

    @PostMapping("/api/referrals/{id}/follow")
    ResponseEntity<String> follow(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Referrals.FollowReferral.class),
                DONE,
                (actor, wish) -> referrals.follow(actor, id, wish));
    }

    @GetMapping("/api/referral-targets")
    ResponseEntity<String> targets() {
        return forDoctors(
                "see-referral-targets",
                () -> new Referrals.ReferralTargets(consortium.places().stream()
                        .map(place -> new Referrals.ReferralTargets.Place(
                                place.institution(), place.level(), place.departments()))
                        .toList()));
    }

    /** What the catalogue says of a disease, where it is referred to an institution. */
    @GetMapping("/api/disease-catalogue/advice")
    ResponseEntity<String> advice(
            @RequestParam(name = "name") String name,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "institution") UUID institution) {
        var place = consortium.place(institution);
        if (name.isBlank() || name.length() > NAME_MAX || place.isEmpty()) {
            return forDoctors("see-catalogue", () -> new Referrals.CatalogueAdvice(java.util.List.of(), true));
        }
        var disease = new Referrals.Disease(name, code.isEmpty() ? null : code);
        return forDoctors("see-catalogue", () -> {
            var own = consortium.post(asker().id()).orElseThrow().institution();
            var advice = catalogues.advice(own, disease, place.get().level());
            return new Referrals.CatalogueAdvice(advice.rows(), advice.fits());
        });
    }

    private ResponseEntity<String> forDoctors(String action, Supplier<Object> answer) {
        var actor = asker();
        if (actor.kind() != ActorKind.DOCTOR) {
            audit.recordDenial(actor.id(), action, null);
            return ProblemAnswers.of(Refused.of(ProblemType.ACTION_NOT_ALLOWED), OK);
        }
        return ProblemAnswers.of(Outcome.of(answer.get()), OK);
    }

    private static Actor asker() {
        return SignedIn.current().orElseThrow().actor();
    }

    private static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>("referral", type, RequestBody.COMMAND_BYTES_MAX);
    }
}
