package org.wuduan.contract;

import org.jspecify.annotations.Nullable;

/** RFC 9457 problem details. */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String field,
        @Nullable String state,
        @Nullable Integer retryAfterSeconds) {}
