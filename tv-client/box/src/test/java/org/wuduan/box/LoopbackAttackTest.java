package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs and other pages of the browser try on loopback. */
class LoopbackAttackTest {
    private static final List<String> GUARDED = List.of("/box/state", "/box/speech?language=en&text=hi", "/api/me");

    @TempDir
    Path folder;

    private FakeHub hub;
    private RunningBox box;
    private String ours;
    private String token;

    @BeforeEach
    void an_enrolled_box() throws Exception {
        hub = FakeHub.start();
        box = RunningBox.enrolled(folder, hub);
        ours = "Host: " + box.authority;
        token = "X-Wuduan-Launch: " + box.token();
    }

    @AfterEach
    void end() throws Exception {
        box.close();
        hub.close();
    }

    @Test
    void without_the_launch_token_nothing_is_answered() {
        for (String path : GUARDED) {
            assertThat(box.send("GET " + path, ours)).startsWith("HTTP/1.1 401").contains("not-signed-in");
            assertThat(box.send("GET " + path, ours, "X-Wuduan-Launch: ")).startsWith("HTTP/1.1 401");
            assertThat(box.send("GET " + path, ours, token + "A")).startsWith("HTTP/1.1 401");
            assertThat(box.send("GET " + path, ours, "Cookie: " + token)).startsWith("HTTP/1.1 401");
        }
        assertThat(hub.heard).isEmpty();
    }

    @Test
    void with_the_launch_token_the_page_is_answered() {
        assertThat(box.send("GET /box/state", ours, token))
                .startsWith("HTTP/1.1 200")
                .contains("\"type\":\"state\"");
        assertThat(box.send("GET /api/me", ours, token)).startsWith("HTTP/1.1 201");
    }

    @Test
    void a_foreign_host_is_refused_everywhere_even_with_the_token() {
        int port = box.settings.port();
        for (String host : List.of(
                "127.0.0.1:" + port,
                "localhost:" + port,
                "tv-2.localhost:" + port,
                "rebound.example:" + port,
                box.authority + ".example",
                Fixtures.HOST,
                Fixtures.HOST + ":1")) {
            for (String path : List.of("/", "/assets/main-1a2b.js", "/box/state", "/api/me")) {
                assertThat(box.send("GET " + path, "Host: " + host, token))
                        .as(host + path)
                        .startsWith("HTTP/1.1 403")
                        .contains("origin-not-allowed");
            }
        }
        assertThat(box.send("GET /", ours, "Host: rebound.example")).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void a_page_of_another_origin_is_refused_even_with_the_token() {
        for (String origin : List.of(
                "http://evil.example",
                "http://" + Fixtures.HOST + ":" + (box.settings.port() + 1),
                "http://127.0.0.1:" + box.settings.port(),
                "https://" + box.authority,
                "null")) {
            assertThat(box.send("POST /api/consultations", ours, token, "Origin: " + origin, "Content-Length: 0"))
                    .startsWith("HTTP/1.1 403")
                    .contains("origin-not-allowed");
        }
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(box.send("GET /box/state", ours, token, "Sec-Fetch-Site: " + site))
                    .startsWith("HTTP/1.1 403");
        }
        assertThat(hub.heard).isEmpty();
    }

    @Test
    void a_websocket_needs_the_name_the_origin_and_the_token() throws Exception {
        for (String path : List.of("/live", "/box/live")) {
            refused(box.foreignSocket(path), 403);
            refused(
                    box.foreignSocket(path).setAllowOriginHeader(true).putHeader("Origin", "http://" + box.authority),
                    401);
            refused(
                    box.foreignSocket(path)
                            .setAllowOriginHeader(true)
                            .putHeader("Origin", "http://" + box.authority)
                            .addSubProtocol("wuduan.launch." + "A".repeat(43)),
                    401);
            refused(
                    box.foreignSocket(path)
                            .setAllowOriginHeader(true)
                            .putHeader("Origin", "http://evil.example")
                            .addSubProtocol("wuduan.launch." + box.token()),
                    403);
            refused(box.socket(path).putHeader("Host", "rebound.example:" + box.settings.port()), 403);
            refused(box.socket(path).putHeader("Host", "127.0.0.1:" + box.settings.port()), 403);
        }
        assertThat(hub.live).isEmpty();
        refused(box.socket("/elsewhere"), 404);

        var page = box.open(box.socket("/box/live"));
        assertThat(page.socket().subProtocol()).isEqualTo("wuduan.launch." + box.token());
        page.hears("\"type\":\"state\"");
    }

    @Test
    void no_more_than_the_named_number_of_pages_listen() throws Exception {
        for (int i = 0; i < PageSockets.SOCKETS_MAX; i++) {
            box.open(box.socket("/box/live")).hears("state");
        }

        refused(box.socket("/box/live"), 429);
    }

    @Test
    void the_page_s_files_come_without_token_with_a_strict_policy() {
        String page = box.send("GET /", ours);

        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-type: text/html; charset=utf-8")
                .containsIgnoringCase("cache-control: no-store")
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .contains("<title>TV</title>");
        assertThat(box.send("GET /assets/main-1a2b.js", ours))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-type: text/javascript");
        assertThat(box.send("DELETE /", ours)).startsWith("HTTP/1.1 405");
    }

    @Test
    void nothing_outside_the_page_s_folder_is_served() throws Exception {
        Files.createSymbolicLink(box.settings.web().resolve("link.txt"), folder.resolve("secret.txt"));
        for (String path : List.of(
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/..\\secret.txt",
                "//secret.txt",
                "/link.txt",
                "/index.html%00.txt",
                "/.hidden.html",
                "/assets",
                "/data/box-key.json")) {
            assertThat(box.send("GET " + path, ours))
                    .as(path)
                    .doesNotStartWith("HTTP/1.1 200")
                    .doesNotContain("outside");
        }
    }

    @Test
    void a_text_to_speak_is_bounded() {
        String longest = "a".repeat(Speech.TEXT_LENGTH_MAX);
        assertThat(box.get("/box/speech?language=en&text=" + longest + "a"))
                .startsWith("HTTP/1.1 422")
                .contains("invalid-field");
        assertThat(box.get("/box/speech?language=fr&text=hi")).startsWith("HTTP/1.1 422");
        assertThat(box.get("/box/speech?language=en&text=%20")).startsWith("HTTP/1.1 422");
        assertThat(box.get("/box/speech?language=zh-CN&text=%E4%BD%A0%E5%A5%BD"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-type: audio/wav")
                .contains("RIFF");
        assertThat(box.send("POST /box/speech?language=en&text=hi", ours, token, "Content-Length: 0"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void the_secrets_of_the_box_are_readable_by_their_owner_alone() throws Exception {
        for (Path file : List.of(
                box.settings.data().resolve("box-key.json"),
                box.settings.data().resolve("launch-token"),
                box.settings.data().resolve("outbox.db"),
                box.settings.launchTokenFile().orElseThrow())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(box.log.toString()).doesNotContain(box.token());
    }

    @Test
    void other_machines_do_not_reach_the_box() throws Exception {
        var addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();

        for (InetAddress address : addresses) {
            assertThatThrownBy(() -> new Socket(address, box.settings.port()).close())
                    .isInstanceOf(ConnectException.class);
        }
        assertThat(box.get("/box/state")).startsWith("HTTP/1.1 200");
    }

    private void refused(WebSocketConnectOptions options, int status) {
        assertThatThrownBy(() -> box.open(options))
                .rootCause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        refusal -> assertThat(refusal.getStatus()).isEqualTo(status));
    }
}
