package org.wuduan.hub.identity;

import java.time.Duration;

/** Limits of signing in (GB/T 22239-2019 level 3: lockout and idle logout). */
public final class IdentityLimits {
    public static final int FAILURES_MAX = 5;
    public static final Duration LOCKED_FOR = Duration.ofMinutes(10);
    public static final Duration IDLE_LOGOUT = Duration.ofMinutes(30);
    public static final Duration SESSION_MAX = Duration.ofHours(12);
    public static final Duration BOX_TOKEN_FOR = Duration.ofMinutes(10);
    public static final Duration BOX_CHALLENGE_FOR = Duration.ofMinutes(1);

    public static final Duration EXPIRED_KEPT_FOR = Duration.ofDays(1);

    /** Passwords checked at the same time; each takes 19 MiB while it lasts. */
    public static final int PASSWORD_CHECKS_MAX = 4;

    private IdentityLimits() {}
}
