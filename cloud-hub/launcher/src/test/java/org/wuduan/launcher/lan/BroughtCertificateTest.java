package org.wuduan.launcher.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.launcher.Trouble;

/** A certificate that an operator brings. */
class BroughtCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String ADDRESS = "192.168.1.20";
    private static final ServerNames CLINIC = new ServerNames(ADDRESS, List.of("clinic.example"));

    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;
    private CertifiedKey authority;
    private KeyPair server;

    @BeforeEach
    void a_certificate_and_its_key() throws Exception {
        certificate = folder.resolve("clinic.crt");
        key = folder.resolve("clinic.key");
        var authorityKey = Issuing.newKey();
        authority = new CertifiedKey(Issuing.authority(authorityKey, CLINIC, NOW), authorityKey.getPrivate());
        server = Issuing.newKey();
        Files.writeString(certificate, leaf(CLINIC) + Pem.text(authority.certificate()));
        writeKey(Pem.text(server.getPrivate()));
    }

    private String leaf(ServerNames names) {
        return Pem.text(Issuing.leaf(authority, server.getPublic(), names, NOW));
    }

    private void writeKey(String text) throws Exception {
        Files.writeString(key, text);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private BroughtCertificate checked(Instant now) {
        return BroughtCertificate.checked(certificate, key, ADDRESS, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void isRefused(Instant now, String... words) {
        assertThatThrownBy(() -> checked(now)).isInstanceOf(Trouble.class).hasMessageContainingAll(words);
    }

    @Test
    void one_that_fits_is_taken_with_its_names() {
        var brought = checked(NOW);

        assertThat(brought.typed()).containsExactly(ADDRESS, "clinic.example");
        assertThat(brought.authorityFile()).isEmpty();
        assertThat(brought.keepUp()).isEmpty();
    }

    @Test
    void a_key_in_the_older_dress_of_elliptic_curves_is_taken() throws Exception {
        var info = PrivateKeyInfo.getInstance(server.getPrivate().getEncoded());
        var parameters = info.getPrivateKeyAlgorithm().getParameters();
        var old = new ECPrivateKey(
                256, ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(), parameters);
        writeKey("-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(old.getEncoded())
                + "\n-----END EC PRIVATE KEY-----\n");

        assertThat(checked(NOW).typed()).contains("clinic.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY"})
    void an_rsa_key_is_taken_in_both_its_dresses(String dress) throws Exception {
        var maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        server = maker.generateKeyPair();
        Files.writeString(certificate, leaf(CLINIC) + Pem.text(authority.certificate()));
        var whole = PrivateKeyInfo.getInstance(server.getPrivate().getEncoded());
        var content = dress.startsWith("RSA") ? whole.getPrivateKey().getOctets() : whole.getEncoded();

        writeKey("-----BEGIN " + dress + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + dress + "-----\n");

        assertThat(checked(NOW).typed()).contains("clinic.example");
    }

    @Test
    void one_that_has_ended_meanwhile_is_told_as_ended() {
        var brought = checked(NOW);
        var later = Clock.fixed(NOW.plus(Issuing.LEAF_VALID).plusSeconds(1), ZoneOffset.UTC);

        var over = new BroughtCertificate(certificate, key, brought.names(), later);

        assertThatThrownBy(over::keepUp).isInstanceOf(Trouble.class).hasMessageContaining("ended on");
    }

    @Test
    void a_key_of_another_certificate_is_refused() throws Exception {
        writeKey(Pem.text(Issuing.newKey().getPrivate()));

        isRefused(NOW, key.toString(), "does not belong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw-----w-"})
    void a_key_that_others_can_reach_is_refused(String mode) throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));

        isRefused(NOW, key.toString(), "by others", "chmod 600");
    }

    @Test
    void one_that_is_over_or_has_not_begun_is_refused() {
        isRefused(NOW.plus(Issuing.LEAF_VALID).plusSeconds(1), "ended on");
        isRefused(NOW.minus(Issuing.BACKDATED).minusSeconds(1), "begins only on");
    }

    @Test
    void one_that_ends_within_thirty_days_is_told() {
        var soon = NOW.plus(Issuing.LEAF_VALID).minus(BroughtCertificate.TOLD_BEFORE_END);

        assertThat(checked(soon.minusSeconds(1)).keepUp()).isEmpty();
        assertThat(checked(soon).keepUp())
                .hasValueSatisfying(told -> assertThat(told).contains(certificate.toString(), "ends on"));
    }

    @Test
    void a_chain_in_the_wrong_order_is_refused() throws Exception {
        Files.writeString(certificate, Pem.text(authority.certificate()) + leaf(CLINIC));

        isRefused(NOW, certificate.toString(), "wrong order");
    }

    @Test
    void one_for_another_address_and_a_wildcard_alone_is_refused() throws Exception {
        Files.writeString(certificate, leaf(new ServerNames("10.0.0.1", List.of("*.clinic.example"))));

        isRefused(NOW, certificate.toString(), ADDRESS);
    }

    @Test
    void files_that_hold_something_else_are_refused() throws Exception {
        writeKey("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        isRefused(NOW, key.toString(), "without a password");

        writeKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        isRefused(NOW, key.toString(), "damaged");

        Files.writeString(certificate, "no certificate");
        isRefused(NOW, certificate.toString(), "no certificate");

        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        isRefused(NOW, certificate.toString(), "damaged");

        Files.delete(certificate);
        isRefused(NOW, certificate.toString(), "can't be read");
    }

    @Test
    void a_file_of_the_largest_size_is_read_and_a_larger_one_refused() throws Exception {
        var text = Files.readString(certificate);
        Files.writeString(certificate, text + "#".repeat(BroughtCertificate.FILE_BYTES_MAX - text.length()));
        assertThat(checked(NOW).typed()).isNotEmpty();

        Files.writeString(certificate, text + "#".repeat(BroughtCertificate.FILE_BYTES_MAX - text.length() + 1));
        isRefused(NOW, certificate.toString(), "larger than 256 KiB");
    }

    @Test
    void the_end_is_read_anew_from_a_file_that_was_renewed_in_place() throws Exception {
        var brought = checked(NOW.plus(Issuing.LEAF_VALID).minus(Duration.ofDays(1)));
        assertThat(brought.keepUp()).isPresent();

        Files.writeString(
                certificate,
                Pem.text(Issuing.leaf(authority, server.getPublic(), CLINIC, NOW.plus(Duration.ofDays(390)))));

        assertThat(brought.keepUp()).isEmpty();
    }
}
