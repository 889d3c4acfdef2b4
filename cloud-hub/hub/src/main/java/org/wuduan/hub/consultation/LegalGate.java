package org.wuduan.hub.consultation;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ChosenBasis;
import org.wuduan.contract.LegalBasisKind;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.Rules.Rule;

/**
 * Holds what is said against the rules in force: pure, no clock, no database. It answers for each rule that is not met
 * what is missing, in words of the contract.
 */
final class LegalGate {
    static final String NO_FIRST_VISIT = "no-first-visit";
    static final String FOLLOW_UP = "follow-up-evidence";
    static final String FAMILY_DOCTOR = "family-doctor-contract";
    static final String LOCAL_DOCTOR = "local-doctor-present";
    static final String YOUNG_CHILD = "young-child";
    static final String DOCTOR_YEARS = "doctor-years";
    static final String DOCTOR_CONSENT = "doctor-consent";
    static final String INVITATION = "remote-invitation";
    static final String AGREEMENT = "remote-agreement";
    static final String REMOTE_CONSENT = "remote-consent";
    static final String REMOTE_YEARS = "remote-doctor-years";
    /** Only quoted: what it asks the hub does by itself. */
    static final String REMOTE_ARCHIVE = "remote-archive";

    private final Map<String, Rule> rules;
    private final LocalDate today;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Rule> met = new ArrayList<>();

    private LegalGate(List<Rule> rules, LocalDate today) {
        this.rules = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        this.today = today;
    }

    /** A rule that is not met, and what it misses. */
    record Refusal(Rule rule, List<String> missing) {}

    /** Nothing is refused only where {@code refusals} is empty; {@code met} are the rules that were held against it. */
    record Verdict(List<Refusal> refusals, List<Rule> met) {}

    /** @param birthDate null where only the year is known */
    record Birth(int year, @Nullable LocalDate birthDate) {
        /** In doubt younger: without the day, the birthday of this year is taken to be still to come. */
        boolean mayBeYoungerThan(int years, LocalDate day) {
            return birthDate == null
                    ? day.getYear() - year <= years
                    : birthDate.plusYears(years).isAfter(day);
        }

        boolean after(LocalDate day) {
            return birthDate == null ? day.getYear() < year : day.isBefore(birthDate);
        }
    }

    /** @param since year in which the doctor began to practise, as the books have it */
    record Practice(@Nullable Integer since, boolean internetAllowed) {}

    /** Everything that decides about an acceptance. */
    record Acceptance(ChosenBasis basis, Birth patient, Practice doctor) {
        @Override
        public String toString() {
            return "Acceptance[" + basis.kind() + " ‹redacted›]";
        }
    }

    /** @param together whether both institutions are one, of one consortium, or have referred the patient */
    record Asking(
            RemoteInvitation invitation,
            Practice doctor,
            boolean together,
            @Nullable String agreement,
            boolean consented) {
        @Override
        public String toString() {
            return "Asking[‹redacted›]";
        }
    }

    static Verdict acceptance(List<Rule> rules, LocalDate today, Acceptance wish) {
        var gate = new LegalGate(rules, today);
        gate.ground(wish.basis(), wish.patient());
        gate.child(wish.basis(), wish.patient());
        gate.hold(DOCTOR_YEARS, gate.years(DOCTOR_YEARS, wish.doctor()));
        gate.hold(DOCTOR_CONSENT, wish.doctor().internetAllowed() ? List.of() : List.of("internet-consent"));
        return gate.verdict();
    }

    static Verdict invitation(List<Rule> rules, LocalDate today, Asking wish) {
        var gate = new LegalGate(rules, today);
        gate.hold(INVITATION, fields(wish.invitation()));
        gate.hold(AGREEMENT, wish.together() ? List.of() : need("agreement", wish.agreement()));
        gate.hold(REMOTE_CONSENT, wish.consented() ? List.of() : List.of("consent"));
        gate.hold(REMOTE_YEARS, gate.years(REMOTE_YEARS, wish.doctor()));
        return gate.verdict();
    }

    /** Whether the rule for young children is one that this patient falls under. */
    static boolean youngChild(List<Rule> rules, LocalDate today, Birth patient) {
        return new LegalGate(rules, today).isYoung(patient);
    }

    private Verdict verdict() {
        return new Verdict(List.copyOf(refusals), List.copyOf(met));
    }

    private void ground(ChosenBasis basis, Birth patient) {
        switch (basis.kind()) {
            case FIRST_VISIT -> hold(NO_FIRST_VISIT, List.of("earlier-visit"));
            case FOLLOW_UP -> hold(FOLLOW_UP, followUp(basis, patient));
            case FAMILY_DOCTOR -> hold(FAMILY_DOCTOR, contract(basis));
            case IN_PERSON_LOCAL -> hold(LOCAL_DOCTOR, need("present", basis.present()));
        }
    }

    private List<String> followUp(ChosenBasis basis, Birth patient) {
        var missing = new ArrayList<>(need("institution", basis.institution()));
        var on = basis.on();
        if (on == null) {
            missing.add("on");
        } else if (on.isAfter(today)) {
            missing.add("on-in-future");
        } else if (patient.after(on)) {
            missing.add("on-before-birth");
        }
        missing.addAll(need("diagnosis", basis.diagnosis()));
        return missing;
    }

    private List<String> contract(ChosenBasis basis) {
        var missing = new ArrayList<>(need("institution", basis.institution()));
        if (basis.on() == null) {
            missing.add("on");
        } else if (basis.on().isAfter(today)) {
            missing.add("on-in-future");
        }
        if (basis.until() == null) {
            missing.add("until");
        } else if (basis.until().isBefore(today)) {
            missing.add("contract-ended");
        }
        return missing;
    }

    private void child(ChosenBasis basis, Birth patient) {
        if (isYoung(patient)) {
            var missing = new ArrayList<>(need("guardian", basis.guardian()));
            missing.addAll(need("physician", basis.physician()));
            hold(YOUNG_CHILD, missing);
        }
    }

    private boolean isYoung(Birth patient) {
        return rule(YOUNG_CHILD)
                .filter(rule -> patient.mayBeYoungerThan(limit(rule), today))
                .isPresent();
    }

    /** Only the year is kept, so that whole years count from its end: nobody is let in too early. */
    private List<String> years(String id, Practice doctor) {
        if (doctor.since() == null) {
            return List.of("practising-since");
        }
        int whole = Year.from(today).getValue() - doctor.since() - 1;
        return rule(id).filter(rule -> whole < limit(rule)).isPresent() ? List.of("years-of-practice") : List.of();
    }

    private static int limit(Rule rule) {
        return Optional.ofNullable(rule.years()).orElseThrow();
    }

    private static List<String> fields(RemoteInvitation invitation) {
        var missing = new ArrayList<>(need("reason", invitation.reason()));
        missing.addAll(need("purpose", invitation.purpose()));
        missing.addAll(need("schedule", invitation.schedule()));
        missing.addAll(need("case-summary", invitation.caseSummary()));
        missing.addAll(need("specialty", invitation.specialty()));
        missing.addAll(need("title", invitation.title()));
        return missing;
    }

    private static List<String> need(String word, @Nullable String text) {
        return text == null || text.isBlank() ? List.of(word) : List.of();
    }

    private void hold(String id, List<String> missing) {
        rule(id).filter(Rule::enforced).ifPresent(rule -> {
            if (missing.isEmpty()) {
                met.add(rule);
            } else {
                refusals.add(new Refusal(rule, List.copyOf(missing)));
            }
        });
    }

    private Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The rule that a ground stands on. */
    static String ruleOf(LegalBasisKind kind) {
        return switch (kind) {
            case FOLLOW_UP -> FOLLOW_UP;
            case FAMILY_DOCTOR -> FAMILY_DOCTOR;
            case IN_PERSON_LOCAL -> LOCAL_DOCTOR;
            case FIRST_VISIT -> NO_FIRST_VISIT;
        };
    }
}
