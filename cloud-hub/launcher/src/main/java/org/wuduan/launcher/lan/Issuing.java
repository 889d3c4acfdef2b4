package org.wuduan.launcher.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Makes X.509 certificates (RFC 5280) with ECDSA over P-256, which every phone knows. The JDK verifies certificates but
 * makes none; only the structures are Bouncy Castle's, keys and signatures are the JDK's.
 */
final class Issuing {

    /** Phones refuse a certificate of an authority that was added by hand beyond 825 days; this is well below. */
    static final Duration LEAF_VALID = Duration.ofDays(397);

    static final Duration AUTHORITY_VALID = Duration.ofDays(3650);

    /** A phone's clock may be slow. */
    static final Duration BACKDATED = Duration.ofHours(24);

    /**
     * Networks that no one owns (RFC 1918, RFC 6598, RFC 3927). Our authority may vouch for addresses in them and for
     * nothing else: who stole its key could not pretend to be a bank before the phones that trust it.
     */
    private static final List<String> PRIVATE_NETWORKS = List.of(
            "10.0.0.0/255.0.0.0",
            "172.16.0.0/255.240.0.0",
            "192.168.0.0/255.255.0.0",
            "100.64.0.0/255.192.0.0",
            "169.254.0.0/255.255.0.0");

    /** Names below it are given by multicast DNS (RFC 6762) and are nobody's either: a machine may be renamed. */
    private static final String LOCAL_NAMES = "local";

    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final int SERIAL_BITS = 120;
    private static final int IDENTIFIER_BYTES = 20;

    /** X.520, ub-common-name. */
    private static final int COMMON_NAME_MAX = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Issuing() {}

    static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    /**
     * A certificate authority for servers that signs for private networks, names below .local, this address and these
     * hosts alone.
     */
    static X509Certificate authority(KeyPair key, ServerNames names, Instant now) {
        var subject = name("Wuduan " + names.hosts().getFirst());
        var extensions = new ExtensionsGenerator();
        add(extensions, Extension.basicConstraints, true, new BasicConstraints(0));
        add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        add(extensions, Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key.getPublic())));
        add(extensions, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        add(extensions, Extension.nameConstraints, true, new NameConstraints(permitted(names), null));
        var frame = frame(subject, key.getPublic(), now, AUTHORITY_VALID);
        frame.setIssuer(subject);
        frame.setExtensions(extensions.generate());
        return signed(frame.generateTBSCertificate(), key.getPrivate());
    }

    /** A server's certificate for exactly these names. */
    static X509Certificate leaf(CertifiedKey authority, PublicKey key, ServerNames names, Instant now) {
        var extensions = new ExtensionsGenerator();
        add(extensions, Extension.basicConstraints, true, new BasicConstraints(false));
        add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(extensions, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        add(extensions, Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
        add(
                extensions,
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(identifier(authority.certificate().getPublicKey())));
        add(extensions, Extension.subjectAlternativeName, false, new GeneralNames(alternatives(names)));
        var frame = frame(name(names.hosts().getFirst()), key, now, LEAF_VALID);
        frame.setIssuer(X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded()));
        frame.setExtensions(extensions.generate());
        return signed(frame.generateTBSCertificate(), authority.key());
    }

    private static V3TBSCertificateGenerator frame(X500Name subject, PublicKey key, Instant now, Duration valid) {
        var frame = new V3TBSCertificateGenerator();
        frame.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS)));
        frame.setSignature(ECDSA);
        frame.setStartDate(new Time(Date.from(now.minus(BACKDATED))));
        frame.setEndDate(new Time(Date.from(now.plus(valid))));
        frame.setSubject(subject);
        frame.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        return frame;
    }

    private static X509Certificate signed(TBSCertificate content, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content.getEncoded(ASN1Encoding.DER));
            var whole = new ASN1EncodableVector();
            whole.add(content);
            whole.add(ECDSA);
            whole.add(new DERBitString(signature.sign()));
            return Pem.certificate(new DERSequence(whole).getEncoded(ASN1Encoding.DER));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of our own signs", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static GeneralSubtree[] permitted(ServerNames names) {
        var trees = new ArrayList<GeneralSubtree>();
        PRIVATE_NETWORKS.forEach(
                network -> trees.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, network))));
        trees.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, names.address() + "/255.255.255.255")));
        Stream.concat(Stream.of(LOCAL_NAMES), names.hosts().stream())
                .forEach(host -> trees.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, host))));
        return trees.toArray(GeneralSubtree[]::new);
    }

    private static GeneralName[] alternatives(ServerNames names) {
        var all = new ArrayList<GeneralName>();
        all.add(new GeneralName(GeneralName.iPAddress, names.address()));
        names.hosts().forEach(host -> all.add(new GeneralName(GeneralName.dNSName, host)));
        return all.toArray(GeneralName[]::new);
    }

    private static X500Name name(String common) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, common.length() > COMMON_NAME_MAX ? common.substring(0, COMMON_NAME_MAX) : common)
                .build();
    }

    /** RFC 7093, method 1. */
    private static byte[] identifier(PublicKey key) {
        try {
            var bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getBytes();
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bits), IDENTIFIER_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void add(ExtensionsGenerator to, ASN1ObjectIdentifier what, boolean critical, ASN1Encodable value) {
        try {
            to.addExtension(what, critical, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
