package org.wuduan.launcher.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Ports;
import org.wuduan.launcher.Trouble;

/** At a start: what a person typed wrongly is refused, what was right at the last start is not. */
class LanStartTest {
    /** RFC 5737: nobody's, so never this machine's. */
    private static final String AWAY = "192.0.2.7";

    @TempDir
    private Path folder;

    private DataFolder data;

    @BeforeEach
    void a_data_folder() throws Exception {
        data = new DataFolder(folder);
        Files.createDirectories(data.run());
        Files.createDirectories(data.secrets());
    }

    private LanStart start(boolean goesOn) {
        return new LanStart(data, new Ports(data.run().resolve("ports.properties"), Set.of()), goesOn);
    }

    private static LanWish wish(String address, int port) {
        return new LanWish(asked(address), port, Optional.empty(), Optional.empty());
    }

    private static Optional<String> asked(String address) {
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    private void theLastStartWasOn(String address, Path certificate, List<String> names) {
        new LastDoor(address, certificate.toString(), certificate.toString(), names).write(data.run());
    }

    private void theLastStartWasOn(String address) {
        theLastStartWasOn(address, Path.of(""), List.of());
    }

    @Test
    void an_address_that_is_away_is_refused_at_the_first_start() {
        assertThatThrownBy(() -> start(false).door(wish(AWAY, 8443))).isInstanceOf(Trouble.class);

        assertThat(LastDoor.in(data.run())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_address_of_the_last_start_that_is_away_is_no_reason_not_to_start(boolean goesOn) {
        theLastStartWasOn(AWAY);

        var door = start(goesOn).door(wish(AWAY, 8443));

        assertThat(door.address()).isEqualTo(AWAY);
        assertThat(door.port()).isEqualTo(8443);
        assertThat(door.isReachable()).isFalse();
        assertThat(door.urls().getFirst()).isEqualTo("https://" + AWAY + ":8443");
    }

    @Test
    void a_launcher_that_comes_back_to_what_still_runs_keeps_the_address_and_the_port_of_before() {
        theLastStartWasOn(AWAY);
        start(true).door(wish(AWAY, 18_443));

        var door = start(true).door(wish("", 0));

        assertThat(door.address()).isEqualTo(AWAY);
        assertThat(door.port()).isEqualTo(18_443);
    }

    @Test
    void what_one_start_chose_the_next_one_remembers() {
        theLastStartWasOn(AWAY);
        start(false).door(wish(AWAY, 8443));

        assertThat(LastDoor.in(data.run())).hasValue(new LastDoor(AWAY, "", "", List.of()));
    }

    @Test
    void a_port_that_somebody_took_is_refused_at_the_first_start_and_later_told() throws Exception {
        var own = NetworkAddress.ofThisMachine();
        assumeThat(own).isNotEmpty();
        var address = own.getFirst();
        int port = start(false).door(wish(address, 0)).port();

        try (var other = new ServerSocket(port, 1, InetAddress.ofLiteral(address))) {
            var again = start(false).door(wish(address, other.getLocalPort()));
            assertThat(again.port()).isEqualTo(port);
            assertThat(again.troubles()).hasSize(1);
            assertThat(again.troubles().getFirst()).contains("Port " + port, "taken");
        }
        assertThat(start(false).door(wish(address, port)).troubles()).isEmpty();
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
            assertThatThrownBy(() -> start(false).door(wish(address, other.getLocalPort())))
                    .isInstanceOf(Trouble.class);
        }
    }

    @Test
    void a_certificate_that_ended_is_refused_at_the_first_start_and_later_told() throws Exception {
        var file = endedCertificate();
        var asked = new LanWish(Optional.of(AWAY), 8443, Optional.of(file), Optional.of(file));
        theLastStartWasOn(AWAY);
        assertThatThrownBy(() -> start(true).door(asked))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("ended on");

        theLastStartWasOn(AWAY, file, List.of("hub.clinic.example"));
        var door = start(false).door(asked);

        assertThat(door.urls()).containsExactly("https://hub.clinic.example:8443");
        assertThat(door.troubles()).hasSize(1);
        assertThat(door.troubles().getFirst()).contains("ended on");
        assertThat(LastDoor.in(data.run()))
                .hasValue(new LastDoor(AWAY, file.toString(), file.toString(), List.of("hub.clinic.example")));
    }

    @Test
    void another_key_or_another_address_than_before_is_typed_now_and_refused() throws Exception {
        var file = endedCertificate();
        var mistyped = Optional.of(folder.resolve("clinic.kez"));
        theLastStartWasOn(AWAY, file, List.of("hub.clinic.example"));

        assertThatThrownBy(() -> start(true).door(new LanWish(asked(AWAY), 8443, Optional.of(file), mistyped)))
                .isInstanceOf(Trouble.class);
        theLastStartWasOn("192.0.2.8", file, List.of("hub.clinic.example"));
        assertThatThrownBy(() -> start(true).door(new LanWish(asked(AWAY), 8443, Optional.of(file), Optional.of(file))))
                .isInstanceOf(Trouble.class);
    }

    private Path endedCertificate() throws Exception {
        KeyPair key = Issuing.newKey();
        var names = new ServerNames(AWAY, List.of("hub.clinic.example"));
        var then = Instant.now().minus(Issuing.LEAF_VALID).minus(Duration.ofDays(2));
        var authority = new CertifiedKey(Issuing.authority(key, names, then), key.getPrivate());
        var file = folder.resolve("clinic.pem");
        Files.writeString(
                file, Pem.text(Issuing.leaf(authority, key.getPublic(), names, then)) + Pem.text(key.getPrivate()));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.168.1.20", "\n\n\n\n", "host\n\n\n\n", "192.168.1.20\n\n\n"})
    void a_note_that_is_torn_is_as_good_as_none(String content) throws Exception {
        Files.writeString(data.run().resolve(LastDoor.FILE), content);

        assertThat(LastDoor.in(data.run())).isEmpty();
    }

    @Test
    void a_note_that_cannot_be_read_is_as_good_as_none() throws Exception {
        Files.createDirectory(data.run().resolve(LastDoor.FILE));

        assertThat(LastDoor.in(data.run())).isEmpty();
    }
}
