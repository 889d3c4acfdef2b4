package org.wuduan.box;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * {@code /live} of the page, frame by frame to the hub and back. A side that reads slowly slows the other down; when one
 * side ends, so does the other.
 */
final class LivePipe {
    /** PROTOCOL.md §6: the box can't reach the hub, or the hub dropped the connection. */
    static final short HUB_UNREACHABLE = 4503;

    /** PROTOCOL.md §3: a client's frames. */
    static final int FRAME_BYTES_MAX = 256 * 1024;

    /** A view or a session description with its envelope. */
    private static final int HUB_FRAME_BYTES_MAX = 1 << 20;

    private static final int CONNECT_MILLIS_MAX = 3_000;
    private static final int CONNECTIONS_MAX = 8;
    private static final short NORMAL = 1000;
    private static final short SESSION_OVER = 4401;

    private final WebSocketClient client;
    private final HubAddress hub;
    private final HubTokens tokens;
    private final HubLink link;
    private final EventLog log;

    /** The ways to the hub. */
    record Hub(HubAddress address, HubTokens tokens, HubLink link) {}

    LivePipe(Vertx vertx, Hub hub, EventLog log) {
        this.hub = hub.address();
        this.tokens = hub.tokens();
        this.link = hub.link();
        this.log = log;
        this.client = vertx.createWebSocketClient(this.hub.secured(new WebSocketClientOptions()
                .setConnectTimeout(CONNECT_MILLIS_MAX)
                .setMaxConnections(CONNECTIONS_MAX)
                .setMaxFrameSize(HUB_FRAME_BYTES_MAX)
                .setClosingTimeout(2)));
    }

    /** Holds the page back until the hub has taken the connection; nothing of what it said gets lost. */
    void join(ServerWebSocket page) {
        page.pause();
        tokens.token()
                .compose(token -> connect(page, token).recover(fault -> again(page, token, fault)))
                .onFailure(fault -> {
                    log.event("live.unreachable", "fault", EventLog.kind(fault));
                    close(page, HUB_UNREACHABLE, "hub unreachable");
                });
    }

    /** A token can end between two connections: one more try with a new one. */
    private Future<Void> again(ServerWebSocket page, String token, Throwable fault) {
        if (fault instanceof UpgradeRejectedException refused && refused.getStatus() == 401) {
            tokens.refused(token);
            return tokens.token().compose(fresh -> connect(page, fresh));
        }
        return Future.failedFuture(fault);
    }

    private Future<Void> connect(ServerWebSocket page, String token) {
        ClientWebSocket upstream = client.webSocket();
        pump(upstream, page, link::heard);
        return upstream.connect(hub.live(token, CONNECT_MILLIS_MAX)).map(_ -> {
            link.heard();
            upstream.closeHandler(_ -> hubEnded(upstream, page, token));
            pump(page, upstream, () -> {});
            page.closeHandler(_ -> close(upstream, passable(page.closeStatusCode(), NORMAL), "page closed"));
            if (page.isClosed()) {
                close(upstream, NORMAL, "page closed");
            }
            page.resume();
            return null;
        });
    }

    private void hubEnded(WebSocketBase upstream, ServerWebSocket page, String token) {
        Short code = upstream.closeStatusCode();
        if (code != null && code == SESSION_OVER) {
            tokens.refused(token);
            close(page, HUB_UNREACHABLE, "session renewed");
        } else {
            short passed = passable(code, HUB_UNREACHABLE);
            close(page, passed, passed == HUB_UNREACHABLE ? "hub lost" : "hub closed");
        }
    }

    private static void pump(WebSocketBase from, WebSocketBase to, Runnable heard) {
        from.exceptionHandler(fault -> {
            if (fault instanceof CorruptedWebSocketFrameException broken) {
                close(from, (short) broken.closeStatus().code(), "broken frame");
            }
        });
        from.frameHandler(frame -> {
            heard.run();
            if (isMessage(frame) && !to.isClosed()) {
                to.writeFrame(frame);
                if (to.writeQueueFull()) {
                    from.pause();
                    to.drainHandler(_ -> from.resume());
                }
            }
        });
    }

    /** Pings, pongs and closes are each side's own. */
    private static boolean isMessage(WebSocketFrame frame) {
        return frame.isText() || frame.isBinary() || frame.isContinuation();
    }

    /** RFC 6455 §7.4: 1004 to 1006 and 1015 are never sent; none or those stand for a connection that just ended. */
    private static short passable(@Nullable Short code, short otherwise) {
        if (code == null || code < 1000 || code >= 5000) {
            return otherwise;
        }
        boolean sendable = (code < 1004 || code > 1006) && code != 1015;
        return sendable ? code : otherwise;
    }

    private static void close(WebSocketBase socket, short code, String reason) {
        if (!socket.isClosed()) {
            socket.close(code, reason);
        }
    }
}
