package org.wuduan.box;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;

/** The box's own HTTP exchanges with the hub, in JSON. */
final class HubHttp {
    /** Longest wait for an answer of the hub: a batch that waits for a slow disk there included. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private static final int CONNECT_MILLIS_MAX = 3_000;
    private static final int CONNECTIONS_MAX = 8;
    private static final int WAITING_REQUESTS_MAX = 64;

    private final Context loop;
    private final HttpClient client;
    private final HubAddress hub;

    HubHttp(Vertx vertx, HubAddress hub) {
        this.hub = hub;
        this.loop = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(
                hub.secured(new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS_MAX)
                        .setKeepAliveTimeout(20)
                        .setTcpNoDelay(true)),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX).setMaxWaitQueueSize(WAITING_REQUESTS_MAX));
    }

    /** The answer of the hub, whatever its status. */
    record HubAnswer(int status, Buffer body) {
        /** @throws IOException when the hub said something that is not this message */
        <T> T as(Class<T> type) throws IOException {
            try {
                return WireJson.mapper().readValue(body.getBytes(), type);
            } catch (JacksonException e) {
                throw new IOException("the hub's answer is not a " + type.getSimpleName());
            }
        }
    }

    HttpClient client() {
        return client;
    }

    RequestOptions request(HttpMethod method, String uri) {
        return hub.request().setMethod(method).setURI(uri).setTimeout(ANSWER_WITHIN.toMillis());
    }

    /** @param token the box's token, absent for what needs none */
    Future<HubAnswer> post(String path, Object message, Optional<String> token) {
        var options = request(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
        token.ifPresent(value -> options.putHeader("Authorization", "Bearer " + value));
        return exchange(options, Buffer.buffer(WireJson.mapper().writeValueAsBytes(message)));
    }

    /** A command without a body, once. */
    Future<HubAnswer> command(String path, String token) {
        var options = request(HttpMethod.POST, path)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Idempotency-Key", UUID.randomUUID().toString());
        return exchange(options, Buffer.buffer());
    }

    /** A command of the box itself. @param key recognises a repeat */
    Future<HubAnswer> command(String path, Object message, UUID key, String token) {
        var options = request(HttpMethod.POST, path)
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", key.toString())
                .putHeader("Authorization", "Bearer " + token);
        return exchange(options, Buffer.buffer(WireJson.mapper().writeValueAsBytes(message)));
    }

    Future<HubAnswer> get(String path, Duration within) {
        return exchange(request(HttpMethod.GET, path).setTimeout(within.toMillis()), Buffer.buffer());
    }

    /** On the event loop from the start: on another thread the answer's body could pass before anyone listens to it. */
    private Future<HubAnswer> exchange(RequestOptions options, Buffer body) {
        Promise<HubAnswer> answer = Promise.promise();
        loop.runOnContext(_ -> Future.succeededFuture()
                .compose(_ -> client.request(options))
                .compose(request -> body.length() == 0 ? request.send() : request.send(body))
                .compose(response -> response.body().map(whole -> new HubAnswer(response.statusCode(), whole)))
                .onComplete(answer));
        return answer.future();
    }

    /** Waits on a thread of its own (never on the event loop). @throws IOException when the exchange failed */
    static <T> T await(Future<T> exchange) throws IOException, InterruptedException {
        try {
            return exchange.toCompletionStage()
                    .toCompletableFuture()
                    .get(ANSWER_WITHIN.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the hub did not answer", e.getCause() == null ? e : e.getCause());
        }
    }
}
