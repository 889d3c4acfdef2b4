package org.wuduan.hub.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.wuduan.signed.Ed25519Check;

/** Ed25519 (RFC 8032) with a private key in memory. */
final class Ed25519Signer implements Signer {
    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private Ed25519Signer(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey.clone();
    }

    static Ed25519Signer withNewKey() {
        try {
            var pair = KeyPairGenerator.getInstance(Ed25519Check.ALGORITHM).generateKeyPair();
            return new Ed25519Signer(pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @param privateKey what {@link #privateKey()} of an earlier one gave */
    static Ed25519Signer of(byte[] privateKey, byte[] publicKey) {
        try {
            var factory = KeyFactory.getInstance(Ed25519Check.ALGORITHM);
            return new Ed25519Signer(factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)), publicKey);
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalStateException(notAKey);
        }
    }

    /** PKCS #8 (RFC 5958), to be locked at once. */
    byte[] privateKey() {
        return privateKey.getEncoded();
    }

    @Override
    public String algorithm() {
        return Ed25519Check.ALGORITHM;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(Ed25519Check.ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
