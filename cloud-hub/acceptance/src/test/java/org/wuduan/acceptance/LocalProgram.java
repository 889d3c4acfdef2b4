package org.wuduan.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Another program of the box's machine, which writes what it likes to the box's port. */
record LocalProgram(URI box) {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    /** Whatever shows or does something. */
    static final List<String> GUARDED = List.of(
            "/live",
            "/box/live",
            "/box/state",
            "/box/speech?language=en&text=hello",
            "/box",
            "/box/",
            "/api",
            "/api/",
            "/api/me",
            "/api/duty",
            "/api/consent-text?language=zh-CN",
            "/api/consultations",
            "/api/consultations/0199a1b2-0000-7000-8000-000000000001/answer",
            "/api/readings",
            "/api/sessions",
            "/api/box-tokens/challenges",
            "/api/boxes/enrolments");

    /** Other ways to write the same places. */
    static final List<String> AROUND_THE_GUARD = List.of(
            "/./box/state",
            "/x/../box/state",
            "//box/state",
            "/%62ox/state",
            "/BOX/state",
            "/%2fbox/state",
            "/;/box/state",
            "/assets/../api/me",
            "/assets/%2e%2e/api/me",
            "/API/me",
            "//api/me",
            "/live/",
            "/Live",
            "/%6cive",
            "/\\api\\me",
            "http://evil.localhost/api/me");

    String ownOrigin() {
        return box.getScheme() + "://" + box.getAuthority();
    }

    int status(String method, String path, List<String> headers) {
        return statusOf(exchange(method, path, headers));
    }

    String reads(String path, List<String> headers) {
        return exchange("GET", path, headers);
    }

    /** The status that answers the opening of a WebSocket; 101 opens it. */
    int socket(String path, String origin, String subprotocol) {
        var headers = new ArrayList<>(List.of(
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Origin: " + origin));
        if (!subprotocol.isEmpty()) {
            headers.add("Sec-WebSocket-Protocol: " + subprotocol);
        }
        return statusOf(send("GET " + path + " HTTP/1.1", headers, true));
    }

    private String exchange(String method, String path, List<String> headers) {
        var all = new ArrayList<>(headers);
        all.add("Connection: close");
        all.add("Content-Length: 0");
        return send(method + " " + path + " HTTP/1.1", all, false);
    }

    private static int statusOf(String answer) {
        var parts = answer.split(" ", 3);
        if (parts.length < 3 || !parts[0].startsWith("HTTP/1.")) {
            throw new AssertionError("no answer of HTTP: " + answer);
        }
        return Integer.parseInt(parts[1]);
    }

    /** Sends the lines under the box's own name and reads the answer: all of it, or its first bytes. */
    private String send(String request, List<String> headers, boolean firstBytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), box.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var text = request + "\r\nHost: " + box.getAuthority() + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            var in = socket.getInputStream();
            var bytes = firstBytes ? in.readNBytes("HTTP/1.1 101 ".length()) : in.readNBytes(ANSWER_BYTES_MAX);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new AssertionError("the box broke off: " + request, broken);
        }
    }
}
