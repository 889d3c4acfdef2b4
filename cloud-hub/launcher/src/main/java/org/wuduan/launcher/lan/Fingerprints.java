package org.wuduan.launcher.lan;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * The fingerprints of a whole certificate as terminals show them, for people who compare.
 *
 * @param sha256 {@code AB:CD:…}
 * @param sha1 {@code abcd…}, the only one that Windows shows. Enough to recognise a certificate that we made: nobody can
 *     make another one with the same.
 */
public record Fingerprints(String sha256, String sha1) {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    static Fingerprints of(X509Certificate certificate) {
        return new Fingerprints(
                COLONS.formatHex(hash("SHA-256", certificate)), HexFormat.of().formatHex(hash("SHA-1", certificate)));
    }

    private static byte[] hash(String algorithm, X509Certificate certificate) {
        try {
            return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has it", impossible);
        }
    }
}
