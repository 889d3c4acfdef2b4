package org.wuduan.box;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.View.WearablesView;
import org.wuduan.contract.WireJson;

/**
 * The box's own connection to {@code /live}: it watches the wearables of its household, so that a change on a phone is here
 * within a moment. It has a session of its own: the page's connection would otherwise end it.
 */
final class WearablesLine {
    /** Says to the hub's operators, and to tests, that this is not a page. */
    static final String AGENT = "wuduan-box";

    private static final int PROTOCOL = 1;
    private static final int FRAME_BYTES_MAX = 1 << 20;
    private static final int CONNECT_MILLIS_MAX = 3_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** A screen calls the link lost after 3.7 beats of 1 s without a frame (PROTOCOL.md §3); nobody looks at this one. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Hub hub;
    private final Heard heard;
    private final EventLog log;
    private final Backoff backoff = new Backoff();
    private @Nullable ClientWebSocket socket;
    private boolean connecting;
    private long heardAtNanos;
    private long quietUntilNanos = System.nanoTime();
    private @Nullable UUID watched;

    /**
     * The way to the hub.
     *
     * @param household of the box; null while it has none
     */
    record Hub(HubAddress address, HubTokens tokens, Supplier<@Nullable UUID> household) {}

    /** Who hears; called on the event loop, and must not block. */
    interface Heard {
        void view(WearablesView view);
    }

    WearablesLine(Vertx vertx, Hub hub, Heard heard, EventLog log) {
        this.vertx = vertx;
        this.hub = hub;
        this.heard = heard;
        this.log = log;
        this.client = vertx.createWebSocketClient(hub.address()
                .secured(new WebSocketClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS_MAX)
                        .setMaxFrameSize(FRAME_BYTES_MAX)
                        .setMaxMessageSize(FRAME_BYTES_MAX)));
    }

    void begin() {
        vertx.setPeriodic(1, LOOK_EVERY.toMillis(), _ -> look());
    }

    private void look() {
        long now = System.nanoTime();
        UUID household = hub.household().get();
        ClientWebSocket open = socket;
        if (open != null && (now - heardAtNanos > SILENCE_MAX.toNanos() || !same(household))) {
            open.close();
            ended();
        } else if (open == null && !connecting && household != null && now - quietUntilNanos >= 0) {
            connecting = true;
            connect(household).onComplete(done -> {
                connecting = false;
                if (done.failed()) {
                    ended();
                }
            });
        }
    }

    private boolean same(@Nullable UUID household) {
        return household != null && household.equals(watched);
    }

    private void ended() {
        socket = null;
        quietUntilNanos = System.nanoTime() + backoff.next().toNanos();
    }

    private Future<Void> connect(UUID household) {
        return hub.tokens().token().compose(token -> {
            var options = hub.address().live(token, CONNECT_MILLIS_MAX);
            options.putHeader("User-Agent", AGENT);
            ClientWebSocket upstream = client.webSocket();
            upstream.textMessageHandler(this::read);
            return upstream.connect(options)
                    .onFailure(_ -> hub.tokens().refused(token))
                    .map(_ -> {
                        opened(upstream, household, token);
                        return null;
                    });
        });
    }

    private void opened(ClientWebSocket upstream, UUID household, String token) {
        socket = upstream;
        watched = household;
        heardAtNanos = System.nanoTime();
        upstream.closeHandler(_ -> {
            if (socket == upstream) {
                hub.tokens().refused(token);
                ended();
            }
        });
        send(upstream, new LiveToHub.Hello("1", PROTOCOL));
        send(upstream, new LiveToHub.Watch("2", "wearables/" + household));
        log.event("wearables.watched");
    }

    private static void send(ClientWebSocket socket, LiveToHub message) {
        socket.writeTextMessage(WireJson.mapper().writeValueAsString(message));
    }

    /** What a newer hub says beside this is not for the box. */
    private void read(String text) {
        heardAtNanos = System.nanoTime();
        var message = WireJson.mapper().readValue(text, LiveToTerminal.class);
        if (message instanceof LiveToTerminal.ViewFrame frame
                && frame.view() instanceof WearablesView view
                && view.household().id().equals(watched)) {
            backoff.reset();
            heard.view(view);
        }
    }
}
