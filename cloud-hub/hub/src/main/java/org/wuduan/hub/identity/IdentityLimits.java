package org.wuduan.hub.identity;

import java.time.Duration;

/** Limits of signing in and of enrolment (GB/T 22239-2019 level 3: lockout and idle logout). */
public final class IdentityLimits {
    public static final int FAILURES_MAX = 5;
    public static final Duration LOCKED_FOR = Duration.ofMinutes(10);
    public static final Duration IDLE_LOGOUT = Duration.ofMinutes(30);

    /** A session's last activity is written no more often than this. */
    public static final Duration ACTIVE_KEPT_EXACT_TO = Duration.ofSeconds(30);

    public static final Duration SESSION_MAX = Duration.ofHours(12);
    public static final Duration BOX_TOKEN_FOR = Duration.ofMinutes(10);
    public static final Duration BOX_CHALLENGE_FOR = Duration.ofMinutes(1);

    public static final Duration EXPIRED_KEPT_FOR = Duration.ofDays(1);

    /** Failures of a login count together unless a day without any lies between; longer than a lock lasts. */
    public static final Duration FAILURES_KEPT_FOR = Duration.ofDays(1);

    /** From the first attempt of an address. */
    public static final Duration ATTEMPTS_COUNTED_FOR = Duration.ofMinutes(10);

    /**
     * Failed sign-ins from one address. Generous: a whole hospital may come from one address, and everybody does where a
     * proxy stands before the hub; it is each login's own lock that stops a guesser.
     */
    public static final int FAILURES_FROM_ONE_ADDRESS_MAX = 100;

    /** Wrong enrolment codes from one address. */
    public static final int CODES_FROM_ONE_ADDRESS_MAX = 10;

    /** Wrong enrolment codes from all addresses together: a code has 40 random bits, whoever guesses. */
    public static final int CODES_IN_ALL_MAX = 1_000;

    /** Commands of one session within the same time: five a second all along, more than any hand gives. */
    public static final int COMMANDS_OF_ONE_SESSION_MAX = 3_000;

    /** Addresses remembered at the same time; beyond it, the one that began first is forgotten. */
    public static final int ADDRESSES_MAX = 10_000;

    /** How long an enrolment code that was made for a household is good. */
    public static final Duration CODE_FOR = Duration.ofMinutes(15);

    /** How long an activation link is good. */
    public static final Duration ACTIVATION_FOR = Duration.ofHours(24);

    /** How long the code of a box that announced itself is good; the box then gets another. */
    public static final Duration ANNOUNCEMENT_FOR = Duration.ofMinutes(10);

    /** Announcements of boxes from one address: a clinic sets up a shelf of them, each anew every ten minutes. */
    public static final int ANNOUNCEMENTS_FROM_ONE_ADDRESS_MAX = 50;

    /** Announcements of boxes from all addresses together. */
    public static final int ANNOUNCEMENTS_IN_ALL_MAX = 1_000;

    /** Boxes that wait to be confirmed at the same time, whatever was counted before a restart of the hub. */
    public static final int ANNOUNCED_MAX = 2_000;

    /** How long a binding code is good that the clinic hands out on paper. */
    public static final Duration CODE_OF_CLINIC_FOR = Duration.ofHours(24);

    /** The longest time for which rights are granted, where they end at all. */
    public static final Duration RIGHTS_FOR_MAX = Duration.ofDays(3_653);

    /** Wrong codes of a television that one person may enter. */
    public static final int CODES_OF_ONE_PERSON_MAX = 10;

    /** When a box was last seen is written no more often than this. */
    public static final Duration BOX_SEEN_KEPT_EXACT_TO = Duration.ofSeconds(30);

    /** Passwords checked at the same time; each takes 19 MiB while it lasts. */
    public static final int PASSWORD_CHECKS_MAX = 4;

    /** Between the password and the second factor, or while one is set up. */
    public static final Duration HALF_SESSION_FOR = Duration.ofMinutes(10);

    /** Made together, each good for one sign-in. */
    public static final int RECOVERY_CODES = 10;

    /** Of five bits each. */
    public static final int RECOVERY_CODE_LETTERS = 10;

    /** Sessions that a list shows; the newest. */
    public static final int SESSIONS_SHOWN_MAX = 50;

    /** Accounts that a search shows. */
    public static final int ACCOUNTS_SHOWN_MAX = 50;

    private IdentityLimits() {}
}
