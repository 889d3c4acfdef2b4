package org.wuduan.launcher.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Encrypts what is written; whole only after {@link #finish}. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Sealing sealing;
    private final byte[] piece = new byte[Sealing.PIECE];
    private int filled;

    SealedOutput(OutputStream out, BackupKey key) throws IOException {
        this.out = out;
        var salt = new byte[BackupKey.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var header = Arrays.copyOf(Sealing.MAGIC, Sealing.MAGIC.length + salt.length);
        System.arraycopy(salt, 0, header, Sealing.MAGIC.length, salt.length);
        try {
            sealing = new Sealing(key.forSalt(salt), header, Cipher.ENCRYPT_MODE);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        out.write(header);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (filled == piece.length) {
                seal(false);
            }
            int part = Math.min(piece.length - filled, length - done);
            System.arraycopy(bytes, offset + done, piece, filled, part);
            filled += part;
            done += part;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(sealing.next(piece, filled, last));
            filled = 0;
        } catch (GeneralSecurityException failure) {
            throw new IOException("a piece could not be encrypted", failure);
        }
    }

    /** Writes the last piece; a backup without it is refused as cut off. */
    void finish() throws IOException {
        seal(true);
        out.flush();
    }
}
