package org.wuduan.launcher.backup;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wuduan.launcher.Trouble;

/** The passphrase in a key file, from which each backup's own key is made with a salt of its own. */
final class BackupKey {
    static final int SALT_BYTES = 16;

    /** Shorter ones are guessed. */
    static final int LENGTH_MIN = 16;

    private static final int LENGTH_MAX = 4_096;

    /** OWASP's number for PBKDF2 with SHA-512. */
    private static final int ITERATIONS = 210_000;

    private static final int KEY_BITS = 256;

    private final char[] passphrase;

    /** The last one made: a backup is written and then read, and a restore reads it twice, with the same salt. */
    private @Nullable Made newest;

    private record Made(byte[] salt, SecretKey key) {}

    private BackupKey(char[] passphrase) {
        this.passphrase = passphrase;
    }

    /** Reads a key file; white space around the passphrase does not count. */
    static BackupKey in(Path file) {
        try {
            if (Files.size(file) > LENGTH_MAX) {
                throw new Trouble("The key file " + file + " is longer than " + LENGTH_MAX
                        + " bytes: it must hold one line with a passphrase.");
            }
            var text = Files.readString(file).strip();
            if (text.length() < LENGTH_MIN) {
                throw new Trouble("The key in " + file + " is shorter than " + LENGTH_MIN
                        + " characters: make a better one with 'head -c 32 /dev/urandom | base64 > " + file + "'.");
            }
            return new BackupKey(text.toCharArray());
        } catch (NoSuchFileException missing) {
            throw new Trouble("There is no key file " + file
                    + ": make one with 'head -c 32 /dev/urandom | base64 > " + file
                    + "', and keep a copy away from this machine, because without it no backup can be restored.");
        } catch (CharacterCodingException binary) {
            throw new Trouble(
                    "The key file " + file + " is not text: it must hold one line with a passphrase.", binary);
        } catch (IOException unreadable) {
            throw new Trouble("The key file " + file + " can't be read: check who owns it.", unreadable);
        }
    }

    synchronized SecretKey forSalt(byte[] salt) throws GeneralSecurityException {
        var known = newest;
        if (known != null && Arrays.equals(known.salt(), salt)) {
            return known.key();
        }
        var made = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(passphrase, salt, ITERATIONS, KEY_BITS));
        var key = new SecretKeySpec(made.getEncoded(), "AES");
        newest = new Made(salt.clone(), key);
        return key;
    }
}
