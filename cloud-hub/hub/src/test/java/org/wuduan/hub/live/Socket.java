package org.wuduan.hub.live;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.journal.InMemoryJournal;
import org.wuduan.hub.shared.Outcome;

/** A connection whose other end keeps what is sent to it. */
final class Socket {
    private static final long PATIENCE_SECONDS = 20;

    final LiveConnection connection;
    private final List<WebSocketMessage<?>> sent = new CopyOnWriteArrayList<>();
    private final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();

    Socket(SignedIn who, Clock clock) {
        var socket = (WebSocketSession) Proxy.newProxyInstance(
                Socket.class.getClassLoader(), new Class<?>[] {WebSocketSession.class}, (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "sendMessage" -> sent.add((WebSocketMessage<?>) arguments[0]);
                        case "close" -> closed.complete((CloseStatus) arguments[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
        var renderer = new StreamRenderer(
                List.of(new Showing("consultation"), new Showing("inbox")),
                new InMemoryJournal(clock, _ -> {}),
                (_, _) -> {});
        connection = new LiveConnection(UUID.randomUUID(), socket, who, renderer, clock);
        Thread.ofVirtual().start(connection::write);
    }

    /** Waits for a text that holds a part. */
    void awaitSent(String part) {
        Eventually.holds(
                "sent: " + part,
                () -> sent.stream()
                        .filter(TextMessage.class::isInstance)
                        .map(message -> ((TextMessage) message).getPayload())
                        .anyMatch(text -> text.contains(part)));
    }

    void awaitPing() {
        Eventually.holds("pinged", () -> sent.stream().anyMatch(PingMessage.class::isInstance));
    }

    int awaitClose() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().getCode();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** Shows the same to everybody. */
    private record Showing(String kind) implements ViewSource {
        @Override
        public Outcome<View> view(Actor actor, UUID id) {
            return Outcome.of(
                    new View.BoxInbox(new NamedHousehold(id, "家"), List.of(), List.of(), List.of(), null, null));
        }
    }
}
