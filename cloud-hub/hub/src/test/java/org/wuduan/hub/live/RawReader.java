package org.wuduan.hub.live;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.wuduan.hub.fixtures.HubClient;

/** A terminal on a bare TCP socket (RFC 6455) that decides for itself how much it reads, and when. */
final class RawReader implements AutoCloseable {
    private static final int RECEIVE_BUFFER_BYTES = 16 * 1024;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL = 0x80;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final int LENGTH_IN_64_BITS = 127;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final DataOutputStream out;
    /** Read from the socket, not yet a whole frame. */
    private ByteBuffer unread = ByteBuffer.allocate(0);

    private int texts;

    RawReader(int port, HubClient credentials) throws IOException {
        // before the connection, or the kernel offers a larger window
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        in = socket.getInputStream();
        out = new DataOutputStream(socket.getOutputStream());
        out.write(("GET /live HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + credentials.credentialHeader() + ": " + credentials.credential() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            answer.append((char) in.read());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("not upgraded: " + answer.toString().lines().findFirst());
        }
    }

    void sendText(String text) throws IOException {
        send(FINAL_TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A client's frame is masked; a mask of zeros leaves the bytes as they are. */
    private void send(int head, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) head);
        if (payload.length < LENGTH_IN_16_BITS) {
            frame.put((byte) (FINAL | payload.length));
        } else {
            frame.put((byte) (FINAL | LENGTH_IN_16_BITS)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        out.write(frame.array(), 0, frame.position());
    }

    /**
     * Reads what has arrived, but not more than this; answers pings.
     *
     * @return the code of the close frame, once that has come
     */
    OptionalInt read(int bytesMax) throws IOException {
        var arrived = in.readNBytes(Math.min(in.available(), bytesMax));
        unread = ByteBuffer.allocate(unread.remaining() + arrived.length)
                .put(unread)
                .put(arrived)
                .flip();
        while (true) {
            var frame = frame();
            if (frame == null) {
                return OptionalInt.empty();
            }
            if ((frame.head & 0xF) == CLOSE) {
                return OptionalInt.of(ByteBuffer.wrap(frame.payload).getShort());
            }
            if ((frame.head & 0xF) == PING) {
                send(FINAL | PONG, frame.payload);
            } else {
                texts++;
            }
        }
    }

    /** Messages that have been read. */
    int texts() {
        return texts;
    }

    private record Frame(int head, byte[] payload) {}

    private @org.jspecify.annotations.Nullable Frame frame() {
        var look = unread.duplicate();
        if (look.remaining() < 2) {
            return null;
        }
        int head = look.get();
        long length = look.get();
        int more = length == LENGTH_IN_16_BITS ? Short.BYTES : length == LENGTH_IN_64_BITS ? Long.BYTES : 0;
        if (look.remaining() < more) {
            return null;
        }
        length = more == Short.BYTES
                ? Short.toUnsignedInt(look.getShort())
                : more == Long.BYTES ? look.getLong() : length;
        if (look.remaining() < length) {
            return null;
        }
        var payload = new byte[(int) length];
        look.get(payload);
        unread = look;
        return new Frame(head, payload);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
