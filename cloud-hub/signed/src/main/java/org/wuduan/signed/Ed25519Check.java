package org.wuduan.signed;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** Ed25519 (RFC 8032) as every JDK has it. */
public final class Ed25519Check implements SignatureCheck {
    public static final String ALGORITHM = "Ed25519";

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException changedKeyOrSignature) {
            return false;
        }
    }
}
