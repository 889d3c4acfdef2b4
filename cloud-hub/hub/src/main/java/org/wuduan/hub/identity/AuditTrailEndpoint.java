package org.wuduan.hub.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.TrailMessages.TrailLine;
import org.wuduan.contract.TrailMessages.TrailPage;
import org.wuduan.contract.TrailMessages.TrailVerdict;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.audit.AuditTrail;
import org.wuduan.hub.audit.AuditVerifier;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;

/** What the audit administrator reads. Reading it is told in the trail too. */
@RestController
class AuditTrailEndpoint {
    private final AuditTrail trail;
    private final AuditVerifier verifier;
    private final AccountNames names;
    private final Access access;
    private final Audit audit;

    AuditTrailEndpoint(AuditTrail trail, AuditVerifier verifier, AccountNames names, Access access, Audit audit) {
        this.trail = trail;
        this.verifier = verifier;
        this.names = names;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/api/audit/entries")
    ResponseEntity<String> entries(
            @RequestParam(name = "before", required = false) @Nullable Long before,
            @RequestParam(name = "about", required = false) @Nullable UUID about,
            @RequestParam(name = "kind", required = false) @Nullable String kind) {
        return ProblemAnswers.of(
                mayRead("read-audit")
                        .then(_ -> kind(kind))
                        .then(known -> Outcome.of(page(new AuditTrail.Wanted(before, about, known.orElse(null))))),
                200);
    }

    @GetMapping("/api/audit/verification")
    ResponseEntity<String> verification() {
        return ProblemAnswers.of(mayRead("verify-audit").then(_ -> Outcome.of(verdict(verifier.verify()))), 200);
    }

    private Outcome<Outcome.Nothing> mayRead(String what) {
        var actor = SignedIn.current().orElseThrow().actor();
        return access.check(actor, Action.READ_AUDIT, new Subject.OfTheSystem()).then(_ -> {
            audit.record(Audit.Kind.OPENING, actor.id(), what, null);
            return Outcome.done();
        });
    }

    private static Outcome<Optional<Audit.Kind>> kind(@Nullable String kind) {
        try {
            return Outcome.of(Optional.ofNullable(kind).map(text -> Audit.Kind.valueOf(text.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException noSuchKind) {
            return Refused.field("kind");
        }
    }

    private TrailPage page(AuditTrail.Wanted wanted) {
        var found = trail.page(wanted);
        var shown = found.stream().limit(AuditTrail.PAGE_MAX).toList();
        var known = names.of(shown.stream()
                .flatMap(line -> Stream.of(Optional.of(line.actor()), Optional.ofNullable(line.object())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        return new TrailPage(
                shown.stream().map(line -> line(line, known)).toList(),
                found.size() > shown.size() ? shown.getLast().number() : null);
    }

    private static TrailLine line(AuditTrail.Line line, Map<UUID, String> known) {
        var object = line.object();
        return new TrailLine(
                line.number(),
                line.at(),
                TrailLine.Kind.valueOf(line.kind().name()),
                line.actor(),
                line.action(),
                known.get(line.actor()),
                object,
                object == null ? null : known.get(object));
    }

    private static TrailVerdict verdict(AuditVerifier.Verdict verdict) {
        return switch (verdict) {
            case AuditVerifier.Whole whole ->
                TrailVerdict.of(whole.entries(), whole.seals(), whole.waiting(), whole.anchored());
            case AuditVerifier.Broken(var fault, var number) ->
                TrailVerdict.of(TrailVerdict.Fault.valueOf(fault.name()), number);
        };
    }
}
