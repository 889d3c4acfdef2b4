package org.wuduan.hub.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** As on loopback, application.yaml. */
    private static final int ACCEPT_COUNT = 200;

    private static final int FORM_BYTES_MAX = 64 * 1024;

    private final Path certificate;
    private final Path key;
    private final Connector connector;
    private final Http11NioProtocol protocol = new Http11NioProtocol();
    private String shown;

    /**
     * Listens on nothing yet.
     *
     * @param address of this machine
     * @param certificate PEM, the server's own first
     * @param key PEM; may be the same file
     */
    LanConnector(InetAddress address, int port, Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
        this.shown = content();
        protocol.setAddress(address);
        protocol.setPort(port);
        protocol.setSSLEnabled(true);
        protocol.setAcceptCount(ACCEPT_COUNT);
        protocol.setExecutor(new VirtualThreadExecutor("lan-"));
        protocol.addSslHostConfig(tls());
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
     */
    boolean takeRenewed() {
        var found = content();
        if (found.equals(shown)) {
            return false;
        }
        // A configuration of its own: Tomcat replaces the running one only after this one has worked.
        protocol.addSslHostConfig(tls(), true);
        shown = found;
        return true;
    }

    private SSLHostConfig tls() {
        var host = new SSLHostConfig();
        host.setProtocols("+TLSv1.2+TLSv1.3");
        var pair = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        pair.setCertificateFile(certificate.toString());
        pair.setCertificateKeyFile(key.toString());
        host.addCertificate(pair);
        return host;
    }

    private String content() {
        try {
            return Files.readString(certificate) + Files.readString(key);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
