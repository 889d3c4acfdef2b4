package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a box believes that it speaks to the hub, with a real TLS server and certificates of the JDK's keytool. */
class HubAddressTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private URI hub;

    @BeforeEach
    void a_hub_with_a_certificate_of_its_own_making() throws Exception {
        make("own", "ip:127.0.0.1");
        var server = HubHttp.await(vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PfxOptions()
                                .setPath(folder.resolve("own.p12").toString())
                                .setPassword("changeit")))
                .requestHandler(request -> request.response().setStatusCode(204).end())
                .webSocketHandler(socket -> socket.close())
                .listen(0, "127.0.0.1"));
        hub = URI.create("https://127.0.0.1:" + server.actualPort());
    }

    @AfterEach
    void end() throws Exception {
        HubHttp.await(vertx.close());
    }

    /** A key that vouches for itself, in NAME.p12, and its certificate in NAME.crt. */
    private Path make(String name, String of) throws Exception {
        var store = folder.resolve(name + ".p12");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + of,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        var certificate =
                KeyStore.getInstance(store.toFile(), "changeit".toCharArray()).getCertificate("a");
        return Files.writeString(
                folder.resolve(name + ".crt"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private int status(Optional<Path> authority) throws Exception {
        return HubHttp.await(new HubHttp(vertx, new HubAddress(hub, authority)).get("/health", PATIENCE))
                .status();
    }

    private void openLive(Optional<Path> authority) throws Exception {
        var address = new HubAddress(hub, authority);
        var client = vertx.createWebSocketClient(address.secured(new WebSocketClientOptions()));
        HubHttp.await(client.webSocket().connect(address.live("token", (int) PATIENCE.toMillis())));
    }

    private Properties properties(String address, String authority) throws IOException {
        var properties = new Properties();
        try (var example = Files.newBufferedReader(Path.of("kiosk/box.properties.example"))) {
            properties.load(example);
        }
        properties.setProperty("box.hub", address);
        properties.setProperty("box.hub-authority", authority);
        return properties;
    }

    @Test
    void a_hub_is_believed_by_the_authority_that_was_brought() throws Exception {
        var authority = Optional.of(folder.resolve("own.crt"));

        assertThat(status(authority)).isEqualTo(204);
        openLive(authority);
    }

    @Test
    void without_its_authority_it_is_not_believed() {
        assertThatThrownBy(() -> status(Optional.empty())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> openLive(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void another_authority_is_not_enough() throws Exception {
        var other = Optional.of(make("other", "ip:127.0.0.1"));

        assertThatThrownBy(() -> status(other)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> openLive(other)).isInstanceOf(IOException.class);
    }

    @Test
    void a_certificate_for_another_address_is_not_enough() throws Exception {
        hub = URI.create("https://localhost:" + hub.getPort());
        var authority = Optional.of(folder.resolve("own.crt"));

        assertThatThrownBy(() -> status(authority)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> openLive(authority)).isInstanceOf(IOException.class);
    }

    @Test
    void the_file_of_the_authority_is_looked_at_before_the_box_starts() throws Exception {
        var good = folder.resolve("own.crt");
        var empty = Files.writeString(folder.resolve("empty.crt"), "");

        assertThat(BoxSettings.of(properties(hub.toString(), good.toString())).hub())
                .isEqualTo(new HubAddress(hub, Optional.of(good)));
        assertThat(BoxSettings.of(properties(hub.toString(), "")).hub().authority())
                .isEmpty();
        assertThatThrownBy(() -> BoxSettings.of(properties("http://10.0.0.1", good.toString())))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> BoxSettings.of(properties(hub.toString(), empty.toString())))
                .hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> BoxSettings.of(properties(hub.toString(), folder + "/none")))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void an_authority_in_binary_is_refused_with_the_way_to_make_text_of_it() throws Exception {
        var certificate = KeyStore.getInstance(folder.resolve("own.p12").toFile(), "changeit".toCharArray())
                .getCertificate("a");
        var der = Files.write(folder.resolve("own.cer"), certificate.getEncoded());

        assertThatThrownBy(() -> BoxSettings.of(properties(hub.toString(), der.toString())))
                .isInstanceOf(BoxSettings.Unusable.class)
                .hasMessageContaining("DER")
                .hasMessageContaining("openssl x509 -inform der -in " + der);
    }

    @Test
    void an_authority_with_words_above_it_is_taken_as_it_is() throws Exception {
        var plain = Files.readString(folder.resolve("own.crt"));
        var commented = Files.writeString(folder.resolve("commented.crt"), "Wuduan clinic\n" + plain);

        var settings = BoxSettings.of(properties(hub.toString(), commented.toString()));

        assertThat(status(settings.hub().authority())).isEqualTo(204);
    }
}
