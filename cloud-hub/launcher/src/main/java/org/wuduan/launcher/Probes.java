package org.wuduan.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ways of seeing that a sibling answers. */
final class Probes {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Probes() {}

    /** Something listens on this loopback port. */
    static Sibling.Probe port(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
                return true;
            } catch (IOException closed) {
                return false;
            }
        };
    }

    /** Something listens on this socket file. */
    static Sibling.Probe socketFile(Path file) {
        return () -> {
            try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                return channel.connect(UnixDomainSocketAddress.of(file));
            } catch (IOException closed) {
                return false;
            }
        };
    }

    /** This address answers 200. */
    static Sibling.Probe http(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return () -> {
            try {
                return HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException silent) {
                return false;
            }
        };
    }

    /** This address answers anything at all. */
    static Sibling.Probe anyAnswer(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return () -> {
            try {
                HTTP.send(request, HttpResponse.BodyHandlers.discarding());
                return true;
            } catch (IOException silent) {
                return false;
            }
        };
    }

    /** The file is there and not empty, and then {@code other} as well. */
    static Sibling.Probe file(Path file, Sibling.Probe other) {
        return () -> {
            try {
                return Files.exists(file) && Files.size(file) > 0 && other.answers();
            } catch (IOException gone) {
                return false;
            }
        };
    }

    /**
     * A Janus of this name answers. One whose port is taken only warns and lives on, so that another Janus might
     * answer in its place: the name decides.
     */
    static Sibling.Probe janus(URI address, String name) {
        return () -> {
            var answer = new CompletableFuture<String>();
            var opening = HTTP.newWebSocketBuilder()
                    .subprotocols("janus-protocol")
                    .connectTimeout(PATIENCE)
                    .buildAsync(address, new FirstMessage(answer));
            try {
                var socket = opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                socket.sendText("{\"janus\":\"info\",\"transaction\":\"launcher\"}", true);
                var said = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                socket.abort();
                return said.replaceAll("\\s", "").contains("\"server-name\":\"" + name + "\"");
            } catch (ExecutionException | TimeoutException silent) {
                return false;
            }
        };
    }

    private static final class FirstMessage implements WebSocket.Listener {
        private final CompletableFuture<String> whole;
        private final StringBuilder parts = new StringBuilder();

        FirstMessage(CompletableFuture<String> whole) {
            this.whole = whole;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                whole.complete(parts.toString());
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            whole.completeExceptionally(failure);
        }
    }
}
