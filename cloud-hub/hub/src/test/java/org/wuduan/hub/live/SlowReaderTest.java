package org.wuduan.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.journal.InMemoryJournal;

/** A terminal that takes nothing, and a hub that fails while it writes. */
class SlowReaderTest {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch reading = new CountDownLatch(1);
    private final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();

    @Test
    void a_reader_with_too_much_unread_is_closed_as_too_slow() throws Exception {
        var connection = connection(_ -> reading.await());
        var writer = Thread.ofVirtual().start(connection::write);

        for (int message = 0; message <= Limits.UNREAD_MESSAGES_MAX + 1; message++) {
            connection.send(new LiveToTerminal.Beat(Instant.EPOCH, Map.of(), null));
        }
        reading.countDown();

        assertThat(closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getCode()).isEqualTo(4008);
        assertThat(writer.join(java.time.Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
    }

    @Test
    void a_reader_with_more_than_a_mebibyte_unread_is_closed_as_too_slow() throws Exception {
        var connection = connection(_ -> reading.await());
        Thread.ofVirtual().start(connection::write);
        var heads = new java.util.HashMap<String, Long>();
        for (int stream = 0; stream < Limits.STREAMS_MAX; stream++) {
            heads.put("consultation/" + new UUID(stream, stream), Long.MAX_VALUE);
        }

        for (int message = 0; message < Limits.UNREAD_BYTES_MAX / 1_000; message++) {
            connection.send(new LiveToTerminal.Beat(Instant.EPOCH, heads, null));
        }
        reading.countDown();

        assertThat(closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getCode()).isEqualTo(4008);
    }

    @Test
    void a_writer_that_meets_a_bug_closes_its_connection_instead_of_going_silent() throws Exception {
        var connection = connection(_ -> {
            throw new IllegalArgumentException("a bug");
        });
        Thread.ofVirtual().start(connection::write);

        connection.send(new LiveToTerminal.Beat(Instant.EPOCH, Map.of(), null));

        assertThat(closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getCode()).isEqualTo(4000);
    }

    /** What a socket does with a message. */
    private interface Sending {
        void send(WebSocketMessage<?> message) throws Exception;
    }

    private LiveConnection connection(Sending sending) {
        var socket = (WebSocketSession) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "sendMessage" -> sending.send((WebSocketMessage<?>) arguments[0]);
                        case "close" -> closed.complete((CloseStatus) arguments[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
        var somebody = new SignedIn(new Actor(new UUID(1, 1), ActorKind.FAMILY), new UUID(1, 2), "女儿");
        return new LiveConnection(
                new UUID(1, 3),
                socket,
                somebody,
                new StreamRenderer(java.util.List.of(), new InMemoryJournal(Clock.systemUTC(), _ -> {}), (_, _) -> {}),
                Clock.systemUTC());
    }
}
