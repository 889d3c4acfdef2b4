package org.wuduan.hub.ops;

import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * Tomcat's second ear: TLS on an address of the network, beside the plain one on loopback. Its certificate can be
 * replaced while it listens.
 */
final class LanConnector {

    private static final int FORM_BYTES_MAX = 64 * 1024;

    private final CertificateFiles files;
    private final Connector connector;
    private final Http11NioProtocol protocol = new Http11NioProtocol();
    private CertificateFiles.Content shown;

    /**
     * What a stranger in the network can take up. Further connections wait outside, while loopback has ears of its own.
     *
     * @param connectionsMax open at a time; a terminal has up to eight
     * @param waitingMax that wait to be let in
     * @param silentMax how long one that is new, or between two requests, may say nothing; a WebSocket may for ever
     */
    record Limits(int connectionsMax, int waitingMax, Duration silentMax) {
        /** For a hundred terminals. */
        static final Limits USUAL = new Limits(800, 200, Duration.ofSeconds(10));
    }

    /**
     * Listens on nothing yet.
     *
     * @param ear address of this machine and port, 0 for any
     * @throws IllegalArgumentException when the files are damaged or do not fit
     * @throws java.io.UncheckedIOException when they can't be read
     */
    LanConnector(InetSocketAddress ear, CertificateFiles files, Limits limits) {
        this.files = files;
        this.shown = files.read();
        protocol.addSslHostConfig(tls(shown.pair()));
        protocol.setAddress(ear.getAddress());
        protocol.setPort(ear.getPort());
        protocol.setSSLEnabled(true);
        protocol.setAcceptCount(limits.waitingMax());
        protocol.setMaxConnections(limits.connectionsMax());
        protocol.setConnectionTimeout(Math.toIntExact(limits.silentMax().toMillis()));
        protocol.setExecutor(new VirtualThreadExecutor("lan-"));
        connector = new Connector(protocol);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setMaxPostSize(FORM_BYTES_MAX);
    }

    Connector connector() {
        return connector;
    }

    /**
     * Shows what lies in the files now, if that has changed; who is connected stays so.
     *
     * @return whether it had changed
     * @throws IllegalArgumentException when the new files are damaged or do not fit: the old certificate is shown on
     * @throws java.io.UncheckedIOException when they can't be read: as well
     */
    boolean takeRenewed() {
        var found = files.read();
        if (found.equals(shown)) {
            return false;
        }
        // A configuration of its own: Tomcat replaces the running one only after this one has worked.
        protocol.addSslHostConfig(tls(found.pair()), true);
        shown = found;
        return true;
    }

    private static SSLHostConfig tls(KeyStore pair) {
        var host = new SSLHostConfig();
        host.setProtocols("+TLSv1.2+TLSv1.3");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(pair);
        certificate.setCertificateKeystorePassword(CertificateFiles.PASSWORD);
        host.addCertificate(certificate);
        return host;
    }
}
