package org.wuduan.hub.live;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.Problem;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;

/** Reads the frames of /live: hello first, then watches and the messages of other modules. */
class LiveHandler extends AbstractWebSocketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHandler.class);
    private static final int PROTOCOL = 1;

    private final Map<String, LiveConnection> bySocket = new ConcurrentHashMap<>();
    private final Connections connections;
    private final StreamRenderer renderer;
    private final MessageHandlers handlers;
    private final Clock clock;
    private final MessageReader reader = new MessageReader();

    LiveHandler(Connections connections, StreamRenderer renderer, MessageHandlers handlers, Clock clock) {
        this.connections = connections;
        this.renderer = renderer;
        this.handlers = handlers;
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        var signedIn = (SignedIn) socket.getAttributes().get(LiveEndpoint.SIGNED_IN);
        if (signedIn == null) {
            throw new IllegalStateException("a socket was opened without a session");
        }
        var connection = new LiveConnection(Uuid7.at(clock.instant()), socket, signedIn, renderer, clock);
        bySocket.put(socket.getId(), connection);
        Thread.ofVirtual().name("live-" + connection.connectionId()).start(connection::write);
        expectHello(connection);
        LOG.info(
                "live.opened connection={} actor={}",
                connection.connectionId(),
                signedIn.actor().id());
    }

    private static void expectHello(LiveConnection connection) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(Limits.HELLO_WITHIN);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            if (!connection.welcomed()) {
                connection.close(CloseReason.PROTOCOL);
            }
        });
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage frame) {
        var connection = bySocket.get(socket.getId());
        if (connection == null) {
            return;
        }
        var read = reader.read(frame.getPayload());
        switch (read) {
            case MessageReader.Unreadable(var ref, var problem) -> refuse(connection, ref, problem);
            case MessageReader.Readable(var id, var message) -> receive(connection, id, message);
        }
    }

    private void receive(LiveConnection connection, String id, LiveToHub message) {
        var outcome = connection.welcomed() ? handle(connection, message) : hello(connection, message);
        switch (outcome) {
            case Outcome.Done<Reply>(var reply) -> {
                if (reply.message() != null) {
                    connection.send(reply.message());
                }
            }
            case Refused<Reply>(var problem) -> refuse(connection, id, problem);
        }
    }

    private static void refuse(LiveConnection connection, @Nullable String ref, Problem problem) {
        connection.send(new LiveToTerminal.Refused(problem, ref));
        if (!connection.welcomed()) {
            connection.close(CloseReason.PROTOCOL);
        }
    }

    private Outcome<Reply> hello(LiveConnection connection, LiveToHub message) {
        if (!(message instanceof LiveToHub.Hello hello)) {
            return Refused.of(ProblemType.HELLO_EXPECTED);
        }
        if (hello.protocol() != PROTOCOL) {
            return Refused.of(ProblemType.UNSUPPORTED_VERSION);
        }
        connection.markWelcomed();
        connections.opened(connection);
        var actor = connection.actor();
        return Outcome.of(new Reply(new LiveToTerminal.Welcome(
                hello.id(),
                new LiveToTerminal.Welcome.Actor(
                        actor.id(), actor.kind(), connection.signedIn().name()),
                clock.instant(),
                Math.toIntExact(Limits.BEAT.toSeconds()))));
    }

    private Outcome<Reply> handle(LiveConnection connection, LiveToHub message) {
        return switch (message) {
            case LiveToHub.Hello again -> Refused.of(ProblemType.HELLO_EXPECTED);
            case LiveToHub.Watch watch -> watch(connection, watch);
            case LiveToHub.Unwatch unwatch -> {
                var stream = renderer.parse(connection.actor(), unwatch.stream());
                if (stream != null) {
                    connection.unwatch(stream);
                }
                yield Outcome.of(Reply.NONE);
            }
            case LiveToHub.ClaimSeat claim -> pass(connection, claim);
            case LiveToHub.Publish publish -> pass(connection, publish);
            case LiveToHub.Answer answer -> pass(connection, answer);
        };
    }

    private Outcome<Reply> pass(LiveConnection connection, LiveToHub message) {
        return handlers.handle(connection, message);
    }

    private Outcome<Reply> watch(LiveConnection connection, LiveToHub.Watch watch) {
        var stream = renderer.parse(connection.actor(), watch.stream());
        if (stream == null) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        return renderer.view(connection.actor(), stream)
                .then(_ -> connection.watch(stream, watch.stream())
                        ? Outcome.of(Reply.NONE)
                        : Refused.of(ProblemType.WATCH_LIMIT));
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage pong) {
        var connection = bySocket.get(socket.getId());
        if (connection != null) {
            connection.pongArrived();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) throws IOException {
        LOG.debug("live.transport_error socket={}", socket.getId());
        socket.close(CloseStatus.SERVER_ERROR);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        var connection = bySocket.remove(socket.getId());
        if (connection != null) {
            connections.ended(connection);
            handlers.closed(connection);
            LOG.info("live.closed connection={} code={}", connection.connectionId(), status.getCode());
        }
    }
}
