package org.wuduan.hub.ops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.catalina.startup.Tomcat;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.hub.fixtures.Keytool;

/** A real Tomcat that listens with TLS; the certificates come from the JDK's keytool. */
class LanConnectorTest {
    @TempDir
    private Path folder;

    private Path pem;
    private LanConnector connector;
    private final Tomcat tomcat = new Tomcat();

    /** Few and short enough to be reached. */
    private static final LanConnector.Limits LIMITS = new LanConnector.Limits(2, 10, Duration.ofSeconds(5));

    private static final int PATIENCE_MILLIS = 60_000;

    /** A handshake takes some milliseconds. Were it once slower, a test of who is kept waiting would only be weaker. */
    private static final int KEPT_WAITING_MILLIS = 1_000;

    @BeforeEach
    void a_tomcat_that_listens() throws Exception {
        pem = folder.resolve("lan.pem");
        Files.writeString(pem, made("first"));
        connector = new LanConnector(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), new CertificateFiles(pem, pem), LIMITS);
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector.connector());
        tomcat.addContext("", null);
        tomcat.start();
    }

    @AfterEach
    void end() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    /** A key with a certificate of this name, both in one text. */
    private String made(String name) {
        var store = Keytool.made(folder, name);
        return Keytool.certificate(store) + Keytool.key(store);
    }

    private SSLSocket connected(int patienceMillis) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        int port = connector.connector().getLocalPort();
        var socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(patienceMillis);
        return socket;
    }

    private String shown(String... protocols) throws Exception {
        try (var socket = connected(PATIENCE_MILLIS)) {
            if (protocols.length > 0) {
                socket.setEnabledProtocols(protocols);
            }
            socket.startHandshake();
            Certificate first = socket.getSession().getPeerCertificates()[0];
            return ((X509Certificate) first).getSubjectX500Principal().getName();
        }
    }

    @Test
    void it_shows_the_certificate_over_both_present_versions_of_tls() throws Exception {
        assertThat(shown("TLSv1.3")).isEqualTo("CN=first");
        assertThat(shown("TLSv1.2")).isEqualTo("CN=first");
    }

    @Test
    void older_versions_of_tls_are_refused() {
        assertThatThrownBy(() -> shown("TLSv1.1")).isInstanceOf(IOException.class);
    }

    @Test
    void a_renewed_certificate_is_shown_without_a_restart() throws Exception {
        assertThat(connector.takeRenewed()).isFalse();
        Files.writeString(pem, made("second"));

        assertThat(connector.takeRenewed()).isTrue();

        assertThat(shown()).isEqualTo("CN=second");
        assertThat(connector.takeRenewed()).isFalse();
    }

    @Test
    void with_a_half_written_file_the_old_certificate_is_shown_on_until_the_file_is_whole() throws Exception {
        var second = made("second");
        Files.writeString(pem, second.substring(0, second.length() / 2));
        assertThatThrownBy(() -> connector.takeRenewed()).isInstanceOf(IllegalArgumentException.class);
        assertThat(shown()).isEqualTo("CN=first");

        Files.writeString(pem, second);

        assertThat(connector.takeRenewed()).isTrue();
        assertThat(shown()).isEqualTo("CN=second");
    }

    @Test
    void a_key_that_comes_before_its_certificate_is_not_taken_until_that_is_there() throws Exception {
        var store = Keytool.made(folder, "second");
        var firstCertificate =
                Files.readString(pem).substring(0, Files.readString(pem).indexOf("-----BEGIN PRIVATE"));
        Files.writeString(pem, firstCertificate + Keytool.key(store));
        assertThatThrownBy(() -> connector.takeRenewed())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another certificate");
        assertThat(shown()).isEqualTo("CN=first");

        Files.writeString(pem, Keytool.certificate(store) + Keytool.key(store));

        assertThat(connector.takeRenewed()).isTrue();
        assertThat(shown()).isEqualTo("CN=second");
    }

    @Test
    void a_certificate_of_an_rsa_key_is_shown_as_well() throws Exception {
        var store = Keytool.madeWithRsa(folder, "rsa");
        Files.writeString(pem, Keytool.certificate(store) + Keytool.key(store));

        assertThat(connector.takeRenewed()).isTrue();

        assertThat(shown("TLSv1.3")).isEqualTo("CN=rsa");
        assertThat(shown("TLSv1.2")).isEqualTo("CN=rsa");
    }

    /** As older programs write keys (RFC 8017, RFC 5915); the launcher takes them too. */
    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY"})
    void a_key_in_its_older_dress_is_taken(String dress) throws Exception {
        boolean rsa = dress.startsWith("RSA");
        var store = rsa ? Keytool.madeWithRsa(folder, "second") : Keytool.made(folder, "second");
        var block = Keytool.key(store).replaceAll("-----[A-Z ]+-----", "");
        var whole = PrivateKeyInfo.getInstance(Base64.getMimeDecoder().decode(block));
        var bare = rsa ? whole.getPrivateKey().getOctets() : withItsCurve(whole, publicBits(store));
        var old = "-----BEGIN " + dress + "-----\n" + Base64.getMimeEncoder().encodeToString(bare) + "\n-----END "
                + dress + "-----\n";
        Files.writeString(pem, Keytool.certificate(store) + old);

        assertThat(connector.takeRenewed()).isTrue();

        assertThat(shown()).isEqualTo("CN=second");
    }

    private static byte[] withItsCurve(PrivateKeyInfo whole, @Nullable ASN1BitString open) throws IOException {
        var key = ECPrivateKey.getInstance(whole.parsePrivateKey()).getKey();
        return new ECPrivateKey(256, key, open, whole.getPrivateKeyAlgorithm().getParameters()).getEncoded();
    }

    private static ASN1BitString publicBits(KeyStore store) throws Exception {
        return SubjectPublicKeyInfo.getInstance(
                        store.getCertificate("a").getPublicKey().getEncoded())
                .getPublicKeyData();
    }

    @Test
    void a_key_at_which_the_parser_breaks_is_damaged_and_no_more() throws Exception {
        var store = Keytool.made(folder, "second");
        var block = Keytool.key(store).replaceAll("-----[A-Z ]+-----", "");
        var halved =
                withItsCurve(PrivateKeyInfo.getInstance(Base64.getMimeDecoder().decode(block)), null);
        Files.writeString(
                pem,
                Keytool.certificate(store) + "-----BEGIN EC PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(halved) + "\n-----END EC PRIVATE KEY-----\n");

        assertThatThrownBy(() -> connector.takeRenewed()).isInstanceOf(IllegalArgumentException.class);

        assertThat(shown()).isEqualTo("CN=first");
    }

    @Test
    void words_in_whatever_letters_beside_the_certificate_do_no_harm() throws Exception {
        var latin = ("certificat généré\n" + made("second")).getBytes(ISO_8859_1);
        Files.write(pem, latin);

        assertThat(connector.takeRenewed()).isTrue();

        assertThat(shown()).isEqualTo("CN=second");
        assertThat(connector.takeRenewed()).isFalse();
    }

    @Test
    void a_certificate_that_is_gone_for_a_moment_is_shown_on() throws Exception {
        var first = Files.readString(pem);
        Files.delete(pem);
        assertThatThrownBy(() -> connector.takeRenewed()).isInstanceOf(UncheckedIOException.class);
        assertThat(shown()).isEqualTo("CN=first");

        Files.writeString(pem, first);

        assertThat(connector.takeRenewed()).isFalse();
    }

    @Test
    void as_many_as_the_limit_come_in_and_one_more_when_one_has_gone() throws Exception {
        try (var one = connected(PATIENCE_MILLIS);
                var two = connected(PATIENCE_MILLIS)) {
            one.startHandshake();
            two.startHandshake();
            try (var beyond = connected(KEPT_WAITING_MILLIS)) {
                assertThatThrownBy(beyond::startHandshake).isInstanceOf(SocketTimeoutException.class);
            }
            one.close();
            try (var later = connected(PATIENCE_MILLIS)) {
                later.startHandshake();
                assertThat(later.getSession().isValid()).isTrue();
            }
        }
    }

    @Test
    void who_connects_and_says_nothing_is_sent_away() throws Exception {
        try (var silent = new Socket(
                InetAddress.getByName("127.0.0.1"), connector.connector().getLocalPort())) {
            silent.setSoTimeout(PATIENCE_MILLIS);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void who_asks_for_nothing_after_the_handshake_is_sent_away() throws Exception {
        try (var silent = connected(PATIENCE_MILLIS)) {
            silent.startHandshake();
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** What is shown is looked at, not believed. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
