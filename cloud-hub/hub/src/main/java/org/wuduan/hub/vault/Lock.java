package org.wuduan.hub.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce for each text, and HMAC-SHA256 to find equal texts again. Both keys
 * come from one by HKDF (RFC 5869), so that neither use tells anything of the other. Locked bytes are: one byte of
 * version, 12 of nonce, the ciphertext, 16 of tag.
 */
final class Lock {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey locking;
    private final SecretKey finding;

    Lock(byte[] key) {
        this.locking = derived(key, "wuduan vault 1: lock", "AES");
        this.finding = derived(key, "wuduan vault 1: find", "HmacSHA256");
    }

    private static SecretKey derived(byte[] key, String use, String algorithm) {
        try {
            var how = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .thenExpand(use.getBytes(StandardCharsets.US_ASCII), KeyFile.KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, how);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    byte[] lock(String text, String place) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @throws VaultDamaged when the bytes are not what was locked for this place under this key */
    String open(byte[] locked, String place) {
        if (locked.length < 1 + NONCE_BYTES + TAG_BITS / 8 || locked[0] != VERSION) {
            throw new VaultDamaged();
        }
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(locked, 1, nonce, 0, NONCE_BYTES);
        int from = 1 + NONCE_BYTES;
        try {
            var text = cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(locked, from, locked.length - from);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException changed) {
            throw new VaultDamaged();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, locking, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    byte[] fingerprint(String kind, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(finding);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            // no kind holds it, so that kind and text can't be divided in another way
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
