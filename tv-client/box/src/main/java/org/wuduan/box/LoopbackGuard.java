package org.wuduan.box;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak to the box on loopback, where every program and every page of the browser can knock. Host keeps out
 * rebound names, Origin and {@code Sec-Fetch-Site} keep out other pages, the launch token keeps out everything else.
 */
final class LoopbackGuard {
    static final String TOKEN_HEADER = "X-Wuduan-Launch";
    static final String TOKEN_SUBPROTOCOL = "wuduan.launch.";

    private final String authority;
    private final LaunchToken token;

    LoopbackGuard(String host, int port, LaunchToken token) {
        String name = host.toLowerCase(Locale.ROOT);
        this.authority = port == 80 ? name : name + ":" + port;
        this.token = token;
    }

    String authority() {
        return authority;
    }

    /** The files of the page: anyone who comes by the right name, so that a browser can open it. */
    Optional<Problems> refusalOfPage(MultiMap headers) {
        return hostIsOurs(headers) && originIsOursOrAbsent(headers)
                ? Optional.empty()
                : Optional.of(Problems.ORIGIN_NOT_ALLOWED);
    }

    /** Everything that shows or does something: the page alone. */
    Optional<Problems> refusalOfRequest(MultiMap headers) {
        String site = headers.get("Sec-Fetch-Site");
        if (!hostIsOurs(headers) || !originIsOursOrAbsent(headers) || (site != null && !site.equals("same-origin"))) {
            return Optional.of(Problems.ORIGIN_NOT_ALLOWED);
        }
        return shown(headers.get(TOKEN_HEADER)) ? Optional.empty() : Optional.of(Problems.NOT_SIGNED_IN);
    }

    /** A WebSocket always carries an Origin, and its token as a subprotocol, since pages can't set its headers. */
    Optional<Problems> refusalOfSocket(MultiMap headers) {
        if (!hostIsOurs(headers) || headers.get("Origin") == null || !originIsOursOrAbsent(headers)) {
            return Optional.of(Problems.ORIGIN_NOT_ALLOWED);
        }
        String offered = headers.get("Sec-WebSocket-Protocol");
        boolean ours = offered != null
                && offered.startsWith(TOKEN_SUBPROTOCOL)
                && shown(offered.substring(TOKEN_SUBPROTOCOL.length()).strip());
        return ours ? Optional.empty() : Optional.of(Problems.NOT_SIGNED_IN);
    }

    private boolean hostIsOurs(MultiMap headers) {
        var hosts = headers.getAll("Host");
        return hosts.size() == 1 && hosts.getFirst().toLowerCase(Locale.ROOT).equals(authority);
    }

    private boolean originIsOursOrAbsent(MultiMap headers) {
        var origins = headers.getAll("Origin");
        return origins.isEmpty() || (origins.size() == 1 && origins.getFirst().equals("http://" + authority));
    }

    private boolean shown(@Nullable String value) {
        return value != null && token.matches(value);
    }
}
