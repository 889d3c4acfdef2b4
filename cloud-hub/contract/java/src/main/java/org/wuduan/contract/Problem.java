package org.wuduan.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param rule id of the rule that forbids it, for example follow-up-evidence
 * @param source where that rule stands, with its article, or 依据待核
 * @param missing what the rule asks for and was not there, in words of the contract, never what was typed
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String field,
        @Nullable String state,
        @Nullable Integer retryAfterSeconds,
        @Nullable String rule,
        @Nullable String source,
        @Nullable List<String> missing) {
    public Problem {
        missing = missing == null ? null : List.copyOf(missing);
    }

    /** A problem that no rule of the law stands behind. */
    public Problem(
            String type,
            String title,
            int status,
            @Nullable String detail,
            @Nullable String field,
            @Nullable String state,
            @Nullable Integer retryAfterSeconds) {
        this(type, title, status, detail, field, state, retryAfterSeconds, null, null, null);
    }
}
