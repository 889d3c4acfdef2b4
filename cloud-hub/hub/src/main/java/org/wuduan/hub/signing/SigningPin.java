package org.wuduan.hub.signing;

/** Which PINs are too easy to guess. Whoever has the database and the server's key can still try them all, slowly. */
final class SigningPin {
    private SigningPin() {}

    static boolean tooEasy(String pin) {
        boolean length = pin.length() >= SigningLimits.PIN_DIGITS_MIN && pin.length() <= SigningLimits.PIN_DIGITS_MAX;
        return !length
                || !pin.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                || pin.chars().distinct().count() < SigningLimits.PIN_DIFFERENT_DIGITS_MIN
                || equalSteps(pin)
                || repeats(pin);
    }

    /** 123456, 987654, 135791: each digit as far from the last, counting on from nine to nought. */
    private static boolean equalSteps(String pin) {
        int step = step(pin, 1);
        for (int at = 2; at < pin.length(); at++) {
            if (step(pin, at) != step) {
                return false;
            }
        }
        return true;
    }

    private static int step(String pin, int at) {
        return Math.floorMod(pin.charAt(at) - pin.charAt(at - 1), 10);
    }

    /** 123123: a part of it again and again. */
    private static boolean repeats(String pin) {
        // within the PIN written twice, a PIN that repeats itself begins again before its second half
        return (pin + pin).indexOf(pin, 1) < pin.length();
    }
}
