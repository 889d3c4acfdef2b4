package org.wuduan.bridge.janus;

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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One empty page of a headless Chromium, in which scripts are run over the DevTools protocol. */
final class DevTools implements AutoCloseable {
    private static final int SECONDS_MAX = 30;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process chromium;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final WebSocket socket;

    private DevTools(Process chromium, Path profile) {
        this.chromium = chromium;
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(pageAddress(profile)), new Ear())
                .join();
    }

    static DevTools open(Path profile) throws IOException {
        Process chromium = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--mute-audio",
                        "--autoplay-policy=no-user-gesture-required",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("chromium.log").toFile())
                .start();
        return new DevTools(chromium, profile);
    }

    /** Runs an expression, waits for its promise, and returns its value as text. */
    String run(String expression) {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(number, answer);
        ObjectNode request = JSON.createObjectNode().put("id", number).put("method", "Runtime.evaluate");
        request.putObject("params")
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true);
        synchronized (this) {
            socket.sendText(JSON.writeValueAsString(request), true)
                    .orTimeout(SECONDS_MAX, TimeUnit.SECONDS)
                    .join();
        }
        JsonNode result = answer.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join().path("result");
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException("the page threw: " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value").asString("");
    }

    /** A text as a literal of the page's language. */
    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        chromium.descendants().forEach(ProcessHandle::destroyForcibly);
        chromium.destroyForcibly()
                .onExit()
                .orTimeout(SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }

    private String pageAddress(Path profile) {
        Path portFile = profile.resolve("DevToolsActivePort");
        JanusStage.until(
                "Chromium to listen",
                () -> Files.exists(portFile) && portFile.toFile().length() > 0);
        try {
            int port = Integer.parseInt(
                    Files.readAllLines(portFile, StandardCharsets.UTF_8).getFirst());
            HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build();
            for (JsonNode target : JSON.readTree(
                    http.send(list, HttpResponse.BodyHandlers.ofString()).body())) {
                if ("page".equals(target.path("type").asString(""))) {
                    return target.path("webSocketDebuggerUrl").asString("");
                }
            }
            throw new IllegalStateException("Chromium has no page");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                JsonNode message = JSON.readTree(parts.toString());
                parts.setLength(0);
                CompletableFuture<JsonNode> waiting =
                        asked.remove(message.path("id").asInt(0));
                if (waiting != null) {
                    waiting.complete(message);
                }
            }
            from.request(1);
            return null;
        }
    }
}
