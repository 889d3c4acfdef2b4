package org.wuduan.launcher.lan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Certificates and keys as text (RFC 7468), also in the older dresses of keys (RFC 8017 and RFC 5915). */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String text(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException impossible) {
            throw new IllegalStateException("what was parsed is encoded", impossible);
        }
    }

    static String text(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        if (factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new CertificateException("no X.509 certificate");
    }

    /** The certificates of a text in their order; what else stands there is passed over. */
    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        var all = new ArrayList<X509Certificate>();
        for (MatchResult found : BLOCK.matcher(text).results().toList()) {
            if (found.group(1).equals("CERTIFICATE")) {
                all.add(certificate(bytes(found)));
            }
        }
        return all;
    }

    /** The first private key of a text that is not locked by a password. */
    static Optional<PrivateKey> key(String text) throws GeneralSecurityException {
        for (MatchResult found : BLOCK.matcher(text).results().toList()) {
            if (found.group(1).endsWith("PRIVATE KEY")) {
                return key(found.group(1), bytes(found));
            }
        }
        return Optional.empty();
    }

    private static Optional<PrivateKey> key(String kind, byte[] content) throws GeneralSecurityException {
        try {
            return switch (kind) {
                case "PRIVATE KEY" -> Optional.of(key(PrivateKeyInfo.getInstance(content)));
                case "RSA PRIVATE KEY" ->
                    Optional.of(key(new PrivateKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            RSAPrivateKey.getInstance(content))));
                case "EC PRIVATE KEY" -> {
                    var key = ECPrivateKey.getInstance(content);
                    yield Optional.of(key(new PrivateKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
                            key)));
                }
                default -> Optional.empty();
            };
        } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
            throw new GeneralSecurityException("no private key", broken);
        }
    }

    private static PrivateKey key(PrivateKeyInfo info) throws GeneralSecurityException, IOException {
        var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        var name = algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                ? "RSA"
                : algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "";
        if (name.isEmpty()) {
            throw new GeneralSecurityException("neither RSA nor EC");
        }
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    private static byte[] bytes(MatchResult block) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(block.group(2));
        } catch (IllegalArgumentException broken) {
            throw new GeneralSecurityException("no Base64", broken);
        }
    }
}
