package org.wuduan.box;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.wuduan.contract.BoxLive;
import org.wuduan.contract.BoxLive.BoxState;
import org.wuduan.contract.WireJson;

/** {@code /box/live}: tells the page the state at once and on change, and each measurement. */
final class PageSockets {
    /** One page, its reload, and an engineer's. */
    static final int SOCKETS_MAX = 8;

    /** Bytes that a page may leave unread before it is let go; it comes back by itself. */
    private static final int UNREAD_BYTES_MAX = 1 << 20;

    /** The page hears something at least so often: a box that hangs keeps its sockets open and says nothing. */
    static final long STATE_EVERY_MILLIS = 2_000;

    /** Changes of the state within this time are told once. */
    private static final long GATHER_MILLIS = 100;

    private static final short TOO_SLOW = 4008;

    private final Vertx vertx;
    private final Context loop;
    private final Supplier<BoxState> state;
    private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();

    PageSockets(Vertx vertx, Supplier<BoxState> state) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.state = state;
        vertx.setPeriodic(STATE_EVERY_MILLIS, _ -> {
            if (!sockets.isEmpty()) {
                stateChanged();
            }
        });
    }

    boolean full() {
        return sockets.size() >= SOCKETS_MAX;
    }

    void join(ServerWebSocket socket) {
        socket.setWriteQueueMaxSize(UNREAD_BYTES_MAX);
        sockets.add(socket);
        socket.closeHandler(_ -> sockets.remove(socket));
        socket.exceptionHandler(_ -> {});
        vertx.executeBlocking(state::get).onSuccess(now -> socket.writeTextMessage(text(now)));
    }

    /** The state may have changed: tells it soon. */
    void stateChanged() {
        if (telling.compareAndSet(false, true)) {
            vertx.setTimer(GATHER_MILLIS, _ -> {
                telling.set(false);
                vertx.executeBlocking(state::get).onSuccess(this::tell);
            });
        }
    }

    void tell(BoxLive message) {
        if (sockets.isEmpty()) {
            return;
        }
        String text = text(message);
        loop.runOnContext(_ -> tellNow(text));
    }

    /** On the event loop: from other threads a burst of a few dozen messages looks like a page that does not read. */
    private void tellNow(String text) {
        for (ServerWebSocket socket : sockets) {
            if (socket.writeQueueFull()) {
                socket.close(TOO_SLOW, "too slow");
            } else {
                socket.writeTextMessage(text);
            }
        }
    }

    private static String text(BoxLive message) {
        return WireJson.mapper().writeValueAsString(message);
    }
}
