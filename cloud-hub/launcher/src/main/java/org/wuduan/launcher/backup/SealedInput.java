package org.wuduan.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Decrypts a backup; every piece is verified before a byte of it is given out. */
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final Sealing sealing;
    private byte[] piece = {};
    private int given;
    private boolean ended;

    /** The file is no backup, not whole, changed, or of another key. */
    static final class NotWhole extends IOException {
        private static final long serialVersionUID = 1;

        NotWhole(String why) {
            super(why);
        }
    }

    SealedInput(InputStream source, BackupKey key) throws IOException {
        in = new PushbackInputStream(source);
        var header = in.readNBytes(Sealing.MAGIC.length + BackupKey.SALT_BYTES);
        if (header.length < Sealing.MAGIC.length + BackupKey.SALT_BYTES
                || !Arrays.equals(header, 0, Sealing.MAGIC.length, Sealing.MAGIC, 0, Sealing.MAGIC.length)) {
            throw new NotWhole("it is not a backup of this program");
        }
        try {
            var salt = Arrays.copyOfRange(header, Sealing.MAGIC.length, header.length);
            sealing = new Sealing(key.forSalt(salt), header, Cipher.DECRYPT_MODE);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        open("it is damaged at its beginning, or the key is not the one it was made with");
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (given == piece.length) {
            if (ended) {
                return -1;
            }
            open("it is damaged or cut off");
        }
        int part = Math.min(length, piece.length - given);
        System.arraycopy(piece, given, bytes, offset, part);
        given += part;
        return part;
    }

    private void open(String otherwise) throws IOException {
        var sealed = in.readNBytes(Sealing.PIECE + Sealing.TAG);
        int next = in.read();
        ended = next < 0;
        if (!ended) {
            in.unread(next);
        }
        try {
            piece = sealing.next(sealed, sealed.length, ended);
            given = 0;
        } catch (GeneralSecurityException changed) {
            throw new NotWhole(otherwise);
        }
    }
}
