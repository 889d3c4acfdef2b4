package org.wuduan.box;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TCPSSLOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the hub is.
 *
 * @param uri scheme, host and port
 * @param authority PEM of the one authority that is believed there; absent: those that every machine knows
 */
record HubAddress(URI uri, Optional<Path> authority) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    private int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure() ? HTTPS : HTTP;
    }

    /** Has a client believe whom it shall, and nobody else. */
    <T extends TCPSSLOptions> T secured(T options) {
        options.setSsl(isSecure());
        authority.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }

    RequestOptions request() {
        return new RequestOptions().setHost(uri.getHost()).setPort(port()).setSsl(isSecure());
    }

    /** Of {@code /live}, with the box's token. */
    WebSocketConnectOptions live(String token, int connectMillisMax) {
        return new WebSocketConnectOptions()
                .setHost(uri.getHost())
                .setPort(port())
                .setSsl(isSecure())
                .setURI("/live")
                .setTimeout(connectMillisMax)
                .setAllowOriginHeader(false)
                .putHeader("Authorization", "Bearer " + token);
    }
}
