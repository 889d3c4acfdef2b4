package org.wuduan.hub.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.LiveToTerminal.Beat.Notice;
import org.wuduan.hub.identity.AccessChanged;
import org.wuduan.hub.identity.BoxRevoked;
import org.wuduan.hub.identity.BoxesSeen;
import org.wuduan.hub.identity.SessionEnded;
import org.wuduan.hub.identity.Sessions;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamAdvanced;
import org.wuduan.hub.journal.StreamName;

/** All connections of this hub: announces new heads to them, beats, and ends the dead ones. */
@Component
class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    /** Turns of {@link #ping} further apart than this mean that this hub was stopped, or its clock set. */
    private static final Duration AWAY_AFTER = Limits.PING_EVERY.multipliedBy(4);

    /** By session: the newest connection of each. */
    private final Map<UUID, LiveConnection> open = new ConcurrentHashMap<>();

    private final Sessions sessions;
    private final BoxesSeen boxes;
    private final Journal journal;
    private final Clock clock;
    private volatile Instant lastTurn;
    private volatile @Nullable Notice notice;

    Connections(Sessions sessions, BoxesSeen boxes, Journal journal, Clock clock) {
        this.sessions = sessions;
        this.boxes = boxes;
        this.journal = journal;
        this.clock = clock;
        this.lastTurn = clock.instant();
    }

    /** One step: of two connections of a session that open at once, neither may miss the other. */
    void opened(LiveConnection connection) {
        var older = open.put(connection.sessionId(), connection);
        if (older != null && older != connection) {
            older.close(CloseReason.TAKEN_OVER);
        }
    }

    void ended(LiveConnection connection) {
        open.remove(connection.sessionId(), connection);
        connection.ended();
    }

    void notice(@Nullable Notice said) {
        notice = said;
    }

    List<LiveConnection> all() {
        return List.copyOf(open.values());
    }

    @EventListener
    void on(StreamAdvanced advanced) {
        open.values().forEach(connection -> connection.advanced(advanced.stream()));
    }

    /** At once and not with the next beat; a socket that stays open is not heard any more. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(BoxRevoked revoked) {
        ofActor(revoked.box()).forEach(connection -> connection.close(CloseReason.SESSION_OVER));
    }

    /** Whatever somebody watches is looked at anew: what they may not see any more is gone. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(AccessChanged changed) {
        ofActor(changed.actor()).forEach(LiveConnection::renewAll);
    }

    private Stream<LiveConnection> ofActor(UUID actor) {
        return open.values().stream()
                .filter(connection -> connection.actor().id().equals(actor));
    }

    @EventListener
    void on(SessionEnded ended) {
        var connection = open.get(ended.sessionId());
        if (connection != null) {
            connection.close(CloseReason.SESSION_OVER);
        }
    }

    /**
     * Liveness is judged here and not by the page, whose timers a hidden tab slows down. A hub that was itself stopped
     * for a while has pongs to read and judges nobody by that while.
     */
    @Scheduled(fixedRate = Limits.PING_EVERY_MILLIS)
    void ping() {
        var now = clock.instant();
        boolean wasAway = Duration.between(lastTurn, now).abs().compareTo(AWAY_AFTER) > 0;
        lastTurn = now;
        each(connection -> {
            if (wasAway) {
                connection.forgiveSilence();
            }
            if (connection.isSilent(now)) {
                connection.close(CloseReason.LINK_LOST);
            } else {
                connection.ping(now);
            }
        });
    }

    /**
     * While the database is away nobody gets heads and every screen says that the link is lost; the sockets stay, and
     * come back with the next beat.
     */
    @Scheduled(fixedRate = Limits.BEAT_EVERY_MILLIS)
    void beat() {
        try {
            endSessionsThatAreOver();
            sendHeads();
        } catch (DataAccessException databaseAway) {
            LOG.warn("live.no_heads fault={}", databaseAway.getClass().getSimpleName());
        }
    }

    private void endSessionsThatAreOver() {
        var connections = all();
        var valid = sessions.stillValid(
                connections.stream().map(LiveConnection::signedIn).toList());
        connections.stream()
                .filter(connection -> !valid.contains(connection.sessionId()))
                .forEach(connection -> connection.close(CloseReason.SESSION_OVER));
        connections.stream()
                .map(LiveConnection::actor)
                .filter(actor -> actor.kind() == ActorKind.BOX)
                .forEach(box -> boxes.seen(box.id()));
    }

    private void sendHeads() {
        var streams = new HashSet<StreamName>();
        each(connection -> streams.addAll(connection.watching().keySet()));
        var heads = journal.heads(streams);
        var said = notice;
        each(connection -> connection.beat(heads, said));
    }

    /** A bug in one connection is no other's. */
    private void each(Consumer<LiveConnection> step) {
        for (var connection : open.values()) {
            try {
                step.accept(connection);
            } catch (RuntimeException bug) {
                LOG.error(
                        "live.beat_failed connection={} fault={}",
                        connection.connectionId(),
                        bug.getClass().getSimpleName());
            }
        }
    }
}
