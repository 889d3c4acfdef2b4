package org.wuduan.hub.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.apache.tomcat.util.net.jsse.PEMFile;

/**
 * The files of the network's certificate, which others replace while the hub runs: perhaps one after the other, and
 * perhaps half.
 *
 * @param certificate PEM, the server's own first
 * @param key PEM, RSA or EC; may be the same file
 */
record CertificateFiles(Path certificate, Path key) {

    /** Of the key in memory. Nobody else sees that store. */
    static final String PASSWORD = "in memory";

    private static final String ALIAS = "lan";

    /** What lay in both at one moment. */
    record Content(ByteBuffer certificate, ByteBuffer key) {

        /**
         * Both as Tomcat takes them: what was looked at is what is shown, whatever becomes of the files meanwhile.
         *
         * @throws IllegalArgumentException when one is damaged, or the key belongs to another certificate
         */
        KeyStore pair() {
            try {
                var chain = pem(certificate).getCertificates();
                var key = pem(this.key).getPrivateKey();
                if (chain.isEmpty() || key == null) {
                    throw new IllegalArgumentException("a certificate or its key is missing");
                }
                if (!fits(key, chain.getFirst().getPublicKey())) {
                    throw new IllegalArgumentException("the key belongs to another certificate");
                }
                var store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
                return store;
            } catch (IOException | GeneralSecurityException damaged) {
                throw new IllegalArgumentException("a certificate or its key is damaged", damaged);
            }
        }
    }

    /** @throws UncheckedIOException when one can't be read now */
    Content read() {
        try {
            return new Content(
                    ByteBuffer.wrap(Files.readAllBytes(certificate)), ByteBuffer.wrap(Files.readAllBytes(key)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PEMFile pem(ByteBuffer content) throws GeneralSecurityException {
        return pem(content.array());
    }

    /**
     * @throws GeneralSecurityException when it is no PEM, is damaged, or is of a kind that Tomcat's parser does not know:
     *     that one throws whatever it likes, an index out of bounds for an EC key without its public half
     */
    static PEMFile pem(byte[] content) throws GeneralSecurityException {
        try {
            return new PEMFile("lan", new ByteArrayInputStream(content), null, null);
        } catch (IOException | RuntimeException unreadable) {
            throw new GeneralSecurityException("no readable PEM", unreadable);
        }
    }

    private static boolean fits(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        var signature = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(key);
        signature.update(ALIAS.getBytes(UTF_8));
        var signed = signature.sign();
        signature.initVerify(certified);
        signature.update(ALIAS.getBytes(UTF_8));
        return signature.verify(signed);
    }
}
