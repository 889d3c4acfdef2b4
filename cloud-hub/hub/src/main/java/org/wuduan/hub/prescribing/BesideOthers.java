package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.DrugFactSource;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.RationalUseKind;

/**
 * What a prescription and the patient's other ones come to together. Every finding names the other one by its medicine and
 * the day of its signature, and has its id in its own, so that a reason that was given for one does not stand for another.
 */
final class BesideOthers {
    private BesideOthers() {}

    /** One line and one medicine of another prescription. */
    private record Pair(Course.Taking taking, Course.Elsewhere other) {
        RationalUseFinding finding(String what, RationalUseKind kind, Said said) {
            return new RationalUseFinding(
                    what + ":" + other.prescription(),
                    kind,
                    said.severity(),
                    List.of(taking.line()),
                    Advice.cut(said.zh()),
                    Advice.cut(said.en()),
                    said.source(),
                    null);
        }

        /** For example 2026-11-29 的处方中的“氨氯地平片”. */
        String zh() {
            return other.signedOn() + " 的处方中的“" + other.drug().nameZh() + "”";
        }

        String en() {
            return "“" + other.drug().nameEn() + "” of the prescription of " + other.signedOn();
        }
    }

    private record Said(
            FindingSeverity severity,
            String zh,
            String en,
            @Nullable DrugFactSource source) {
        @Override
        public String toString() {
            return "Said[‹redacted›]";
        }
    }

    /** The same ingredient by two prescriptions is seen from the names. */
    static Stream<RationalUseFinding> duplicates(Course course) {
        return pairs(course)
                .flatMap(pair -> pair.taking().drug().ingredients().stream()
                        .filter(pair.other().drug().ingredients()::contains)
                        .map(ingredient -> pair.finding(
                                "duplicate:" + ingredient,
                                RationalUseKind.DUPLICATE,
                                new Said(
                                        FindingSeverity.WARNING,
                                        pair.zh() + "是同一成分，病人还在用或还会取到。",
                                        "The same ingredient as " + pair.en()
                                                + ", which the patient takes or may still get.",
                                        null))));
    }

    static Stream<RationalUseFinding> found(UseRule rule, Course course) {
        return switch (rule.kind()) {
            case INTERACTION ->
                pairs(course).filter(pair -> meet(rule, pair, course)).map(pair -> interaction(rule, pair));
            case MAX_DAILY ->
                pairs(course)
                        .filter(pair -> rule.isAbout(pair.taking().drug())
                                && rule.isAbout(pair.other().drug()))
                        // what is too much alone is said of the line itself
                        .filter(pair -> !rule.limit().isExceededBy(pair.taking().milligramsADay())
                                && rule.limit().isExceededBy(aDay(rule, course)))
                        .map(pair -> tooMuch(rule, pair, aDay(rule, course)));
            case ALLERGY, DUPLICATE, MAX_SINGLE, AGE, RENAL, DIAGNOSIS, ARITHMETIC -> Stream.empty();
        };
    }

    private static Stream<Pair> pairs(Course course) {
        return course.takings().stream()
                .flatMap(taking -> course.person().elsewhere().stream().map(other -> new Pair(taking, other)));
    }

    /** Either of the two may be the subject; a limit is compared with all that is taken of it. */
    private static boolean meet(UseRule rule, Pair pair, Course course) {
        var here = pair.taking().drug();
        var there = pair.other().drug();
        boolean meet = (rule.isAbout(here) && rule.objectIs(there)) || (rule.isAbout(there) && rule.objectIs(here));
        return meet && rule.limit().isExceededBy(aDay(rule, course));
    }

    /** Milligrams a day of what a rule is about, by this prescription and all others. */
    private static BigDecimal aDay(UseRule rule, Course course) {
        return Stream.concat(
                        course.takings().stream()
                                .filter(taking -> rule.isAbout(taking.drug()))
                                .map(Course.Taking::milligramsADay),
                        course.person().elsewhere().stream()
                                .filter(other -> rule.isAbout(other.drug()))
                                .map(Course.Elsewhere::milligramsADay))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RationalUseFinding interaction(UseRule rule, Pair pair) {
        return pair.finding(
                rule.id() + ":" + pair.taking().drug().code(),
                rule.kind(),
                new Said(
                        rule.severity(),
                        "与 " + pair.zh() + "：" + rule.adviceZh(),
                        "With " + pair.en() + ": " + rule.adviceEn(),
                        rule.source()));
    }

    private static RationalUseFinding tooMuch(UseRule rule, Pair pair, BigDecimal aDay) {
        var milligrams = DoseArithmetic.plain(aDay).toPlainString();
        return pair.finding(
                rule.id() + ":" + pair.taking().drug().code(),
                rule.kind(),
                new Said(
                        rule.severity(),
                        "连同 " + pair.zh() + "，每天共 " + milligrams + " mg。" + rule.adviceZh(),
                        milligrams + " mg a day in all, with " + pair.en() + ". " + rule.adviceEn(),
                        rule.source()));
    }
}
