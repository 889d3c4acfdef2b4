package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Prescribing.PrescriptionRefusal;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.Problem;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Refusals of a prescription that name the rule, where it stands, and what it asks for and did not find. */
final class RuleRefusals {
    private RuleRefusals() {}

    /** @param first of what keeps it from being signed */
    static <T> Refused<T> notReady(PrescriptionRefusal first) {
        var rule = first.rule().name().toLowerCase(Locale.ROOT);
        return of(
                ProblemType.PRESCRIPTION_NOT_READY,
                rule,
                new Ground(rule.replace('_', '-'), first.source(), missing(first.rule())));
    }

    static <T> Refused<T> expired() {
        return of(
                ProblemType.PRESCRIPTION_EXPIRED,
                null,
                new Ground("prescription-validity", RuleSources.VALIDITY, List.of("valid-prescription")));
    }

    private record Ground(
            String rule, String source, @Nullable List<String> missing) {
        @Override
        public String toString() {
            return "Ground[‹redacted›]";
        }
    }

    private static <T> Refused<T> of(ProblemType type, @Nullable String detail, Ground ground) {
        return new Refused<>(new Problem(
                type.urn(),
                type.title(),
                type.status(),
                detail,
                null,
                null,
                null,
                ground.rule(),
                ground.source(),
                ground.missing()));
    }

    /** Words of the contract; null of a rule that forbids what is there. */
    private static @Nullable List<String> missing(PrescriptionRule rule) {
        return switch (rule) {
            case NO_LINES -> List.of("medicine");
            case DIAGNOSIS -> List.of("prescribed-diagnosis");
            case SUPPLY_REASON -> List.of("supply-reason");
            case LONG_TERM_ASSESSMENT -> List.of("assessment");
            case LONG_TERM_CONFIRMATION -> List.of("patient-key");
            case UNDER_SIX -> List.of("guardian");
            case OVERRIDE_MISSING -> List.of("override-reason");
            case DRUGS_MAX,
                    LINE_TWICE,
                    SUPPLY_DAYS,
                    EMERGENCY_DAYS,
                    LONG_TERM_WEEKS,
                    LONG_TERM_CLASS,
                    CONTROLLED_DRUG,
                    DRUG_UNKNOWN,
                    DOSE_UNIT,
                    DOSE_PART,
                    DOSE_ZERO,
                    DOSE_TOO_MANY -> null;
        };
    }
}
