package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.hub.fixtures.Keytool;

/** A real Tomcat that listens with TLS; the certificates come from the JDK's keytool. */
class LanConnectorTest {
    @TempDir
    private Path folder;

    private Path pem;
    private LanConnector connector;
    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void a_tomcat_that_listens() throws Exception {
        pem = folder.resolve("lan.pem");
        Files.writeString(pem, made("first"));
        connector = new LanConnector(InetAddress.ofLiteral("127.0.0.1"), 0, pem, pem);
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

    private String shown(String... protocols) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        int port = connector.connector().getLocalPort();
        try (var socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), port)) {
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
