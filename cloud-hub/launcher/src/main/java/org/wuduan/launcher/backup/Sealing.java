package org.wuduan.launcher.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM by pieces: each has its number in its nonce, and the last one says so in it, so that pieces that are changed,
 * swapped, left out or cut off at the end are found (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár).
 */
final class Sealing {
    static final byte[] MAGIC = "WUDUAN-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);

    /** Plain bytes of every piece but the last. */
    static final int PIECE = 1 << 20;

    static final int TAG = 16;

    private static final int NONCE = 12;
    private static final int TAG_BITS = TAG * 8;

    private final SecretKey key;
    private final byte[] header;
    private final int mode;
    private long number;

    /** @param header magic and salt, bound into every piece; @param mode of {@link Cipher} */
    Sealing(SecretKey key, byte[] header, int mode) {
        this.key = key;
        this.header = header.clone();
        this.mode = mode;
    }

    byte[] next(byte[] piece, int length, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE).putLong(number++).putInt(last ? 1 : 0);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce.array()));
        cipher.updateAAD(header);
        return cipher.doFinal(piece, 0, length);
    }
}
