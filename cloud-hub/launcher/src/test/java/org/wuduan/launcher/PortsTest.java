package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    private static final InetAddress SECOND = InetAddress.getLoopbackAddress();

    @TempDir
    private Path folder;

    @Test
    void a_chosen_port_that_is_taken_is_named_with_how_to_choose_another() throws IOException {
        try (var other = listening()) {
            assertThatThrownBy(() -> ports().chosen("hub", other.getLocalPort()))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void a_port_stays_the_same_from_start_to_start() {
        int first = ports().free("postgres", 0);

        assertThat(ports().free("postgres", 0)).isEqualTo(first);
    }

    @Test
    void a_kept_port_that_somebody_took_is_replaced() throws IOException {
        int taken;
        try (var other = listening()) {
            taken = other.getLocalPort();
        }
        assertThat(ports().free("postgres", taken)).isEqualTo(taken);

        try (var other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().free("postgres", 0)).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void two_siblings_never_get_the_same_port() {
        var ports = ports();
        int first = ports.free("box-1", 0);

        assertThat(ports.free("box-2", first)).isNotEqualTo(first);
    }

    @Test
    void the_port_of_a_sibling_that_lives_on_is_its_own() throws IOException {
        int kept = ports().free("hub", 0);

        try (var hub = new ServerSocket(kept, 1, InetAddress.getLoopbackAddress())) {
            var again = new Ports(folder.resolve("ports.properties"), Set.of("hub"));
            assertThat(again.chosen("hub", hub.getLocalPort())).isEqualTo(kept);
            assertThat(again.free("janus-a", kept)).isNotEqualTo(kept);
        }
    }

    @Test
    void a_taken_port_of_the_network_is_named_with_its_own_option() throws IOException {
        try (var other = listening()) {
            assertThatThrownBy(() -> ports().chosenOn(SECOND, "hub", other.getLocalPort()))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " on 127.0.0.1 is taken")
                    .hasMessageContaining("--lan-port");
        }
    }

    @Test
    void a_free_port_of_the_network_stays_the_same_also_while_its_hub_lives_on() throws IOException {
        int kept = ports().chosenOn(SECOND, "hub", 0);
        assertThat(ports().chosenOn(SECOND, "hub", 0)).isEqualTo(kept);

        try (var hub = new ServerSocket(kept, 1, SECOND)) {
            var again = new Ports(folder.resolve("ports.properties"), Set.of("hub"));
            assertThat(again.chosenOn(SECOND, "hub", 0)).isEqualTo(hub.getLocalPort());
            assertThat(ports().chosenOn(SECOND, "hub", 0)).isNotEqualTo(kept);
        }
    }

    private Ports ports() {
        return new Ports(folder.resolve("ports.properties"), Set.of());
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
