package org.wuduan.hub.shared;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Problem;

/** Why an expected wish was not granted. Holds no patient data: it is shown and logged. */
public record Refused<T>(Problem problem) implements Outcome<T> {
    private static final long MILLIS_PER_SECOND = 1_000;

    public static <T> Refused<T> of(ProblemType type) {
        return of(type, null, null, null);
    }

    public static <T> Refused<T> field(String field) {
        return of(ProblemType.INVALID_FIELD, field, null, null);
    }

    /** @param why one word of the contract, never what was typed */
    public static <T> Refused<T> field(String field, String why) {
        var type = ProblemType.INVALID_FIELD;
        return new Refused<>(new Problem(type.urn(), type.title(), type.status(), why, field, null, null));
    }

    public static <T> Refused<T> state(String state) {
        return of(ProblemType.WRONG_STATE, null, state, null);
    }

    /**
     * A rule of the law is not met.
     *
     * @param source where it stands, with its article, or 依据待核
     * @param missing words of the contract, never what was typed
     */
    public static <T> Refused<T> rule(String rule, String source, List<String> missing) {
        var type = ProblemType.RULE_NOT_MET;
        return new Refused<>(
                new Problem(type.urn(), type.title(), type.status(), null, null, null, null, rule, source, missing));
    }

    /** @param wait told in whole seconds; the begun one counts, or whoever waits comes a moment too early */
    public static <T> Refused<T> retryAfter(ProblemType type, Duration wait) {
        return of(type, null, null, Math.toIntExact(Math.ceilDiv(wait.toMillis(), MILLIS_PER_SECOND)));
    }

    private static <T> Refused<T> of(
            ProblemType type, @Nullable String field, @Nullable String state, @Nullable Integer retryAfterSeconds) {
        return new Refused<>(
                new Problem(type.urn(), type.title(), type.status(), null, field, state, retryAfterSeconds));
    }

    /** The same refusal where another value was hoped for. */
    public <U> Refused<U> retyped() {
        return new Refused<>(problem);
    }
}
