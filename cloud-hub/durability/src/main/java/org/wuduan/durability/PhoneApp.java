package org.wuduan.durability;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app that makes the codes of a second factor: RFC 6238 with SHA-1, steps of 30 s, six digits. */
final class PhoneApp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;

    private final byte[] secret;
    private int given;

    /** @param base32 a secret of 160 bits (RFC 4648) */
    PhoneApp(String base32) {
        var digits = base32.chars()
                .mapToObj(letter -> Integer.toString(BASE32.indexOf(letter), BASE32.length()))
                .collect(Collectors.joining());
        var number = new BigInteger(digits, BASE32.length()).toByteArray();
        var bytes = ByteBuffer.allocate(SECRET_BYTES);
        int sign = Math.max(0, number.length - SECRET_BYTES);
        bytes.position(SECRET_BYTES - number.length + sign).put(number, sign, number.length - sign);
        secret = bytes.array();
    }

    /** A code that was not given before: the second one, at once, is that of the next step, which the hub takes early. */
    String code() throws GeneralSecurityException {
        long step = Instant.now().getEpochSecond() / STEP_SECONDS + given++;
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
        var hash = ByteBuffer.wrap(
                mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
        int cut = hash.getInt(hash.get(hash.limit() - 1) & 0xF) & Integer.MAX_VALUE;
        return "%06d".formatted(cut % CODES);
    }
}
