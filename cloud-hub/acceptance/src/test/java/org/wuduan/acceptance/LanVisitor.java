package org.wuduan.acceptance;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A program on another machine of the network, which trusts one authority alone. A process of its own: only there is it. */
final class LanVisitor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LanVisitor() {}

    /**
     * {@code get AUTHORITY URL} prints the status of an answer, {@code connect HOST PORT…} the ports that are open.
     *
     * @throws IOException when the address does not answer, or not with a certificate that is trusted
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (arguments[0]) {
            case "get" -> out.println(get(Path.of(arguments[1]), URI.create(arguments[2])));
            case "connect" ->
                out.println(open(arguments[1], Arrays.asList(arguments).subList(2, arguments.length)));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static int get(Path authority, URI address)
            throws IOException, GeneralSecurityException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .sslContext(trusting(authority))
                .connectTimeout(PATIENCE)
                .build()) {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (var file = Files.newInputStream(authority)) {
            anchors.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), new SecureRandom());
        return tls;
    }

    private static String open(String host, List<String> ports) {
        var open = new ArrayList<String>();
        for (var port : ports) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, Integer.parseInt(port)), (int) PATIENCE.toMillis());
                open.add(port);
            } catch (IOException closed) {
                continue;
            }
        }
        return String.join(" ", open);
    }
}
