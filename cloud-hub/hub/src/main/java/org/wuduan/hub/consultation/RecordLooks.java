package org.wuduan.hub.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Looks.LookPage;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.audit.AuditTraces;
import org.wuduan.hub.audit.AuditTraces.Trace;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;

/**
 * Who looked at a patient's record or wrote into it, out of the audit trail, for the patient and the children (个人信息保护法:
 * a person may know who handled their data). What the home's own television did is left out, except that consent was
 * taken back there, and what one person did several times in a row is told once, with its newest time.
 */
@Service
class RecordLooks {
    /** A doctor was shown a request in the queue, was rung into a consultation, or was told of a followed patient's. */
    static final String OPEN_REQUEST = "open-request";

    /** Looks on one page: as many as a large screen shows. */
    static final int PAGE_MAX = 20;

    /** Audited under the patient, but about care: referrals and the plan at home, with their signatures. */
    private static final Set<String> OF_CARE = Set.of(
            "send-referral",
            "accept-referral",
            "decline-referral",
            "add-referral-note",
            "follow-referral",
            "open-referral",
            "open-plan",
            "order-home-plan",
            "end-home-plan",
            "open-signed",
            "export-signed",
            "acknowledge-alert");

    /** Told also when it was done on the home's own television: it ended a talk. */
    private static final String CONSENT_WITHDRAWN = "withdrawconsent";

    /** Entries read at once; the television's own are among them. */
    private static final int TRACES_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final AuditTraces traces;
    private final Access access;
    private final Accounts accounts;
    private final Consortium consortium;
    private final Households households;

    RecordLooks(
            JdbcClient jdbc,
            AuditTraces traces,
            Access access,
            Accounts accounts,
            Consortium consortium,
            Households households) {
        this.jdbc = jdbc;
        this.traces = traces;
        this.access = access;
        this.accounts = accounts;
        this.consortium = consortium;
        this.households = households;
    }

    /** A person in the trail as the page tells of one. */
    private record Person(
            String name,
            ActorKind kind,
            @Nullable String title,
            @Nullable String institution,
            @Nullable String relation) {
        @Override
        public String toString() {
            return "Person[" + kind + " ‹redacted›]";
        }
    }

    /** @param before number of the entry from which to go back in time */
    Outcome<LookPage> page(Actor asker, UUID patient, long before) {
        return access.check(asker, Action.SEE_LOOKS, new Subject.OfPatient(patient))
                .then(_ -> Outcome.of(read(patient, before)));
    }

    private LookPage read(UUID patient, long before) {
        var objects = objects(patient);
        var people = new HashMap<UUID, Optional<Person>>();
        var looks = new ArrayList<LookPage.Look>();
        Trace last = null;
        long from = before;
        while (true) {
            var chunk = traces.of(objects, from, TRACES_AT_ONCE);
            for (var trace : chunk) {
                var person = people.computeIfAbsent(trace.actor(), actor -> person(actor, patient))
                        .or(() -> atHome(trace, patient));
                if (person.isPresent() && !sameAgain(last, trace, patient)) {
                    if (looks.size() == PAGE_MAX) {
                        return new LookPage(looks, from(trace));
                    }
                    looks.add(look(person.get(), trace, patient));
                    last = trace;
                }
            }
            if (chunk.size() < TRACES_AT_ONCE) {
                return new LookPage(looks, null);
            }
            from = chunk.getLast().number();
        }
    }

    private static long from(Trace firstOfTheNext) {
        return firstOfTheNext.number() + 1;
    }

    private List<UUID> objects(UUID patient) {
        var objects = new ArrayList<>(jdbc.sql("select id from consultation where patient = ?")
                .param(patient)
                .query(UUID.class)
                .list());
        objects.add(patient);
        return objects;
    }

    private static boolean sameAgain(@Nullable Trace last, Trace trace, UUID patient) {
        return last != null && last.actor().equals(trace.actor()) && what(last, patient) == what(trace, patient);
    }

    private static LookPage.Kind what(Trace trace, UUID patient) {
        return switch (trace.action()) {
            case CONSENT_WITHDRAWN -> LookPage.Kind.CONSENT_WITHDRAWN;
            case "open-id-number" -> LookPage.Kind.ID_NUMBER;
            case "open-vitals" -> LookPage.Kind.VITALS;
            case OPEN_REQUEST -> LookPage.Kind.REQUEST;
            case "open-prescription" -> LookPage.Kind.PRESCRIPTION;
            case "open-record", "open-notes" -> LookPage.Kind.RECORD;
            case String action when action.startsWith("record-") -> LookPage.Kind.RECORD_CHANGE;
            case String action when OF_CARE.contains(action) -> LookPage.Kind.CARE;
            case String _ when trace.object().equals(patient) -> LookPage.Kind.REGISTRATION;
            case String _ when trace.kind() == Audit.Kind.OPENING -> LookPage.Kind.CONSULTATION;
            default -> LookPage.Kind.CARE;
        };
    }

    private static LookPage.Look look(Person person, Trace trace, UUID patient) {
        return new LookPage.Look(
                person.name(),
                person.kind(),
                person.title(),
                person.institution(),
                person.relation(),
                what(trace, patient),
                trace.at());
    }

    /** Nobody for what has no account, such as a television. */
    private Optional<Person> person(UUID actor, UUID patient) {
        return accounts.kind(actor).map(kind -> {
            var post = consortium.of(actor);
            var institution = post.isPresent()
                    ? post.get().institution()
                    : consortium
                            .institutionOf(actor)
                            .map(NamedInstitution::name)
                            .orElse(null);
            return new Person(
                    accounts.name(actor).orElseThrow(),
                    kind,
                    post.isPresent() ? post.get().title() : null,
                    institution,
                    kind == ActorKind.FAMILY ? relation(actor, patient) : null);
        });
    }

    /** The patient before the television, where that is told. */
    private Optional<Person> atHome(Trace trace, UUID patient) {
        return trace.action().equals(CONSENT_WITHDRAWN)
                ? households
                        .resident(patient)
                        .map(resident -> new Person(resident.patient().name(), ActorKind.BOX, null, null, null))
                : Optional.empty();
    }

    private @Nullable String relation(UUID child, UUID patient) {
        return households.bindingsOfPatient(patient).stream()
                .filter(binding -> binding.account().equals(child))
                .map(Households.Binding::relation)
                .findFirst()
                .orElse(null);
    }
}
