package org.wuduan.hub.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app: RFC 6238 with SHA-1, steps of 30 s and 6 digits, as every such app knows them. */
final class Totp {
    static final int STEP_SECONDS = 30;

    /** How many steps a phone's clock may be off, before and after. */
    static final int STEPS_OFF_MAX = 1;

    /** 160 bits: RFC 4226, section 4, R6. */
    private static final int SECRET_BYTES = 20;

    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** A new secret, base32 (RFC 4648) without padding. */
    static String newSecret() {
        var letters = new StringBuilder();
        for (int letter = 0; letter < SECRET_BYTES * Byte.SIZE / BITS; letter++) {
            letters.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
        }
        return letters.toString();
    }

    /** The time step whose code this is, if it is one that may be given now. */
    static OptionalLong step(String secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        for (long step = present - STEPS_OFF_MAX; step <= present + STEPS_OFF_MAX; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(), code.getBytes())) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** RFC 4226, section 5.3, over the number of a time step. */
    static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * BITS / Byte.SIZE);
        long held = 0;
        int bits = 0;
        for (var letter : base32.toCharArray()) {
            held = held << BITS | BASE32.indexOf(letter);
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
