package org.wuduan.hub.consortium;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Administration;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Activations;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.StaffAccounts;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** What the system administrator does with institutions and staff. */
@RestController
@RequestMapping("/api/administration")
class AdministrationEndpoint {
    private static final Subject SYSTEM = new Subject.OfTheSystem();
    private static final int MADE = 201;
    private static final int DONE = 204;
    private static final int WORDS_MAX = 64;

    private final Institutions institutions;
    private final Staff staff;
    private final StaffAccounts accounts;
    private final Activations activations;
    private final Gate gate;

    /** Through which every request here comes: access, idempotency, audit. */
    @org.springframework.stereotype.Component
    record Gate(HttpCommands commands, Access access, Audit audit, TransactionTemplate transactions) {
        <T> ResponseEntity<String> query(Supplier<Outcome<T>> answer) {
            var actor = SignedIn.current().orElseThrow().actor();
            return ProblemAnswers.of(
                    access.check(actor, Action.MANAGE_ORGANISATION, SYSTEM).then(_ -> answer.get()), 200);
        }

        <T> ResponseEntity<String> command(
                HttpServletRequest request,
                Class<T> type,
                int status,
                BiFunction<Actor, T, Outcome<Outcome.Nothing>> step)
                throws IOException {
            var form = new HttpCommands.Form<>("administration", type, RequestBody.COMMAND_BYTES_MAX);
            return commands.run(
                    request,
                    form,
                    status,
                    (actor, wish) -> access.check(actor, Action.MANAGE_ORGANISATION, SYSTEM)
                            .then(_ -> step.apply(actor, wish)));
        }

        /** Keeps in the same transaction that it was done. */
        Function<Outcome.Nothing, Outcome<Outcome.Nothing>> audited(Actor actor, String action, UUID object) {
            return done -> {
                audit.record(Audit.Kind.WRITE, actor.id(), action, object);
                return Outcome.of(done);
            };
        }
    }

    AdministrationEndpoint(
            Institutions institutions, Staff staff, StaffAccounts accounts, Activations activations, Gate gate) {
        this.institutions = institutions;
        this.staff = staff;
        this.accounts = accounts;
        this.activations = activations;
        this.gate = gate;
    }

    @GetMapping("/institutions")
    ResponseEntity<String> institutions() {
        return gate.query(() -> Outcome.of(new Administration.InstitutionList(institutions.all())));
    }

    @PostMapping("/institutions")
    ResponseEntity<String> makeInstitution(HttpServletRequest request) throws IOException {
        return gate.command(
                request,
                Administration.MakeInstitution.class,
                MADE,
                (actor, wish) -> institutions
                        .make(
                                wish.id(),
                                new Institutions.Wish(wish.name(), wish.level(), wish.departments(), wish.parentId()))
                        .then(gate.audited(actor, "make-institution", wish.id())));
    }

    @PostMapping("/institutions/{id}")
    ResponseEntity<String> editInstitution(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return gate.command(
                request,
                Administration.EditInstitution.class,
                DONE,
                (actor, wish) -> institutions
                        .edit(
                                id,
                                wish.version(),
                                new Institutions.Wish(wish.name(), wish.level(), wish.departments(), wish.parentId()))
                        .then(gate.audited(actor, "edit-institution", id)));
    }

    @PostMapping("/institutions/{id}/standing")
    ResponseEntity<String> setInstitutionStanding(@PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        return gate.command(
                request,
                Administration.SetStanding.class,
                DONE,
                (actor, wish) -> !wish.active() && staff.worksAnybodyAt(id)
                        ? Refused.state("has-staff")
                        : institutions
                                .setActive(id, wish.version(), wish.active())
                                .then(gate.audited(actor, standing("institution", wish.active()), id)));
    }

    @GetMapping("/staff")
    ResponseEntity<String> staff(@RequestParam(name = "words", defaultValue = "") String words) {
        return words.length() > WORDS_MAX
                ? ProblemAnswers.of(Refused.field("words"), ProblemType.INVALID_FIELD.status())
                : gate.query(() -> Outcome.of(staff.search(words)));
    }

    @PostMapping("/staff")
    ResponseEntity<String> makeStaff(HttpServletRequest request) throws IOException {
        return gate.command(
                request,
                Administration.MakeStaff.class,
                MADE,
                (actor, wish) -> staff.make(wish).then(gate.audited(actor, "make-account", wish.id())));
    }

    @PostMapping("/staff/{id}")
    ResponseEntity<String> editStaff(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return gate.command(
                request,
                Administration.EditStaff.class,
                DONE,
                (actor, wish) -> staff.edit(id, wish).then(gate.audited(actor, "edit-account", id)));
    }

    @PostMapping("/staff/{id}/standing")
    ResponseEntity<String> setStaffStanding(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return gate.command(
                request,
                Administration.SetStanding.class,
                DONE,
                (actor, wish) -> staff.setActive(id, wish.version(), wish.active())
                        .then(gate.audited(actor, standing("account", wish.active()), id)));
    }

    /**
     * A new link for somebody who has not yet chosen a password. For everybody else it would be a way into another's
     * account, which is the security administrator's to open. Repeatable by itself: the newest link is the good one.
     */
    @PostMapping("/staff/{id}/activation-link")
    ResponseEntity<String> makeLink(@PathVariable UUID id) {
        var actor = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(
                gate.access().check(actor, Action.MANAGE_ORGANISATION, SYSTEM).then(_ -> invite(actor, id)), 200);
    }

    private Outcome<Administration.ActivationLink> invite(Actor actor, UUID id) {
        var entry = accounts.find(id);
        if (entry.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        if (entry.get().activated() || !entry.get().active()) {
            return Refused.state(entry.get().active() ? "activated" : "deactivated");
        }
        return Outcome.of(java.util.Objects.requireNonNull(gate.transactions().execute(_ -> {
            gate.audit().record(Audit.Kind.WRITE, actor.id(), "make-activation-link", id);
            return activations.make(id);
        })));
    }

    private static String standing(String what, boolean active) {
        return (active ? "reactivate-" : "deactivate-") + what;
    }
}
