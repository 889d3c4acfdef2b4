package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;
import org.wuduan.hub.fixtures.Keytool;

/** When the door to the network cannot be opened, with a real Tomcat that serves loopback. */
class DoorOpeningTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** RFC 5737: nobody's, so never this machine's. */
    private static final String AWAY = "192.0.2.7";

    @TempDir
    private Path folder;

    private Path pem;
    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void a_tomcat_on_loopback() throws Exception {
        var store = Keytool.made(folder, "lan");
        pem = Files.writeString(folder.resolve("lan.pem"), Keytool.certificate(store) + Keytool.key(store));
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.addContext("", null);
        tomcat.start();
    }

    @AfterEach
    void end() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, LOOPBACK);
    }

    private DoorKeeper door(String address, int port) {
        return new DoorKeeper(new LanSettings(address, port, List.of("clinic.local"), pem.toString(), pem.toString()));
    }

    private Connector[] ears() {
        return tomcat.getService().findConnectors();
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException shut) {
            return false;
        }
    }

    @Test
    void an_address_that_is_away_leaves_loopback_served() {
        var door = door(AWAY, 8443);

        door.beside(tomcat.getService());
        door.open();
        door.takeRenewedCertificate();

        assertThat(door.look().why()).isEqualTo(PartTrouble.ADDRESS_AWAY);
        assertThat(ears()).hasSize(1);
        assertThat(isOpen(tomcat.getConnector().getLocalPort())).isTrue();
    }

    @Test
    void the_door_opens_as_soon_as_what_took_its_port_has_ended() throws Exception {
        int port;
        DoorKeeper door;
        try (var other = taken()) {
            port = other.getLocalPort();
            door = door("127.0.0.1", port);
            door.beside(tomcat.getService());
            assertThat(ears()).hasSize(1);
            assertThat(door.look().why()).isEqualTo(PartTrouble.PORT_TAKEN);
        }

        door.open();

        assertThat(isOpen(port)).isTrue();
        assertThat(door.look().state()).isEqualTo(PartState.WELL);
        assertThat(Arrays.stream(ears()).map(Connector::getState)).containsOnly(LifecycleState.STARTED);
    }

    @Test
    void a_certificate_that_is_damaged_leaves_loopback_served_until_it_is_whole() throws Exception {
        var whole = Files.readString(pem);
        Files.writeString(pem, whole.substring(0, whole.length() / 2));
        var door = door("127.0.0.1", 0);
        door.beside(tomcat.getService());
        assertThat(ears()).hasSize(1);
        assertThat(door.openPort()).isZero();
        assertThat(door.look().why()).isEqualTo(PartTrouble.CERTIFICATE_UNUSABLE);

        Files.writeString(pem, whole);
        door.open();

        assertThat(isOpen(door.openPort())).isTrue();
    }

    @Test
    void with_the_key_of_another_certificate_the_door_stays_shut() throws Exception {
        var other = Keytool.made(folder, "other");
        Files.writeString(pem, Keytool.certificate(Keytool.made(folder, "mine")) + Keytool.key(other));
        var door = door("127.0.0.1", 0);

        door.beside(tomcat.getService());

        assertThat(ears()).hasSize(1);
        assertThat(door.openPort()).isZero();
    }

    @Test
    void a_replaced_certificate_that_cannot_be_used_is_found_ill_until_it_can() throws Exception {
        var whole = Files.readString(pem);
        var door = door("127.0.0.1", 0);
        door.beside(tomcat.getService());
        Files.writeString(pem, "damaged");
        door.takeRenewedCertificate();
        assertThat(door.look().state()).isEqualTo(PartState.ILL);
        assertThat(door.look().why()).isEqualTo(PartTrouble.CERTIFICATE_UNUSABLE);

        Files.writeString(pem, whole);
        door.takeRenewedCertificate();

        assertThat(door.look().state()).isEqualTo(PartState.WELL);
    }

    @Test
    void what_a_stranger_can_take_up_is_bounded() {
        var door = door("127.0.0.1", 0);

        door.beside(tomcat.getService());

        assertThat(ears()[1].getProperty("maxConnections")).isEqualTo(800);
        assertThat(ears()[1].getProperty("acceptCount")).isEqualTo(200);
        assertThat(ears()[1].getProperty("connectionTimeout")).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "names", "certificate", "key"})
    void a_door_of_which_a_setting_is_missing_is_refused_in_one_sentence(String missing) {
        var settings = new LanSettings(
                missing.equals("address") ? "" : AWAY,
                8443,
                missing.equals("names") ? List.of(" ") : List.of("clinic.local"),
                missing.equals("certificate") ? "" : pem.toString(),
                missing.equals("key") ? "" : pem.toString());

        assertThatThrownBy(() -> new DoorKeeper(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hub.lan.port")
                .hasMessageContaining("but " + missing + " of hub.lan is missing");
    }

    @Test
    void an_open_door_is_not_opened_twice() {
        var door = door("127.0.0.1", 0);

        door.beside(tomcat.getService());
        door.open();

        assertThat(ears()).hasSize(2);
    }

    @Test
    void before_the_hub_serves_loopback_nothing_is_opened() {
        var door = door("127.0.0.1", 0);

        door.open();

        assertThat(door.look().why()).isEqualTo(PartTrouble.NOT_STARTED);
        assertThat(ears()).hasSize(1);
    }
}
