package org.wuduan.bridge.janus;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.wuduan.bridge.MediaEvent.NodeDown.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our session at one Janus: makes it, proves every second that Janus and its VideoRoom still answer, and makes a new one
 * when it is lost.
 */
final class JanusLink implements AutoCloseable {
    /** One request to VideoRoom. Longer than the time in which a hang is noticed, so that "down" comes first. */
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);

    /** With the limit of one proof, a hang is noticed within four seconds. */
    static final Duration PROOF_EVERY = Duration.ofSeconds(1);

    static final Duration PROOF_LIMIT = Duration.ofSeconds(3);
    static final Duration BACKOFF_FIRST = Duration.ofMillis(100);
    static final Duration BACKOFF_LAST = Duration.ofSeconds(2);

    private static final String PLUGIN = "janus.plugin.videoroom";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JanusEndpoint endpoint;
    private final Watcher watcher;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile boolean closing;
    private volatile @Nullable Open open;

    /** Told by the link's own thread; the event alone comes from the socket's and must not block. */
    interface Watcher {
        void up();

        /** The socket was lost and found again with the session unharmed; events may have been missed. */
        void reclaimed();

        void down(Reason reason);

        void event(long handle, JsonNode event);
    }

    /** One connection with its session and the handle that belongs to no participant. */
    private record Open(JanusSocket socket, long session, long control, CompletableFuture<Reason> trouble) {}

    JanusLink(JanusEndpoint endpoint, Watcher watcher) {
        this.endpoint = endpoint;
        this.watcher = watcher;
    }

    /**
     * Connects once, and stays at it from then on.
     *
     * @param remembered the sessions of which one may be taken over
     * @return null when connected, and then {@link #session()} says whether it was taken over; else what was wrong
     */
    @Nullable
    Reason start(Collection<Long> remembered) {
        Reason wrong = null;
        try {
            open = connect(remembered);
        } catch (JanusFault fault) {
            wrong = reason(fault);
        }
        Reason firstTrouble = wrong;
        Thread.ofVirtual().name("janus-" + endpoint.url().getPort()).start(() -> keep(firstTrouble));
        return wrong;
    }

    /** Number of the present session; 0 while there is none. */
    long session() {
        Open present = open;
        return present == null ? 0 : present.session();
    }

    long attach() throws JanusFault {
        Open present = present();
        return attach(present.socket(), present.session());
    }

    /** Ends a handle with its media; one that is gone already is as good. */
    void detach(long handle) throws JanusFault {
        Open present = present();
        ObjectNode request = message("detach").put("session_id", present.session());
        try {
            present.socket().ask(request.put("handle_id", handle), REQUEST_LIMIT);
        } catch (JanusFault fault) {
            if (!fault.isRefusedWith(JanusFault.NO_SUCH_HANDLE)) {
                throw fault;
            }
        }
    }

    /** Asks VideoRoom about rooms, not for a participant. */
    JsonNode ask(ObjectNode body) throws JanusFault {
        return ask(present().control(), body, null).path("plugindata").path("data");
    }

    /** Asks VideoRoom for a participant's handle; the whole answer, with its {@code jsep} if there is one. */
    JsonNode ask(long handle, ObjectNode body, @Nullable Jsep jsep) throws JanusFault {
        Open present = present();
        ObjectNode request = message("message").put("session_id", present.session());
        request.put("handle_id", handle).set("body", body);
        if (jsep != null) {
            request.putObject("jsep").put("type", jsep.type()).put("sdp", jsep.sdp());
        }
        try {
            return present.socket().ask(request, REQUEST_LIMIT);
        } catch (JanusFault fault) {
            if (fault.kind() == JanusFault.Kind.TIMED_OUT) {
                present.trouble().complete(Reason.SILENT);
            }
            throw fault;
        }
    }

    /** A session description with its role in the exchange. */
    record Jsep(String type, String sdp) {}

    static ObjectNode body(String request) {
        return JSON.createObjectNode().put("request", request);
    }

    @Override
    public void close() {
        closing = true;
        Open present = open;
        if (present != null) {
            present.socket().close();
        }
        http.shutdownNow();
    }

    private static ObjectNode message(String kind) {
        return JSON.createObjectNode().put("janus", kind);
    }

    private Open present() throws JanusFault {
        Open present = open;
        if (present == null) {
            throw JanusFault.of(JanusFault.Kind.CLOSED, "not connected");
        }
        return present;
    }

    private void keep(@Nullable Reason firstTrouble) {
        Reason trouble = firstTrouble;
        long old = session();
        while (!closing) {
            if (trouble == null) {
                old = session();
                trouble = untilTrouble();
                if (closing || (trouble == Reason.CLOSED && reclaim(old))) {
                    trouble = null;
                    continue;
                }
                drop();
                watcher.down(trouble);
            }
            trouble = reconnect(old, trouble);
        }
    }

    /** Blocks while all is well. */
    private Reason untilTrouble() {
        while (true) {
            Open present = open;
            if (present == null) {
                return Reason.CLOSED;
            }
            try {
                return present.trouble().get(PROOF_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException allWell) {
                Reason failed = prove(present);
                if (failed != null) {
                    return failed;
                }
            } catch (InterruptedException | ExecutionException stopped) {
                return Reason.CLOSED;
            }
        }
    }

    /** A question to VideoRoom proves transport, core, session and plugin at once, and keeps the session alive. */
    private static @Nullable Reason prove(Open present) {
        ObjectNode request = message("message").put("session_id", present.session());
        request.put("handle_id", present.control()).set("body", body("exists").put("room", "proof"));
        try {
            present.socket().ask(request, PROOF_LIMIT);
            return null;
        } catch (JanusFault fault) {
            return reason(fault);
        }
    }

    private boolean reclaim(long session) {
        drop();
        try {
            Open again = connect(List.of(session));
            open = again;
            if (again.session() == session) {
                watcher.reclaimed();
                return true;
            }
        } catch (JanusFault _) {
            // Whoever is there is not the Janus that we lost: the caller reports it and goes on trying.
        }
        return false;
    }

    /** Tries until connected; returns null then. */
    private @Nullable Reason reconnect(long old, Reason known) {
        Duration pause = BACKOFF_FIRST;
        Reason reported = known;
        while (!closing) {
            try {
                Open fresh = connect(List.of());
                open = fresh;
                if (closing) {
                    drop();
                    return reported;
                }
                forget(fresh, old);
                watcher.up();
                return null;
            } catch (JanusFault fault) {
                Reason now = reason(fault);
                if (now == Reason.NOT_OURS && reported != now) {
                    watcher.down(now);
                }
                reported = now;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                return reported;
            }
            pause = pause.multipliedBy(2).compareTo(BACKOFF_LAST) > 0 ? BACKOFF_LAST : pause.multipliedBy(2);
        }
        return reported;
    }

    /** A Janus that hung and woke up still has our old session; what hangs on it was given up long ago. */
    private static void forget(Open fresh, long old) throws JanusFault {
        if (old == 0) {
            return;
        }
        try {
            fresh.socket().ask(message("destroy").put("session_id", old), REQUEST_LIMIT);
        } catch (JanusFault fault) {
            if (!fault.isRefusedWith(JanusFault.NO_SUCH_SESSION)) {
                throw fault;
            }
        }
    }

    private Open connect(Collection<Long> remembered) throws JanusFault {
        CompletableFuture<Reason> trouble = new CompletableFuture<>();
        JanusSocket socket =
                JanusSocket.open(http, endpoint, event -> heard(event, trouble), () -> trouble.complete(Reason.CLOSED));
        try {
            Long claimed = null;
            for (Long session : remembered) {
                claimed = claimed == null && claim(socket, session) ? session : claimed;
            }
            long session = claimed == null ? create(socket) : claimed;
            return new Open(socket, session, attach(socket, session), trouble);
        } catch (JanusFault fault) {
            socket.close();
            throw fault;
        }
    }

    private static boolean claim(JanusSocket socket, long session) throws JanusFault {
        try {
            socket.ask(message("claim").put("session_id", session), PROOF_LIMIT);
            return true;
        } catch (JanusFault fault) {
            if (fault.isRefusedWith(JanusFault.NO_SUCH_SESSION)) {
                return false;
            }
            throw fault;
        }
    }

    private static long create(JanusSocket socket) throws JanusFault {
        return socket.ask(message("create"), PROOF_LIMIT)
                .path("data")
                .path("id")
                .asLong(0);
    }

    private static long attach(JanusSocket socket, long session) throws JanusFault {
        ObjectNode request = message("attach").put("session_id", session).put("plugin", PLUGIN);
        return socket.ask(request, PROOF_LIMIT).path("data").path("id").asLong(0);
    }

    private void heard(JsonNode event, CompletableFuture<Reason> trouble) {
        if ("timeout".equals(event.path("janus").asString(""))) {
            trouble.complete(Reason.SESSION_LOST);
        } else if (event.has("sender")) {
            watcher.event(event.path("sender").asLong(0), event);
        }
    }

    private void drop() {
        Open present = open;
        open = null;
        if (present != null) {
            present.socket().close();
        }
    }

    private static Reason reason(JanusFault fault) {
        return switch (fault.kind()) {
            case UNREACHABLE -> Reason.UNREACHABLE;
            case CLOSED -> Reason.CLOSED;
            case TIMED_OUT -> Reason.SILENT;
            case REFUSED -> fault.isRefusedWith(JanusFault.UNAUTHORIZED) ? Reason.NOT_OURS : Reason.SESSION_LOST;
        };
    }
}
