package org.wuduan.hub.live;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wuduan.hub.identity.SessionEnded;
import org.wuduan.hub.identity.Sessions;
import org.wuduan.hub.journal.StreamAdvanced;

/** All connections of this hub: announces new heads to them, beats, and ends the dead ones. */
@Component
class Connections {
    private final Map<UUID, LiveConnection> open = new ConcurrentHashMap<>();
    private final Sessions sessions;
    private final Clock clock;

    Connections(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    void opened(LiveConnection connection) {
        for (var other : open.values()) {
            if (other.signedIn().sessionId().equals(connection.signedIn().sessionId())) {
                other.close(CloseReason.TAKEN_OVER);
            }
        }
        open.put(connection.connectionId(), connection);
    }

    void ended(LiveConnection connection) {
        open.remove(connection.connectionId());
        connection.ended();
    }

    List<LiveConnection> all() {
        return List.copyOf(open.values());
    }

    @EventListener
    void on(StreamAdvanced advanced) {
        open.values().forEach(connection -> connection.advanced(advanced.stream()));
    }

    @EventListener
    void on(SessionEnded ended) {
        open.values().stream()
                .filter(connection -> connection.signedIn().sessionId().equals(ended.sessionId()))
                .forEach(connection -> connection.close(CloseReason.SESSION_OVER));
    }

    /** Liveness is judged here and not by the page, whose timers a hidden tab slows down. */
    @Scheduled(fixedRate = 2_000)
    void beat() {
        var silentSince = clock.instant().minus(Limits.BEAT).minus(Limits.PONG_WITHIN);
        for (var connection : open.values()) {
            if (connection.lastPong().isBefore(silentSince)) {
                connection.close(CloseReason.LINK_LOST);
            } else if (!sessions.stillValid(connection.signedIn())) {
                connection.close(CloseReason.SESSION_OVER);
            } else if (connection.welcomed()) {
                connection.beat();
            }
        }
    }
}
