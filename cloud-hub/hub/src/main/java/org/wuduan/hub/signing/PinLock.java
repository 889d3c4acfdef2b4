package org.wuduan.hub.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/**
 * Locks a private key under a PIN: AES-256-GCM (NIST SP 800-38D) with a key of Argon2id (RFC 9106). Locked bytes are: 16 of
 * salt, 12 of nonce, the ciphertext, 16 of tag.
 */
@Component
class PinLock {
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    /** 46 MiB and more than the one pass that OWASP's password storage cheat sheet asks for with it. */
    private static final int MEMORY_KIB = 47_104;

    private static final int PASSES = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore trials = new Semaphore(SigningLimits.PIN_TRIALS_MAX);

    byte[] lock(byte[] privateKey, String pin, UUID key) {
        var salt = random(SALT_BYTES);
        var nonce = random(NONCE_BYTES);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, derived(pin, salt), nonce, key).doFinal(privateKey);
            return ByteBuffer.allocate(SALT_BYTES + NONCE_BYTES + sealed.length)
                    .put(salt)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The private key; empty when the PIN is wrong. */
    Optional<byte[]> open(byte[] locked, String pin, UUID key) {
        var salt = Arrays.copyOf(locked, SALT_BYTES);
        int from = SALT_BYTES + NONCE_BYTES;
        var nonce = Arrays.copyOfRange(locked, SALT_BYTES, from);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, derived(pin, salt), nonce, key)
                    .doFinal(locked, from, locked.length - from));
        } catch (AEADBadTagException wrongPin) {
            return Optional.empty();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private byte[] derived(String pin, byte[] salt) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var derived = new byte[KEY_BYTES];
        trials.acquireUninterruptibly();
        try {
            argon2.generateBytes(pin.getBytes(StandardCharsets.US_ASCII), derived);
        } finally {
            trials.release();
        }
        return derived;
    }

    /** Bound to the id of its key: copied to another row it no longer opens. */
    private static Cipher cipher(int mode, byte[] derived, byte[] nonce, UUID key) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(key.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
