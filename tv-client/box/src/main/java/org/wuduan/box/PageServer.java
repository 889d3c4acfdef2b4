package org.wuduan.box;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wuduan.contract.BoxLive.BoxState;
import org.wuduan.contract.WireJson;

/** The box's web server, on 127.0.0.1 alone: the television page, what it asks of the box, and the pipe to the hub. */
final class PageServer {
    private static final String LOOPBACK = "127.0.0.1";

    /** A text of 500 Chinese characters is 4,500 bytes in an address. */
    private static final int ADDRESS_BYTES_MAX = 8 * 1024;

    private static final int HEADER_BYTES_MAX = 16 * 1024;

    private final Vertx vertx;
    private final Desks desks;
    private final LoopbackGuard guard;
    private final StaticFiles files;

    /** Who answers what. */
    record Desks(
            Supplier<BoxState> state,
            ResetDesk reset,
            PageSockets sockets,
            SpeechDesk speech,
            ApiPipe api,
            LivePipe live) {}

    PageServer(Vertx vertx, Desks desks, LoopbackGuard guard, StaticFiles files) {
        this.vertx = vertx;
        this.desks = desks;
        this.guard = guard;
        this.files = files;
    }

    Future<HttpServer> listen(int port, LaunchToken token) {
        var options = new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(port)
                .setMaxInitialLineLength(ADDRESS_BYTES_MAX)
                .setMaxHeaderSize(HEADER_BYTES_MAX)
                .setMaxWebSocketFrameSize(LivePipe.FRAME_BYTES_MAX)
                .setMaxWebSocketMessageSize(LivePipe.FRAME_BYTES_MAX)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(List.of(LoopbackGuard.TOKEN_SUBPROTOCOL + token.value()));
        return vertx.createHttpServer(options)
                .requestHandler(this::request)
                .webSocketHandshakeHandler(this::handshake)
                .webSocketHandler(_ -> {})
                .listen();
    }

    private void request(HttpServerRequest request) {
        String path = request.path();
        if (path == null) {
            Problems.NOT_FOUND.answer(request.response());
        } else if (path.startsWith("/api") || path.startsWith("/box") || path.equals("/live")) {
            guard.refusalOfRequest(request.headers())
                    .ifPresentOrElse(problem -> problem.answer(request.response()), () -> answer(request, path));
        } else {
            guard.refusalOfPage(request.headers())
                    .ifPresentOrElse(problem -> problem.answer(request.response()), () -> files.serve(request, path));
        }
    }

    private void answer(HttpServerRequest request, String path) {
        boolean reads = request.method().equals(HttpMethod.GET);
        switch (path) {
            case "/box/state" -> read(request, reads, this::state);
            case "/box/speech" -> read(request, reads, desks.speech()::serve);
            case "/box/factory-reset" -> desks.reset().serve(request);
            default -> {
                if (path.startsWith("/api/")) {
                    desks.api().pipe(request, path);
                } else {
                    Problems.NOT_FOUND.answer(request.response());
                }
            }
        }
    }

    private static void read(HttpServerRequest request, boolean reads, Consumer<HttpServerRequest> answer) {
        if (reads) {
            answer.accept(request);
        } else {
            Problems.METHOD_NOT_ALLOWED.answer(request.response());
        }
    }

    private void state(HttpServerRequest request) {
        vertx.executeBlocking(desks.state()::get)
                .onSuccess(state -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        .end(Buffer.buffer(WireJson.mapper().writeValueAsBytes(state))));
    }

    private void handshake(ServerWebSocketHandshake handshake) {
        var refusal = guard.refusalOfSocket(handshake.headers());
        if (refusal.isPresent()) {
            handshake.reject(refusal.get().status());
            return;
        }
        switch (handshake.path()) {
            case "/live" -> accept(handshake, desks.live()::join);
            case "/box/live" -> {
                if (desks.sockets().full()) {
                    handshake.reject(429);
                } else {
                    accept(handshake, desks.sockets()::join);
                }
            }
            default -> handshake.reject(404);
        }
    }

    private static void accept(ServerWebSocketHandshake handshake, Consumer<ServerWebSocket> joins) {
        handshake.accept().onSuccess(joins::accept);
    }
}
