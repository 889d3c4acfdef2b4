package org.wuduan.bridge.janus;

import java.net.URI;

/**
 * Where a Janus listens and what opens it.
 *
 * @param url WebSocket address, {@code ws://…}
 * @param apiSecret asked for with every request; a Janus that refuses it is not the one that was meant
 * @param adminKey asked for when a room is created
 */
public record JanusEndpoint(URI url, String apiSecret, String adminKey) {
    public JanusEndpoint {
        if (!"ws".equals(url.getScheme()) && !"wss".equals(url.getScheme())) {
            throw new IllegalArgumentException("a Janus address begins with ws:// or wss://");
        }
        if (apiSecret.isBlank() || adminKey.isBlank()) {
            throw new IllegalArgumentException("Janus without a secret would talk to anybody on this machine");
        }
    }

    @Override
    public String toString() {
        return "JanusEndpoint[" + url + ", ‹redacted›]";
    }
}
