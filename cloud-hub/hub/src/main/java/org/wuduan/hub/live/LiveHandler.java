package org.wuduan.hub.live;

import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.Problem;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Fault;
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
    private final Audit audit;
    private final Clock clock;
    private final MessageReader reader = new MessageReader();

    LiveHandler(Connections connections, StreamRenderer renderer, MessageHandlers handlers, Audit audit, Clock clock) {
        this.connections = connections;
        this.renderer = renderer;
        this.handlers = handlers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        var signedIn = (SignedIn) socket.getAttributes().get(LiveEndpoint.SIGNED_IN);
        if (signedIn == null) {
            throw new IllegalStateException("a socket was opened without a session");
        }
        limitSending(socket);
        var connection = new LiveConnection(Uuid7.at(clock.instant()), socket, signedIn, renderer, clock);
        bySocket.put(socket.getId(), connection);
        Thread.ofVirtual().name("live-" + connection.connectionId()).start(connection::write);
        expectHello(connection);
        LOG.info(
                "live.opened connection={} actor={}",
                connection.connectionId(),
                signedIn.actor().id());
    }

    /** Tomcat would let a reader that takes nothing hold the writer for 20 s. */
    private static void limitSending(WebSocketSession socket) {
        if (socket instanceof NativeWebSocketSession container) {
            var tomcats = container.getNativeSession(Session.class);
            if (tomcats != null) {
                tomcats.getUserProperties()
                        .put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, Limits.SEND_WITHIN.toMillis());
            }
        }
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
        if (connection == null || connection.isClosing()) {
            return;
        }
        var read = reader.read(frame.getPayload());
        switch (read) {
            case MessageReader.Unreadable(var ref, var problem) -> refuse(connection, ref, problem);
            case MessageReader.Readable(var id, var message) -> receive(connection, id, message);
        }
        // closed by another thread while the message was answered: a seat claimed meanwhile would be held for ever
        if (!bySocket.containsKey(socket.getId())) {
            end(connection);
        }
    }

    private void end(LiveConnection connection) {
        connections.ended(connection);
        handlers.closed(connection);
    }

    private void receive(LiveConnection connection, String id, LiveToHub message) {
        switch (answer(connection, message)) {
            case Outcome.Done<Reply>(var reply) -> {
                if (reply.message() != null) {
                    connection.send(reply.message());
                }
            }
            case Refused<Reply>(var problem) -> refuse(connection, id, problem);
        }
    }

    /** A bug in one answer does not end the connection: its views and its seat go on. */
    private Outcome<Reply> answer(LiveConnection connection, LiveToHub message) {
        try {
            return connection.welcomed() ? handle(connection, message) : hello(connection, message);
        } catch (RuntimeException bug) {
            LOG.error("live.bug connection={}", connection.connectionId(), Fault.of(bug));
            return Refused.of(ProblemType.INTERNAL);
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
        return renderer.view(connection.actor(), stream).then(_ -> {
            recordOpening(connection, stream);
            return connection.watch(stream, watch.stream())
                    ? Outcome.of(Reply.NONE)
                    : Refused.of(ProblemType.WATCH_LIMIT);
        });
    }

    /** Whoever opens another's record is remembered, once a connection and stream; an inbox tells what it shows. */
    private void recordOpening(LiveConnection connection, StreamName stream) {
        boolean own = stream.id().equals(connection.actor().id());
        if (!own && !connection.hasOpened(stream)) {
            audit.record(Audit.Kind.OPENING, connection.actor().id(), "open-" + stream.kind(), stream.id());
            connection.markOpened(stream);
        }
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
            end(connection);
            LOG.info("live.closed connection={} code={}", connection.connectionId(), status.getCode());
        }
    }
}
