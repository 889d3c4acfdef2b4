package org.wuduan.launcher.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificate that is made when nobody brought one. */
class GeneratedCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ServerNames CLINIC = names("192.168.1.20", "clinic");

    @TempDir
    private Path secrets;

    private static ServerNames names(String address, String host) {
        return new ServerNames(address, List.of(host + ".clinic.example", host + ".local"));
    }

    private GeneratedCertificate at(Instant now, ServerNames names) {
        return new GeneratedCertificate(secrets, names, Clock.fixed(now, ZoneOffset.UTC));
    }

    private String file(String name) throws IOException {
        return Files.readString(secrets.resolve(name));
    }

    @Test
    void the_first_start_makes_an_authority_and_a_certificate_for_the_address_and_the_names() throws Exception {
        var made = at(NOW, CLINIC);

        assertThat(made.keepUp()).isEmpty();

        var leaf = Pem.certificates(file(GeneratedCertificate.LEAF)).getFirst();
        var authority =
                Pem.certificates(file(GeneratedCertificate.AUTHORITY_SHOWN)).getFirst();
        leaf.verify(authority.getPublicKey());
        assertThat(SubjectNames.of(leaf)).isEqualTo(Set.of("192.168.1.20", "clinic.clinic.example", "clinic.local"));
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(authority.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(Duration.between(
                        leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(825));
        assertThat(made.authorityFingerprints()).hasValue(Fingerprints.of(authority));
        assertThat(Fingerprints.of(authority).sha256()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(Fingerprints.of(authority).sha1()).matches("[0-9a-f]{40}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {GeneratedCertificate.AUTHORITY, GeneratedCertificate.AUTHORITY_SHOWN, GeneratedCertificate.LEAF})
    void its_owner_alone_reads_every_file(String file) throws Exception {
        at(NOW, CLINIC).keepUp();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve(file))))
                .isEqualTo("rw-------");
    }

    @Test
    void what_people_are_given_holds_no_key() throws Exception {
        at(NOW, CLINIC).keepUp();

        assertThat(file(GeneratedCertificate.AUTHORITY_SHOWN)).doesNotContain("PRIVATE KEY");
        assertThat(file(GeneratedCertificate.AUTHORITY)).contains("PRIVATE KEY");
    }

    @Test
    void the_next_start_keeps_both() throws Exception {
        at(NOW, CLINIC).keepUp();
        var authority = file(GeneratedCertificate.AUTHORITY);
        var leaf = file(GeneratedCertificate.LEAF);

        assertThat(at(NOW.plus(Duration.ofDays(366)), CLINIC).keepUp()).isEmpty();

        assertThat(file(GeneratedCertificate.AUTHORITY)).isEqualTo(authority);
        assertThat(file(GeneratedCertificate.LEAF)).isEqualTo(leaf);
    }

    @Test
    void a_certificate_that_ends_within_thirty_days_is_renewed_under_the_same_authority() throws Exception {
        at(NOW, CLINIC).keepUp();
        var authority = file(GeneratedCertificate.AUTHORITY);
        var end = NOW.plus(Issuing.LEAF_VALID);
        var limit = end.minus(GeneratedCertificate.RENEWED_BEFORE_END);
        var leaf = file(GeneratedCertificate.LEAF);

        assertThat(at(limit, CLINIC).keepUp()).isEmpty();
        assertThat(file(GeneratedCertificate.LEAF)).isEqualTo(leaf);
        assertThat(at(limit.plusSeconds(1), CLINIC).keepUp()).isPresent();

        assertThat(file(GeneratedCertificate.LEAF)).isNotEqualTo(leaf);
        assertThat(file(GeneratedCertificate.AUTHORITY)).isEqualTo(authority);
    }

    @Test
    void another_address_of_a_private_network_gets_a_new_certificate_that_phones_trust_already() throws Exception {
        at(NOW, CLINIC).keepUp();
        var authority = file(GeneratedCertificate.AUTHORITY);

        assertThat(at(NOW, names("10.4.0.9", "clinic")).keepUp()).isPresent();

        assertThat(file(GeneratedCertificate.AUTHORITY)).isEqualTo(authority);
        assertThat(SubjectNames.of(
                        Pem.certificates(file(GeneratedCertificate.LEAF)).getFirst()))
                .contains("10.4.0.9")
                .doesNotContain("192.168.1.20");
    }

    @Test
    void a_machine_that_was_renamed_gets_a_new_certificate_that_phones_trust_already() throws Exception {
        at(NOW, CLINIC).keepUp();
        var authority = file(GeneratedCertificate.AUTHORITY);
        var renamed = at(NOW, names("192.168.1.20", "other"));

        assertThat(renamed.keepUp())
                .hasValueSatisfying(told -> assertThat(told).contains("not for other.clinic.example:"));

        assertThat(file(GeneratedCertificate.AUTHORITY)).isEqualTo(authority);
        assertThat(renamed.accepted()).containsExactly("192.168.1.20", "other.local");
        assertThat(renamed.keepUp()).isEmpty();
    }

    @Test
    void an_authority_that_may_not_vouch_for_the_address_is_replaced_and_that_is_told() throws Exception {
        at(NOW, CLINIC).keepUp();
        var authority = file(GeneratedCertificate.AUTHORITY);
        var moved = at(NOW, names("203.0.113.5", "clinic"));

        assertThat(moved.keepUp()).hasValueSatisfying(told -> assertThat(told).contains("trust the new"));

        assertThat(file(GeneratedCertificate.AUTHORITY)).isNotEqualTo(authority);
        assertThat(moved.keepUp()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.clinic", "clinic.example", "bank.example"})
    void the_authority_of_a_machine_called_clinic_vouches_for_no_site(String site) throws Exception {
        at(NOW, new ServerNames("192.168.1.20", NetworkAddress.hostNames("clinic")))
                .keepUp();
        var text = file(GeneratedCertificate.AUTHORITY);
        var authority = Pem.certificates(text).getFirst();
        var identity = new CertifiedKey(authority, Pem.key(text).orElseThrow());

        assertThat(isBelieved(identity, "clinic.local")).isTrue();
        assertThat(isBelieved(identity, site)).isFalse();
    }

    /** As terminals judge that apply an authority's constraints. */
    private static boolean isBelieved(CertifiedKey authority, String site) throws Exception {
        var names = new ServerNames("192.168.1.20", List.of(site));
        var leaf = Issuing.leaf(authority, Issuing.newKey().getPublic(), names, NOW);
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, authority.certificate()));
        try {
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (CertPathValidatorException refused) {
            return false;
        }
    }

    @Test
    void a_machine_whose_name_has_no_dot_is_in_the_certificate_by_its_local_name_alone() throws Exception {
        var made = at(NOW, new ServerNames("192.168.1.20", NetworkAddress.hostNames("clinic")));

        made.keepUp();

        assertThat(made.accepted()).containsExactlyInAnyOrder("192.168.1.20", "clinic.local");
    }

    @Test
    void a_name_without_a_dot_is_no_name_of_a_server() {
        assertThatThrownBy(() -> new ServerNames("192.168.1.20", List.of("clinic")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "damaged"})
    void an_authority_that_was_deleted_or_damaged_is_replaced_and_that_is_told(String content) throws Exception {
        at(NOW, CLINIC).keepUp();
        var shown = file(GeneratedCertificate.AUTHORITY_SHOWN);
        var kept = secrets.resolve(GeneratedCertificate.AUTHORITY);
        if (content.isEmpty()) {
            Files.delete(kept);
        } else {
            Files.writeString(kept, content);
        }

        assertThat(at(NOW, CLINIC).keepUp())
                .hasValueSatisfying(told -> assertThat(told).contains("trust the new"));

        assertThat(file(GeneratedCertificate.AUTHORITY_SHOWN)).isNotEqualTo(shown);
        assertThat(at(NOW, CLINIC).keepUp()).isEmpty();
    }

    @Test
    void an_authority_that_was_replaced_but_not_told_before_a_power_cut_is_told_at_the_next_start() throws Exception {
        at(NOW, CLINIC).keepUp();
        var before = file(GeneratedCertificate.AUTHORITY_SHOWN);
        Files.delete(secrets.resolve(GeneratedCertificate.AUTHORITY));
        at(NOW, CLINIC).keepUp();
        Files.writeString(secrets.resolve(GeneratedCertificate.AUTHORITY_SHOWN), before);

        assertThat(at(NOW, CLINIC).keepUp())
                .hasValueSatisfying(told -> assertThat(told).contains("trust the new"));
    }

    @Test
    void an_authority_that_was_deleted_with_its_copy_for_people_is_replaced_and_that_is_told() throws Exception {
        at(NOW, CLINIC).keepUp();
        Files.delete(secrets.resolve(GeneratedCertificate.AUTHORITY));
        Files.delete(secrets.resolve(GeneratedCertificate.AUTHORITY_SHOWN));

        assertThat(at(NOW, CLINIC).keepUp())
                .hasValueSatisfying(told -> assertThat(told).contains("trust the new"));
    }

    @Test
    void a_damaged_copy_for_people_is_written_anew_and_nobody_needs_to_trust_anew() throws Exception {
        at(NOW, CLINIC).keepUp();
        var shown = file(GeneratedCertificate.AUTHORITY_SHOWN);
        Files.writeString(secrets.resolve(GeneratedCertificate.AUTHORITY_SHOWN), "damaged");

        assertThat(at(NOW, CLINIC).keepUp()).isEmpty();

        assertThat(file(GeneratedCertificate.AUTHORITY_SHOWN)).isEqualTo(shown);
    }

    @Test
    void what_cannot_be_read_now_is_listed_as_it_shall_be() throws Exception {
        var made = at(NOW, CLINIC);
        Files.createDirectory(secrets.resolve(GeneratedCertificate.LEAF));
        Files.createDirectory(secrets.resolve(GeneratedCertificate.AUTHORITY));

        assertThat(made.accepted()).isEqualTo(CLINIC.all());
        assertThat(made.authorityFingerprints()).isEmpty();
    }

    @Test
    void an_authority_of_a_public_address_vouches_for_no_other_public_one() throws Exception {
        at(NOW, names("203.0.113.5", "clinic")).keepUp();

        assertThat(at(NOW, names("203.0.113.6", "clinic")).keepUp())
                .hasValueSatisfying(told -> assertThat(told).contains("trust the new"));
    }

    @Test
    void an_authority_never_ends_before_what_it_vouches_for() throws Exception {
        at(NOW, CLINIC).keepUp();
        var authority = file(GeneratedCertificate.AUTHORITY);
        var late = NOW.plus(Issuing.AUTHORITY_VALID).minus(Issuing.LEAF_VALID);

        assertThat(at(late, CLINIC).keepUp()).isPresent();

        assertThat(file(GeneratedCertificate.AUTHORITY)).isNotEqualTo(authority);
    }

    @Test
    void a_damaged_file_is_made_anew() throws Exception {
        at(NOW, CLINIC).keepUp();
        Files.writeString(secrets.resolve(GeneratedCertificate.LEAF), "");

        at(NOW, CLINIC).keepUp();

        assertThat(Pem.certificates(file(GeneratedCertificate.LEAF))).hasSize(1);
        assertThat(Pem.key(file(GeneratedCertificate.LEAF))).isPresent();
    }
}
