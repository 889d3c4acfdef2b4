package org.wuduan.bridge.janus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JanusFolderTest {
    @TempDir
    Path data;

    @Test
    void only_the_owner_can_read_what_holds_the_secrets() throws IOException {
        Path folder = data.resolve("janus-a");

        folder(folder).write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void every_writing_makes_new_secrets_so_that_a_janus_left_over_is_recognised() throws IOException {
        JanusEndpoint first = folder(data).write();
        JanusEndpoint second = folder(data).write();

        assertThat(second.apiSecret()).isNotEqualTo(first.apiSecret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(second.adminKey()).isNotEqualTo(first.adminKey());
        assertThat(Files.readString(data.resolve("janus.jcfg"))).contains(second.apiSecret());
        assertThat(second.toString()).doesNotContain(second.apiSecret());
    }

    @Test
    void nothing_but_video_rooms_over_a_loopback_web_socket_is_switched_on() throws IOException {
        folder(data).write();

        String core = Files.readString(data.resolve("janus.jcfg"));
        assertThat(core)
                .contains("libjanus_streaming.so", "libjanus_http.so", "libjanus_pfunix.so")
                .doesNotContain("libjanus_videoroom.so", "libjanus_websockets.so")
                .contains("ice_lite = true", "full_trickle = false", "ignore_mdns = true")
                .contains("\tsession_timeout = 120", "reclaim_session_timeout = 120")
                .contains("rtp_port_range = \"30000-30099\"", "ice_enforce_list = \"127.7.7.7\"");
        assertThat(Files.readString(data.resolve("janus.transport.websockets.jcfg")))
                .contains("ws_ip = \"127.0.0.1\"", "ws_port = 28188", "admin_ws = false");
        assertThat(Files.readString(data.resolve("janus.plugin.videoroom.jcfg")))
                .contains("string_ids = true", "lock_rtp_forward = true");
    }

    @Test
    void a_name_that_would_break_out_of_its_quotes_is_refused() {
        assertThatThrownBy(() -> new JanusFolder(
                        data, "a\"; api_secret = \"", 28_188, new RtpPorts(30_000, 30_099), "127.7.7.7"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_address_for_media_belongs_to_this_machine_and_asking_again_gives_the_same() throws IOException {
        String address = Loopback.address();

        assertThat(Loopback.address()).isEqualTo(address);
        assertThat(NetworkInterface.getByInetAddress(InetAddress.getByName(address)))
                .isNotNull();
    }

    private static JanusFolder folder(Path folder) {
        return new JanusFolder(folder, "janus-a", 28_188, new RtpPorts(30_000, 30_099), "127.7.7.7");
    }
}
