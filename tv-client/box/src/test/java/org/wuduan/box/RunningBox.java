package org.wuduan.box;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wuduan.contract.BoxLive;
import org.wuduan.contract.BoxLive.BoxState;
import org.wuduan.contract.WireJson;
import org.wuduan.wearables.fake.FakeRadio;

/** A box on a free port beside a fake hub, and a page that speaks to it byte by byte. */
final class RunningBox implements AutoCloseable {
    /** A box that never answers fails its test instead of holding it for ever. */
    private static final int PATIENCE_MILLIS = 60_000;

    final FakeHub hub;
    final FakeRadio radio;
    final BoxSettings settings;
    final String authority;
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client;
    private final Box box;

    RunningBox(Path folder, FakeHub hub) throws Exception {
        this(folder, hub, FakeRadio.openHouse());
    }

    /** With a radio of the test's own, for what is about admission. */
    RunningBox(Path folder, FakeHub hub, FakeRadio radio) throws Exception {
        this(folder, hub, radio, Optional.of(FakeHub.CODE));
    }

    private RunningBox(Path folder, FakeHub hub, FakeRadio radio, Optional<String> code) throws Exception {
        this.hub = hub;
        this.radio = radio;
        int port = Fixtures.freePort();
        settings = Fixtures.settings(folder, port, hub.address(), code);
        authority = Fixtures.HOST + ":" + port;
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxFrameSize(1 << 20));
        box = Box.start(
                settings, radio, new EventLog(Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8)));
    }

    /** A box that is enrolled and knows that its hub is up. */
    static RunningBox enrolled(Path folder, FakeHub hub) throws Exception {
        return enrolled(folder, hub, FakeRadio.openHouse());
    }

    static RunningBox enrolled(Path folder, FakeHub hub, FakeRadio radio) throws Exception {
        var box = new RunningBox(folder, hub, radio);
        Eventually.until("the hub is up", () -> box.get("/box/state").contains("\"hub\":\"up\""));
        Eventually.until("the wearables are watched", hub.wearables::isWatched);
        return box;
    }

    /** A box that was given no code. */
    static RunningBox withoutCode(Path folder, FakeHub hub) throws Exception {
        return new RunningBox(folder, hub, FakeRadio.openHouse(), Optional.empty());
    }

    /** What the box says of itself to its page. */
    BoxState state() {
        var answer = get("/box/state");
        return (BoxState) WireJson.mapper().readValue(answer.substring(answer.indexOf("{")), BoxLive.class);
    }

    String token() {
        try {
            return Files.readString(settings.launchTokenFile().orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String get(String path) {
        return send("GET " + path, "Host: " + authority, "X-Wuduan-Launch: " + token());
    }

    String post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Host: " + authority, "X-Wuduan-Launch: " + token(), "Origin: http://" + authority));
        all.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        return raw("POST " + path, all, body);
    }

    /** @return the answer as it came, with status line and headers */
    String send(String methodAndPath, String... headers) {
        return raw(methodAndPath, List.of(headers), "");
    }

    private String raw(String methodAndPath, List<String> headers, String body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), settings.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String head =
                    methodAndPath + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    WebSocketConnectOptions socket(String path) {
        return foreignSocket(path)
                .setAllowOriginHeader(true)
                .putHeader("Origin", "http://" + authority)
                .addSubProtocol("wuduan.launch." + token());
    }

    /** A WebSocket by the right name, with neither origin nor token. */
    WebSocketConnectOptions foreignSocket(String path) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(settings.port())
                .putHeader("Host", authority)
                .setAllowOriginHeader(false)
                .setURI(path);
    }

    /** Joins, and gathers the text frames. */
    Page open(WebSocketConnectOptions options) throws Exception {
        var texts = new CopyOnWriteArrayList<String>();
        var socket = client.webSocket();
        socket.textMessageHandler(texts::add);
        return new Page(HubHttp.await(socket.connect(options)), texts);
    }

    /** A page's end of a WebSocket. */
    record Page(WebSocket socket, List<String> texts) {
        void hears(String part) {
            Eventually.until("hears " + part, () -> texts.stream().anyMatch(text -> text.contains(part)));
        }

        int closeCode() {
            Eventually.until("is closed", socket::isClosed);
            Short code = socket.closeStatusCode();
            return code == null ? 0 : code;
        }
    }

    void stopBox() {
        box.close();
    }

    @Override
    public void close() throws Exception {
        box.close();
        HubHttp.await(vertx.close());
    }
}
