package org.wuduan.hub.signing;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.wuduan.signed.SignatureCheck;

/**
 * SM2 with SM3 (GB/T 32918.2-2016) and the identity of its default, in memory: what the device of a certificate authority
 * would do behind the same port.
 */
final class Sm2Signer implements Signer {
    static final String ALGORITHM = "SM2";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AsymmetricCipherKeyPair pair;

    Sm2Signer() {
        var generator = new ECKeyPairGenerator();
        var curve = new ECNamedDomainParameters(
                GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
        generator.init(new ECKeyGenerationParameters(curve, RANDOM));
        this.pair = generator.generateKeyPair();
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public byte[] publicKey() {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                    .getEncoded();
        } catch (IOException notAKey) {
            throw new IllegalStateException(notAKey);
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        var signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(pair.getPrivate(), RANDOM));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException notSigned) {
            throw new IllegalStateException(notSigned);
        }
    }

    /** The public half. */
    static final class Check implements SignatureCheck {
        @Override
        public String algorithm() {
            return ALGORITHM;
        }

        @Override
        public boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
            try {
                var signer = new SM2Signer();
                signer.init(false, PublicKeyFactory.createKey(publicKey));
                signer.update(message, 0, message.length);
                return signer.verifySignature(signature);
            } catch (IOException | IllegalArgumentException | IllegalStateException changedKey) {
                return false;
            }
        }
    }
}
