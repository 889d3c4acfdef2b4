package org.wuduan.hub.identity;

import io.micrometer.core.instrument.Metrics;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;

/** Counts how sign-ins end; whose they were is the audit trail's. */
final class SignInFigures {
    private SignInFigures() {}

    /** @param step password or code */
    static <T> Outcome<T> counted(String step, Outcome<T> outcome) {
        var word = switch (outcome) {
            case Outcome.Done<T> _ -> "right";
            case Refused<T>(var problem) -> ProblemAnswers.word(problem);
        };
        Metrics.counter("wuduan.sign.ins", "step", step, "outcome", word).increment();
        return outcome;
    }
}
