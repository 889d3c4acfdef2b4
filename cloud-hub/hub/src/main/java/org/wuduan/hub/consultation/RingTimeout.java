package org.wuduan.hub.consultation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends rings that nobody answers. Reads the database, so that a restart of the hub forgets none. */
@Component
class RingTimeout {
    private static final Logger LOG = LoggerFactory.getLogger(RingTimeout.class);

    private final Consultations consultations;
    private final ConsultationCommands commands;
    private final Clock clock;
    private final Duration timeout;

    RingTimeout(
            Consultations consultations,
            ConsultationCommands commands,
            Clock clock,
            @Value("${hub.ring-timeout}") Duration timeout) {
        this.consultations = consultations;
        this.commands = commands;
        this.clock = clock;
        this.timeout = timeout;
    }

    @Scheduled(fixedDelay = 1_000)
    void endOldRings() {
        var before = clock.instant().minus(timeout);
        consultations.ringingSince(before).forEach(id -> end(id, before));
    }

    /** A ring that can't be ended just now is found again the next time, and is no other's trouble. */
    private void end(UUID consultation, Instant ringsBefore) {
        try {
            commands.ringTimedOut(consultation, ringsBefore);
        } catch (RuntimeException triedAgain) {
            LOG.warn(
                    "ring.end_failed consultation={} fault={}",
                    consultation,
                    triedAgain.getClass().getSimpleName());
        }
    }
}
