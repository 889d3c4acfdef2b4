package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

/**
 * A program that speaks to the hub with a cookie taken out of a browser, wherever it likes.
 *
 * @param hub address without a path
 * @param cookie name and value
 */
record Visitor(String hub, String cookie) {

    int status(String path) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(hub + path)).header("Cookie", cookie);
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** The status that answers the opening of /live; 101 opens it. */
    int live() {
        try (var http = HttpClient.newHttpClient()) {
            http.newWebSocketBuilder()
                    .header("Cookie", cookie)
                    .header("Origin", hub)
                    .buildAsync(URI.create(hub.replaceFirst("^http", "ws") + "/live"), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException answer) {
                return answer.getResponse().statusCode();
            }
            throw refused;
        }
    }
}
