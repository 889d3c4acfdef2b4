package org.wuduan.bridge.janus;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One WebSocket to a Janus: matches answers to requests by their transaction and hands on everything else. Safe for
 * threads.
 */
final class JanusSocket implements AutoCloseable {
    /** From the first packet to the end of the WebSocket's handshake. */
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    /** Longest message that is read, in characters; an offer with 15 publishers has about 60,000. */
    static final int MESSAGE_CHARS_MAX = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String apiSecret;
    private final Consumer<JsonNode> events;
    private final Runnable closed;
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicLong transactions = new AtomicLong();
    private final ReentrantLock sending = new ReentrantLock();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    private JanusSocket(String apiSecret, Consumer<JsonNode> events, Runnable closed) {
        this.apiSecret = apiSecret;
        this.events = events;
        this.closed = closed;
    }

    /**
     * Connects.
     *
     * @param events gets what Janus says unasked, in order; must not block
     * @param closed called once when the connection has ended
     */
    static JanusSocket open(HttpClient http, JanusEndpoint endpoint, Consumer<JsonNode> events, Runnable closed)
            throws JanusFault {
        JanusSocket made = new JanusSocket(endpoint.apiSecret(), events, closed);
        CompletableFuture<WebSocket> opening = http.newWebSocketBuilder()
                .subprotocols("janus-protocol")
                .connectTimeout(CONNECT_LIMIT)
                .buildAsync(endpoint.url(), made.new Ear());
        made.socket = await(opening, CONNECT_LIMIT, JanusFault.Kind.UNREACHABLE);
        return made;
    }

    /** Asks and waits for the last answer; the acknowledgement that comes before some answers is passed over. */
    JsonNode ask(ObjectNode request, Duration limit) throws JanusFault {
        String transaction = Long.toString(transactions.incrementAndGet());
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(transaction, answer);
        try {
            send(request.put("transaction", transaction).put("apisecret", apiSecret), limit);
            return checked(await(answer, limit, JanusFault.Kind.CLOSED));
        } finally {
            asked.remove(transaction);
        }
    }

    /** java.net.http takes the next message only after the last one is written. */
    private void send(ObjectNode message, Duration limit) throws JanusFault {
        WebSocket open = socket;
        sending.lock();
        try {
            if (open == null || ended.isDone()) {
                throw JanusFault.of(JanusFault.Kind.CLOSED, "before it was asked");
            }
            await(open.sendText(JSON.writeValueAsString(message), true), limit, JanusFault.Kind.CLOSED);
        } finally {
            sending.unlock();
        }
    }

    private static <T> T await(CompletableFuture<T> coming, Duration limit, JanusFault.Kind otherwise)
            throws JanusFault {
        try {
            return coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw JanusFault.of(JanusFault.Kind.TIMED_OUT, "no answer within " + limit);
        } catch (ExecutionException failed) {
            throw JanusFault.of(otherwise, String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw JanusFault.of(JanusFault.Kind.CLOSED, "interrupted");
        }
    }

    private static JsonNode checked(JsonNode answer) throws JanusFault {
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            throw JanusFault.refused(
                    error.path("code").asInt(0), error.path("reason").asString(""));
        }
        JsonNode said = answer.path("plugindata").path("data");
        if (said.has("error_code")) {
            throw JanusFault.refused(
                    said.path("error_code").asInt(0), said.path("error").asString(""));
        }
        return answer;
    }

    /** Ends the connection without a word, as a death would; Janus keeps the session for its successor. */
    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        end();
    }

    private void end() {
        if (ended.complete(null)) {
            asked.values()
                    .forEach(waiting ->
                            waiting.completeExceptionally(JanusFault.of(JanusFault.Kind.CLOSED, "while it was asked")));
            closed.run();
        }
    }

    private void heard(String text) {
        JsonNode message = JSON.readTree(text);
        if ("ack".equals(message.path("janus").asString(""))) {
            return;
        }
        if (!message.has("transaction")) {
            events.accept(message);
            return;
        }
        CompletableFuture<JsonNode> waiting =
                asked.get(message.path("transaction").asString(""));
        if (waiting != null) {
            waiting.complete(message);
        }
    }

    /** Janus' messages can come in parts. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (parts.length() > MESSAGE_CHARS_MAX) {
                close();
                return null;
            }
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                try {
                    heard(text);
                } catch (JacksonException notJanus) {
                    close();
                    return null;
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            end();
        }
    }
}
