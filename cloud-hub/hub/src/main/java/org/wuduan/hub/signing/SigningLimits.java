package org.wuduan.hub.signing;

import java.time.Duration;
import org.wuduan.contract.WireJson;

/** Limits of signing. */
final class SigningLimits {
    static final int PIN_DIGITS_MIN = 6;
    static final int PIN_DIGITS_MAX = 12;

    /** Different digits that a PIN has at least. */
    static final int PIN_DIFFERENT_DIGITS_MIN = 3;

    static final int WRONG_PINS_MAX = 5;
    static final Duration REFUSED_FOR = Duration.ofMinutes(10);

    /** Since the unlocking or the last signature. */
    static final Duration UNLOCKED_FOR = Duration.ofMinutes(15);

    /** PINs tried at the same time; each takes 46 MiB while it lasts. */
    static final int PIN_TRIALS_MAX = 1;

    /** Longest canonical text: what whoever verifies it reads as one string. */
    static final int PAYLOAD_CHARS_MAX = WireJson.STRING_LENGTH_MAX;

    private SigningLimits() {}
}
