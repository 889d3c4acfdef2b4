package org.wuduan.hub.prescribing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.RationalUseKind;

/** Checks against a table in which every row names its source. */
@Component
class TableRationalUse implements RationalUse {
    private final DrugTables tables;

    TableRationalUse(DrugTables tables) {
        this.tables = tables;
    }

    @Override
    public List<RationalUseFinding> check(UUID institution, Course course) {
        var findings = new LinkedHashMap<String, RationalUseFinding>();
        Stream.concat(duplicates(course).stream(), BesideOthers.duplicates(course))
                .forEach(finding -> findings.putIfAbsent(finding.id(), finding));
        var taken = taken(institution, course.person());
        for (var rule : tables.rules(institution)) {
            Stream.concat(found(rule, course, taken), BesideOthers.found(rule, course))
                    .forEach(finding -> findings.putIfAbsent(finding.id(), finding));
        }
        allergies(course, List.copyOf(findings.values()))
                .forEach(finding -> findings.putIfAbsent(finding.id(), finding));
        return List.copyOf(findings.values());
    }

    /** The ingredients of what is taken already, and the classes that the formulary gives them. */
    private Set<String> taken(UUID institution, Course.Person person) {
        var taken = new HashSet<>(person.ingredients());
        tables.drugs(institution).stream()
                .filter(drug -> person.ingredients().containsAll(drug.ingredients()))
                .flatMap(drug -> drug.classes().stream())
                .forEach(name -> taken.add(UseRule.CLASS + name));
        return taken;
    }

    private static Stream<RationalUseFinding> found(UseRule rule, Course course, Set<String> taken) {
        var about = course.takings().stream()
                .filter(taking -> rule.isAbout(taking.drug()))
                .flatMap(taking -> against(rule, taking, course));
        return rule.kind() == RationalUseKind.INTERACTION
                ? Stream.concat(about, withTaken(rule, course, taken))
                : about;
    }

    /** An allergy to the ingredient itself, or its class, is seen from the names; a row of the table says it better. */
    private static Stream<RationalUseFinding> allergies(Course course, List<RationalUseFinding> said) {
        return course.takings().stream()
                .filter(taking -> said.stream()
                        .noneMatch(finding -> finding.kind() == RationalUseKind.ALLERGY
                                && finding.lines().contains(taking.line())))
                .flatMap(taking -> Stream.concat(taking.drug().ingredients().stream(), taking.drug().classes().stream())
                        .filter(substance -> course.person().allergies().contains(substance))
                        .map(substance -> allergy(substance, taking)));
    }

    private static RationalUseFinding allergy(String substance, Course.Taking taking) {
        return new RationalUseFinding(
                "allergy:" + substance + ":" + taking.drug().code(),
                RationalUseKind.ALLERGY,
                FindingSeverity.CONTRAINDICATED,
                List.of(taking.line()),
                "病历记有对这种成分或这一类药的过敏。",
                "The record tells of an allergy to this ingredient or to its class.",
                null,
                null);
    }

    @Override
    public boolean reviewed(UUID institution) {
        return tables.isOwn(DrugTables.Kind.RATIONAL_USE, institution);
    }

    /** The same ingredient twice needs no table: it is seen from the names. */
    private static List<RationalUseFinding> duplicates(Course course) {
        var found = new ArrayList<RationalUseFinding>();
        var seen = new HashMap<String, Integer>();
        for (var taking : course.takings()) {
            for (var ingredient : taking.drug().ingredients()) {
                var earlier = seen.putIfAbsent(ingredient, taking.line());
                if (earlier != null) {
                    found.add(duplicate(ingredient, List.of(earlier, taking.line())));
                }
                if (course.person().ingredients().contains(ingredient)) {
                    found.add(duplicate(ingredient + ":taken", List.of(taking.line())));
                }
            }
        }
        return found;
    }

    private static RationalUseFinding duplicate(String ingredient, List<Integer> lines) {
        return new RationalUseFinding(
                "duplicate:" + ingredient,
                RationalUseKind.DUPLICATE,
                FindingSeverity.WARNING,
                lines,
                lines.size() > 1 ? "同一成分开了两次。" : "病人已在服用同一成分的药。",
                lines.size() > 1
                        ? "The same ingredient is prescribed twice."
                        : "The patient takes this ingredient already.",
                null,
                null);
    }

    private static Stream<RationalUseFinding> against(UseRule rule, Course.Taking taking, Course course) {
        var person = course.person();
        return switch (rule.kind()) {
            case ALLERGY -> when(rule, taking, meets(rule, person.allergies()));
            case DIAGNOSIS ->
                beginsWith(rule, person.diagnoses())
                        ? when(rule, taking, true)
                        : CoarseDiagnoses.found(rule, taking, person.diagnoses());
            case MAX_DAILY -> when(rule, taking, rule.limit().isExceededBy(taking.milligramsADay()));
            case MAX_SINGLE -> when(rule, taking, rule.limit().isExceededBy(taking.milligramsAtOnce()));
            case AGE ->
                when(rule, taking, rule.limit() instanceof UseLimit.Years years && years.holds(person.ageYears()));
            case RENAL -> renal(rule, taking, person);
            case INTERACTION -> interactions(rule, taking, course);
            case DUPLICATE, ARITHMETIC -> Stream.empty();
        };
    }

    private static Stream<RationalUseFinding> when(UseRule rule, Course.Taking taking, boolean holds) {
        return holds ? Stream.of(finding(rule, taking.drug().code(), List.of(taking.line()), null)) : Stream.empty();
    }

    private static boolean meets(UseRule rule, Set<String> words) {
        return rule.objects().stream().anyMatch(words::contains);
    }

    private static boolean beginsWith(UseRule rule, Set<String> codes) {
        return codes.stream().anyMatch(code -> rule.objects().stream().anyMatch(code::startsWith));
    }

    /** An unknown renal function is told, and never taken for a good one. */
    private static Stream<RationalUseFinding> renal(UseRule rule, Course.Taking taking, Course.Person person) {
        if (!(rule.limit() instanceof UseLimit.Egfr(var below))) {
            return Stream.empty();
        }
        var egfr = person.egfr();
        if (egfr == null) {
            return Stream.of(finding(rule, taking.drug().code(), List.of(taking.line()), true));
        }
        return when(rule, taking, egfr.compareTo(below) < 0);
    }

    private static Stream<RationalUseFinding> interactions(UseRule rule, Course.Taking taking, Course course) {
        if (!rule.limit().isExceededBy(taking.milligramsADay())) {
            return Stream.empty();
        }
        return course.takings().stream()
                .filter(other -> other.line() != taking.line() && rule.objectIs(other.drug()))
                .map(other -> finding(
                        rule,
                        taking.drug().code() + "_" + other.drug().code(),
                        List.of(taking.line(), other.line()),
                        null));
    }

    /** Either of the two may be what is taken already; how much of it is not known, so that a limit excuses nothing. */
    private static Stream<RationalUseFinding> withTaken(UseRule rule, Course course, Set<String> taken) {
        boolean objectIsTaken = meets(rule, taken);
        boolean subjectIsTaken = taken.contains(rule.ingredient())
                && course.takings().stream().noneMatch(taking -> rule.isAbout(taking.drug()));
        return course.takings().stream()
                .filter(taking -> rule.isAbout(taking.drug())
                        ? objectIsTaken && rule.limit().isExceededBy(taking.milligramsADay())
                        : subjectIsTaken && rule.objectIs(taking.drug()))
                .map(taking -> finding(rule, taking.drug().code() + ":taken", List.of(taking.line()), null));
    }

    private static RationalUseFinding finding(
            UseRule rule, String what, List<Integer> lines, @Nullable Boolean unknown) {
        return new RationalUseFinding(
                (unknown == null ? rule.id() : "egfr-unknown") + ":" + what,
                rule.kind(),
                unknown == null ? rule.severity() : FindingSeverity.CAUTION,
                lines,
                rule.adviceZh(),
                rule.adviceEn(),
                rule.source(),
                unknown);
    }
}
