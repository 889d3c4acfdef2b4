package org.wuduan.acceptance;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app on a person's phone: makes codes from the key that was typed into it (RFC 6238 with SHA-1, 30 s, 6 digits),
 * written without a look at how the hub does it.
 *
 * @param key base32, with the blanks in which the page shows it
 */
record Authenticator(String key) {
    private static final int STEP_MILLIS = 30_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;
    private static final int LAST_BITS = 0x7FFF_FFFF;
    private static final int CODES = 1_000_000;
    /** Codes of so many steps around the present are kept off what is called wrong. */
    private static final int STEPS_AROUND = 10;

    /** The time step that a right clock is in. */
    static long now() {
        return Instant.now().toEpochMilli() / STEP_MILLIS;
    }

    String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret(), mac.getAlgorithm()));
            var hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int cut = hash.getInt(hash.get(hash.limit() - 1) & 0xF) & LAST_BITS;
            return "%06d".formatted(cut % CODES);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Six digits that no clock near the right time shows. */
    String wrongCode() {
        long present = now();
        var near = LongStream.rangeClosed(present - STEPS_AROUND, present + STEPS_AROUND)
                .mapToObj(this::code)
                .toList();
        return IntStream.range(0, CODES)
                .mapToObj("%06d"::formatted)
                .filter(code -> !near.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private byte[] secret() {
        var letters = key.replace(" ", "");
        var number = letters.chars()
                .mapToObj(letter -> BigInteger.valueOf(BASE32.indexOf(letter)))
                .reduce(
                        BigInteger.ZERO,
                        (before, five) -> before.shiftLeft(BASE32_BITS).or(five));
        var bytes = new byte[letters.length() * BASE32_BITS / Byte.SIZE];
        for (int at = bytes.length - 1; at >= 0; at--) {
            bytes[at] = number.byteValue();
            number = number.shiftRight(Byte.SIZE);
        }
        return bytes;
    }
}
