package org.wuduan.box;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.VertxConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Answers.BoxChallenge;
import org.wuduan.contract.Answers.BoxToken;
import org.wuduan.contract.Answers.EnrolledBox;
import org.wuduan.contract.Answers.ReadingsAck;
import org.wuduan.contract.Boxes.AnnounceBox;
import org.wuduan.contract.Boxes.AnnouncedBox;
import org.wuduan.contract.Boxes.AnnouncementState;
import org.wuduan.contract.Boxes.AskAnnouncement;
import org.wuduan.contract.Commands.AskBoxToken;
import org.wuduan.contract.Commands.EnrolBox;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.Problem;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.WireJson;

/** A hub as small as a box needs: enrolment, tokens, readings, an echo of everything else, and a {@code /live}. */
final class FakeHub implements AutoCloseable {
    static final String CODE = "K7QD-2M9X";

    final int port;
    final Set<UUID> stored = ConcurrentHashMap.newKeySet();
    final List<List<UUID>> batches = new CopyOnWriteArrayList<>();
    final List<ReadingBatch> sent = new CopyOnWriteArrayList<>();
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final List<ServerWebSocket> live = new CopyOnWriteArrayList<>();
    final Set<UUID> poison = ConcurrentHashMap.newKeySet();
    /** It fails at each batch that holds one of these. */
    final Set<UUID> crashes = ConcurrentHashMap.newKeySet();

    final Set<UUID> refuse = ConcurrentHashMap.newKeySet();
    volatile Consumer<ServerWebSocket> onLive = socket -> socket.frameHandler(frame -> {
        if (!frame.isClose()) {
            socket.writeFrame(frame);
        }
    });
    volatile int tokensGiven;

    /** What it says of the household's wearables, and what the box reports of them. */
    final FakeWearables wearables = new FakeWearables();

    volatile NamedHousehold household = new NamedHousehold(ReadingIds.at(Fixtures.NOW), "演示一家");
    final List<AnnounceBox> announced = new CopyOnWriteArrayList<>();
    private final Set<UUID> revoked = ConcurrentHashMap.newKeySet();

    private final Map<SocketAddress, HttpConnection> connections = new ConcurrentHashMap<>();
    private final Vertx vertx = Vertx.vertx();
    private final Map<UUID, String> publicKeys = new ConcurrentHashMap<>();
    private final Map<UUID, String> nonces = new HashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    /** A request that was not for the box itself. */
    record Heard(String method, String uri, Map<String, String> headers, String body) {}

    /** What goes wrong with one batch of readings. */
    enum Fault {
        /** Stored, but the answer never arrives. */
        ANSWER_LOST,
        TOKEN_REFUSED,
        INTERNAL,
        OVERLOADED
    }

    private FakeHub(int port) throws Exception {
        this.port = port;
        this.server = listen();
    }

    static FakeHub start() throws Exception {
        return new FakeHub(Fixtures.freePort());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void next(Fault fault) {
        faults.add(fault);
    }

    /** Ends the TCP connection under a WebSocket, without a close frame. */
    void cut(ServerWebSocket socket) {
        var connection = connections.get(socket.remoteAddress());
        if (connection == null) {
            throw new IllegalStateException("not a connection of this hub");
        }
        ((VertxConnection) connection).channel().pipeline().firstContext().close();
    }

    void forgetTokens() {
        tokens.clear();
    }

    void stop() throws Exception {
        HubHttp.await(server.close());
    }

    void restart() throws Exception {
        server = listen();
    }

    private HttpServer listen() throws Exception {
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMaxWebSocketFrameSize(1 << 20)
                .setMaxWebSocketMessageSize(1 << 20);
        return HubHttp.await(vertx.createHttpServer(options)
                .connectionHandler(connection -> connections.put(connection.remoteAddress(), connection))
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .webSocketHandshakeHandler(handshake -> {
                    if (!tokens.contains(bearer(handshake.headers().get("Authorization")))) {
                        handshake.reject(401);
                        return;
                    }
                    if (WearablesLine.AGENT.equals(handshake.headers().get("User-Agent"))) {
                        handshake.accept().onSuccess(wearables::join);
                        return;
                    }
                    handshake.accept().onSuccess(socket -> {
                        live.add(socket);
                        onLive.accept(socket);
                    });
                })
                .webSocketHandler(_ -> {})
                .listen());
    }

    private static String bearer(@Nullable String header) {
        return header == null ? "" : header.replaceFirst("^Bearer ", "");
    }

    private void answer(HttpServerRequest request, Buffer body) {
        switch (String.valueOf(request.path())) {
            case "/health" -> request.response().end("{}");
            case "/api/boxes/enrolments" -> enrol(request, body);
            case "/api/boxes/announcements" -> announce(request, body);
            case "/api/boxes/announcements/state" -> announcementState(request, body);
            case "/api/box-tokens/challenges" -> challenge(request, body);
            case "/api/box-tokens" -> token(request, body);
            default -> signedIn(request, body);
        }
    }

    private void enrol(HttpServerRequest request, Buffer body) {
        EnrolBox asked = WireJson.mapper().readValue(body.getBytes(), EnrolBox.class);
        if (!asked.code().equals(CODE)) {
            refuse(request, "code-unknown", 404);
            return;
        }
        publicKeys.put(asked.boxId(), asked.publicKey());
        json(request, new EnrolledBox(asked.boxId(), household));
    }

    private void announce(HttpServerRequest request, Buffer body) {
        AnnounceBox asked = WireJson.mapper().readValue(body.getBytes(), AnnounceBox.class);
        if (!signed(asked.publicKey(), "wuduan-box-announcement:" + asked.boxId(), asked.signature())) {
            refuse(request, "wrong-credentials", 401);
            return;
        }
        announced.add(asked);
        json(
                request,
                new AnnouncedBox(
                        "CODE222" + (announced.size() + 1), Instant.now().plusSeconds(600)));
    }

    private void announcementState(HttpServerRequest request, Buffer body) {
        AskAnnouncement asked = WireJson.mapper().readValue(body.getBytes(), AskAnnouncement.class);
        json(
                request,
                publicKeys.containsKey(asked.boxId())
                        ? new AnnouncementState(AnnouncementState.State.CONFIRMED, household)
                        : new AnnouncementState(AnnouncementState.State.WAITING, null));
    }

    /** Somebody enters the code of the box that announced itself last. */
    void confirm() {
        var last = announced.getLast();
        publicKeys.put(last.boxId(), last.publicKey());
    }

    /** The box is taken out of its household: its key and its tokens are worth nothing. */
    void remove(UUID box) {
        revoked.add(box);
        forgetTokens();
    }

    private void challenge(HttpServerRequest request, Buffer body) {
        var boxId = UUID.fromString(
                WireJson.mapper().readTree(body.getBytes()).get("boxId").asString());
        if (!publicKeys.containsKey(boxId)) {
            refuse(request, "wrong-credentials", 401);
            return;
        }
        var challengeId = ReadingIds.at(Fixtures.NOW);
        nonces.put(challengeId, "nonce-" + challengeId);
        json(
                request,
                new BoxChallenge(
                        challengeId, "nonce-" + challengeId, Instant.now().plusSeconds(60)));
    }

    private void token(HttpServerRequest request, Buffer body) {
        AskBoxToken asked = WireJson.mapper().readValue(body.getBytes(), AskBoxToken.class);
        String nonce = String.valueOf(nonces.remove(asked.challengeId()));
        if (!signed(asked, nonce)) {
            refuse(request, "wrong-credentials", 401);
            return;
        }
        if (revoked.contains(asked.boxId())) {
            refuse(request, "box-removed", 410);
            return;
        }
        tokensGiven++;
        String token = "token-" + tokensGiven;
        tokens.add(token);
        json(request, new BoxToken(token, Instant.now().plusSeconds(600), household));
    }

    private boolean signed(AskBoxToken asked, String nonce) {
        return signed(String.valueOf(publicKeys.get(asked.boxId())), "wuduan-box-token:" + nonce, asked.signature());
    }

    private static boolean signed(String publicKey, String text, String signatureText) {
        try {
            byte[] key = Base64.getUrlDecoder().decode(publicKey);
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(signatureText));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void signedIn(HttpServerRequest request, Buffer body) {
        if (!tokens.contains(bearer(request.getHeader("Authorization")))) {
            refuse(request, "session-expired", 401);
        } else if ("/api/readings".equals(request.path())) {
            readings(request, body);
        } else if (String.valueOf(request.path()).contains("/wearable-pairing/")) {
            wearables.reported(String.valueOf(request.path()), body);
            request.response().setStatusCode(204).end();
        } else {
            var headers = new HashMap<String, String>();
            request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
            heard.add(new Heard(request.method().name(), request.uri(), headers, body.toString()));
            request.response()
                    .setStatusCode(201)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Set-Cookie", "stray=1")
                    .end(body.length() == 0 ? Buffer.buffer("{}") : body);
        }
    }

    private void readings(HttpServerRequest request, Buffer body) {
        ReadingBatch batch = WireJson.mapper().readValue(body.getBytes(), ReadingBatch.class);
        sent.add(batch);
        List<UUID> ids = batch.readings().stream().map(Reading::id).toList();
        batches.add(ids);
        Fault fault = faults.poll();
        if (fault == Fault.INTERNAL) {
            refuse(request, "internal", 500);
        } else if (fault == Fault.OVERLOADED) {
            refuse(request, "internal", 503);
        } else if (ids.stream().anyMatch(crashes::contains)) {
            refuse(request, "internal", 500);
        } else if (fault == Fault.TOKEN_REFUSED) {
            forgetTokens();
            refuse(request, "session-expired", 401);
        } else if (ids.stream().anyMatch(poison::contains)) {
            refuse(request, "malformed-json", 400);
        } else {
            var ack = store(ids);
            if (fault == Fault.ANSWER_LOST) {
                request.connection().close();
            } else {
                json(request, ack);
            }
        }
    }

    private ReadingsAck store(List<UUID> ids) {
        var taken = new ArrayList<UUID>();
        var refused = new ArrayList<ReadingsAck.Refused>();
        for (UUID id : ids) {
            if (refuse.contains(id)) {
                refused.add(new ReadingsAck.Refused(id, problem("invalid-field", 422)));
            } else {
                stored.add(id);
                taken.add(id);
            }
        }
        return new ReadingsAck(taken, refused);
    }

    private static Problem problem(String type, int status) {
        return new Problem("urn:wuduan:problem:" + type, type, status, null, null, null, null);
    }

    private static void refuse(HttpServerRequest request, String type, int status) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(Buffer.buffer(WireJson.mapper().writeValueAsBytes(problem(type, status))));
    }

    private static void json(HttpServerRequest request, Object answer) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(WireJson.mapper().writeValueAsBytes(answer)));
    }

    @Override
    public void close() throws Exception {
        HubHttp.await(vertx.close());
    }
}
