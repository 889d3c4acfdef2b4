package org.wuduan.bridge.janus;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** The server's end of one WebSocket, frame by frame (RFC 6455); it listens to nothing after the handshake. */
final class Wire implements AutoCloseable {
    private static final String RFC_6455_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CONTINUATION = 0;
    private static final int LAST = 0x80;

    private final ServerSocket server;
    private final CompletableFuture<Socket> connected = new CompletableFuture<>();

    Wire() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::shakeHands);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    /** Sends one message, each part in a frame of its own. */
    void say(String... parts) throws IOException {
        DataOutputStream out = new DataOutputStream(connected.join().getOutputStream());
        for (int i = 0; i < parts.length; i++) {
            byte[] bytes = parts[i].getBytes(StandardCharsets.UTF_8);
            out.writeByte((i == parts.length - 1 ? LAST : 0) | (i == 0 ? TEXT : CONTINUATION));
            writeLength(out, bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /** The shortest of the three forms, as section 5.2 demands. */
    private static void writeLength(DataOutputStream out, int length) throws IOException {
        if (length < 126) {
            out.writeByte(length);
        } else if (length < 1 << 16) {
            out.writeByte(126);
            out.writeShort(length);
        } else {
            out.writeByte(127);
            out.writeLong(length);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        connected.join().close();
    }

    private void shakeHands() {
        try {
            Socket socket = server.accept();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String key = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                    key = line.substring(line.indexOf(':') + 1).strip();
                }
            }
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + RFC_6455_GUID).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Protocol: janus-protocol\r\nSec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            connected.complete(socket);
        } catch (IOException | NoSuchAlgorithmException fault) {
            connected.completeExceptionally(fault);
        }
    }
}
