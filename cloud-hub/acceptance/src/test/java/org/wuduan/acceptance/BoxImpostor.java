package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever stole a box's key: signs in with it, opens a socket to the hub, and does not let go. */
final class BoxImpostor implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String hub;
    private final String token;
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile int framesAtClose;
    private volatile long closedAt;
    private final WebSocket socket;

    private BoxImpostor(String hub, String token) {
        this.hub = hub;
        this.token = token;
        socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(hub.replaceFirst("http", "ws") + "/live"), this)
                .join();
        say("{\"type\":\"hello\",\"id\":\"1\",\"protocol\":1}");
        say("{\"type\":\"watch\",\"id\":\"2\",\"stream\":\"inbox\"}");
        Patience.until("the inbox is shown", () -> frames.get() >= 2);
    }

    static BoxImpostor withTheKeyOf(Path boxFolder, String hub) {
        try {
            var key = JSON.readTree(Files.readString(boxFolder.resolve("box-key.json")));
            var box = key.path("boxId").stringValue();
            var challenge = post(hub + "/api/box-tokens/challenges", "{\"boxId\":\"%s\"}".formatted(box));
            var signature = sign(
                    key.path("privateKey").stringValue(),
                    "wuduan-box-token:" + challenge.path("nonce").stringValue());
            var token = post(
                    hub + "/api/box-tokens",
                    "{\"boxId\":\"%s\",\"challengeId\":\"%s\",\"signature\":\"%s\"}"
                            .formatted(box, challenge.path("challengeId").stringValue(), signature));
            return new BoxImpostor(hub, token.path("token").stringValue());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sign(String privateKey, String text) {
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(privateKey));
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(spec));
            signer.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static JsonNode post(String url, String body) {
        return JSON.readTree(send(HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopping);
        }
    }

    private void say(String message) {
        socket.sendText(message, true).join();
    }

    /** What the hub answers to the old token. */
    int statusOf(String path) {
        return send(HttpRequest.newBuilder(URI.create(hub + path))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    int closeCode() {
        Patience.until("the hub closes the socket", () -> closed.get() != 0);
        return closed.get();
    }

    /** By {@link System#nanoTime}. */
    long closedAt() {
        return closedAt;
    }

    void gotNothingAfterItWasClosed() {
        assertThat(frames).hasValue(framesAtClose);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frames.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        framesAtClose = frames.get();
        closedAt = System.nanoTime();
        closed.set(code);
        return null;
    }
}
