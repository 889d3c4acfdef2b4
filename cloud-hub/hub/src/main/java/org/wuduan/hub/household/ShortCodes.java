package org.wuduan.hub.household;

import java.security.SecureRandom;

/** Codes that a person reads from one screen and types on another: forty random bits. */
final class ShortCodes {
    /** Without those that look alike. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortCodes() {}

    static String random() {
        var code = new StringBuilder();
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> code.append(LETTERS.charAt(letter)));
        return code.toString();
    }
}
