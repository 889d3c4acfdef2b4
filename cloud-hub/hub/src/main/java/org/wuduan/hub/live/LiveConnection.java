package org.wuduan.hub.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Fault;

/**
 * One WebSocket and its writer. Messages are queued in order; of a watched stream only the fact that it changed is
 * kept, so that a slow reader gets the newest view instead of a growing queue.
 */
final class LiveConnection implements Terminal {
    private static final Logger LOG = LoggerFactory.getLogger(LiveConnection.class);

    private final UUID id;
    private final WebSocketSession socket;
    private final SignedIn signedIn;
    private final StreamRenderer renderer;
    private final Clock clock;
    private final Instant openedAt;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final ArrayDeque<String> messages = new ArrayDeque<>();
    private final WatchedStreams streams = new WatchedStreams();
    private final Set<StreamName> opened = ConcurrentHashMap.newKeySet();
    private long unreadBytes;
    private boolean pingDue;
    private @Nullable CloseReason closing;
    private boolean closed;
    /** The oldest ping without a pong after it. */
    private volatile @Nullable Instant unansweredSince;

    private volatile boolean welcomed;

    LiveConnection(UUID id, WebSocketSession socket, SignedIn signedIn, StreamRenderer renderer, Clock clock) {
        this.id = id;
        this.socket = socket;
        this.signedIn = signedIn;
        this.renderer = renderer;
        this.clock = clock;
        this.openedAt = clock.instant();
    }

    @Override
    public UUID connectionId() {
        return id;
    }

    @Override
    public Actor actor() {
        return signedIn.actor();
    }

    @Override
    public UUID sessionId() {
        return signedIn.sessionId();
    }

    SignedIn signedIn() {
        return signedIn;
    }

    Instant openedAt() {
        return openedAt;
    }

    boolean welcomed() {
        return welcomed;
    }

    void markWelcomed() {
        welcomed = true;
    }

    /** Whether a ping has waited for its pong for too long. */
    boolean isSilent(Instant now) {
        var since = unansweredSince;
        return since != null && since.plus(Limits.PONG_WITHIN).isBefore(now);
    }

    void pongArrived() {
        unansweredSince = null;
    }

    /** The hub itself was away: a silence in that time says nothing about the terminal. */
    void forgiveSilence() {
        unansweredSince = null;
    }

    @Override
    public void send(LiveToTerminal message) {
        var text = WireJson.mapper().writerFor(LiveToTerminal.class).writeValueAsString(message);
        lock.lock();
        try {
            if (closed || closing != null) {
                return;
            }
            if (messages.size() >= Limits.UNREAD_MESSAGES_MAX
                    || unreadBytes + text.length() > Limits.UNREAD_BYTES_MAX) {
                closing = CloseReason.TOO_SLOW;
            } else {
                messages.add(text);
                unreadBytes += text.length();
            }
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the opening of a stream on this connection is in the audit. */
    boolean hasOpened(StreamName stream) {
        return opened.contains(stream);
    }

    void markOpened(StreamName stream) {
        opened.add(stream);
    }

    /** @return false when the connection watches as many streams as it may */
    boolean watch(StreamName stream, String clientName) {
        lock.lock();
        try {
            boolean watched = streams.watch(stream, clientName, System.nanoTime());
            work.signal();
            return watched;
        } finally {
            lock.unlock();
        }
    }

    void unwatch(StreamName stream) {
        lock.lock();
        try {
            streams.unwatch(stream);
        } finally {
            lock.unlock();
        }
    }

    /** A stream has a new head: if it is watched here, its view is due. */
    void advanced(StreamName stream) {
        lock.lock();
        try {
            if (streams.advanced(stream)) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Every watched stream is drawn anew, whether it changed or not. */
    void renewAll() {
        lock.lock();
        try {
            streams.clientNames().keySet().forEach(streams::advanced);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing that comes from it is heard any more. */
    boolean isClosing() {
        lock.lock();
        try {
            return closing != null || closed;
        } finally {
            lock.unlock();
        }
    }

    /** The watched streams, each with the name that the client used for it. */
    Map<StreamName, String> watching() {
        lock.lock();
        try {
            return streams.clientNames();
        } finally {
            lock.unlock();
        }
    }

    void ping(Instant now) {
        lock.lock();
        try {
            if (unansweredSince == null) {
                unansweredSince = now;
            }
            pingDue = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** @param known heads; a stream that is watched only since they were read comes with the next beat */
    void beat(Map<StreamName, Long> known, LiveToTerminal.Beat.@Nullable Notice notice) {
        Map<String, Long> heads = new LinkedHashMap<>();
        watching().forEach((stream, name) -> {
            var head = known.get(stream);
            if (head != null) {
                heads.put(name, head);
            }
        });
        send(new LiveToTerminal.Beat(clock.instant(), heads, notice));
    }

    void close(CloseReason reason) {
        lock.lock();
        try {
            if (closing == null) {
                closing = reason;
            }
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The socket is gone: ends the writer. */
    void ended() {
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Writes until the connection ends; runs on a virtual thread of its own. */
    void write() {
        try {
            while (writeOne()) {
                // the next piece of work decides
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("live.write_ended connection={}", id);
            closeQuietly(CloseReason.LINK_LOST);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            closeQuietly(CloseReason.LINK_LOST);
        } catch (RuntimeException bug) {
            // without its writer a connection would stay open and silent for ever; the terminal comes back by itself
            LOG.error("live.write_failed connection={}", id, Fault.of(bug));
            closeQuietly(CloseReason.LINK_LOST);
        }
    }

    private boolean writeOne() throws IOException, InterruptedException {
        String message = null;
        WatchedStreams.Due view = null;
        boolean ping = false;
        CloseReason reason;
        lock.lock();
        try {
            awaitWork();
            if (closed) {
                return false;
            }
            // read once: a message that was taken is written before a close that comes meanwhile, not dropped
            reason = closing;
            if (reason == null) {
                ping = pingDue;
                pingDue = false;
                message = messages.poll();
                unreadBytes -= message == null ? 0 : message.length();
                view = message == null ? streams.poll(System.nanoTime()) : null;
            }
        } finally {
            lock.unlock();
        }
        if (reason != null) {
            flush(reason);
            socket.close(reason.status());
            return false;
        }
        if (ping) {
            socket.sendMessage(new PingMessage());
        }
        if (message != null) {
            socket.sendMessage(new TextMessage(message));
        }
        if (view != null) {
            writeView(view);
        }
        return true;
    }

    private void awaitWork() throws InterruptedException {
        while (!closed && closing == null && messages.isEmpty() && !pingDue) {
            long untilView = streams.nanosUntilDue(System.nanoTime());
            if (untilView == 0) {
                return;
            }
            if (untilView == Long.MAX_VALUE) {
                work.await();
            } else {
                work.awaitNanos(untilView);
            }
        }
    }

    private void flush(CloseReason reason) throws IOException {
        if (reason == CloseReason.TOO_SLOW || reason == CloseReason.SESSION_OVER) {
            return;
        }
        while (true) {
            String message;
            lock.lock();
            try {
                message = messages.poll();
            } finally {
                lock.unlock();
            }
            if (message == null) {
                return;
            }
            socket.sendMessage(new TextMessage(message));
        }
    }

    private void writeView(WatchedStreams.Due view) throws IOException {
        var frame = renderer.render(signedIn.actor(), view.stream(), view.clientName());
        if (frame instanceof LiveToTerminal.Gone) {
            unwatch(view.stream());
        }
        socket.sendMessage(new TextMessage(
                WireJson.mapper().writerFor(LiveToTerminal.class).writeValueAsString(frame)));
    }

    private void closeQuietly(CloseReason reason) {
        try {
            socket.close(reason.status());
        } catch (IOException alreadyGone) {
            LOG.debug("live.close_failed connection={}", id);
        }
    }
}
