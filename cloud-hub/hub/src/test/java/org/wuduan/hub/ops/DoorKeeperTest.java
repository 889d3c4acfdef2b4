package org.wuduan.hub.ops;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Keytool;

/** A hub with a door to the network beside the one on loopback; here both are on loopback. */
class DoorKeeperTest extends HubTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static KeyStore made;

    @SuppressWarnings("NullAway.Init")
    private static Path authority;

    @Autowired
    private DoorKeeper door;

    @Autowired
    private Rounds rounds;

    @DynamicPropertySource
    static void door(DynamicPropertyRegistry registry) throws IOException {
        made = Keytool.made(folder, "lan");
        var certificate = Files.writeString(folder.resolve("lan.crt"), Keytool.certificate(made));
        var key = Files.writeString(folder.resolve("lan.key"), Keytool.key(made));
        registry.add("hub.lan.address", () -> "127.0.0.1");
        registry.add("hub.lan.port", () -> 0);
        registry.add("hub.lan.names", () -> "127.0.0.1,clinic.local");
        registry.add("hub.lan.certificate", certificate::toString);
        registry.add("hub.lan.key", key::toString);
        // with the key, as somebody may name it who is in a hurry
        authority = Files.writeString(folder.resolve("lan.pem"), Keytool.key(made) + Keytool.certificate(made));
        registry.add("hub.lan.authority", authority::toString);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + door.openPort() + path))
                .header("Authorization", "Bearer " + OPERATOR_TOKEN)
                .build();
        return OverTls.send(made, request);
    }

    @Test
    void the_hub_answers_over_tls_and_leaves_the_way_around_a_warning_open() throws Exception {
        var answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void loopback_goes_on_to_answer_plainly() {
        var answer = HubClient.anonymous(port).get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_phone_gets_the_authority_that_it_shall_trust() throws Exception {
        var answer = get("/ca.crt");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-x509-ca-cert");
        assertThat(answer.body()).doesNotContain("PRIVATE KEY");
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(answer.body().getBytes(US_ASCII))))
                .isEqualTo(made.getCertificate("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void an_authority_that_is_damaged_is_not_given(String content) throws Exception {
        var whole = Files.readString(authority);
        try {
            Files.writeString(authority, content);

            assertThat(get("/ca.crt").statusCode()).isEqualTo(404);

            Files.delete(authority);
            assertThat(get("/ca.crt").statusCode()).isEqualTo(404);
        } finally {
            Files.writeString(authority, whole);
        }
    }

    @Test
    void a_phone_that_does_not_trust_yet_is_told_what_to_do() throws Exception {
        var page = get("/trust");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body())
                .contains("href=\"/ca.crt\"", "href=\"/family/\"")
                .contains("先核对指纹，再安装", "Compare the fingerprint first, then install", "SHA-1", "在浏览器打开");
        assertThat(get("/trust/trust.css").statusCode()).isEqualTo(200);
        assertThat(get("/trust/..%2Fapplication.yaml").statusCode()).isNotEqualTo(200);
    }

    @Test
    void the_operators_programs_are_not_heard_from_the_network_even_with_their_token() throws Exception {
        assertThat(get("/operations/status").statusCode()).isEqualTo(404);
        assertThat(get("/%6Fperations/status").statusCode()).isEqualTo(404);
    }

    @Test
    void the_door_is_among_the_parts_that_operators_see() {
        rounds.look();

        assertThat(rounds.newest().parts()).anySatisfy(part -> {
            assertThat(part.kind()).isEqualTo(PartKind.DOOR);
            assertThat(part.name()).isEqualTo("lan");
            assertThat(part.state()).isEqualTo(PartState.WELL);
        });
    }

    @Test
    void who_has_not_signed_in_sees_nothing_there_either() throws Exception {
        assertThat(get("/api/me").statusCode()).isEqualTo(401);
    }
}
