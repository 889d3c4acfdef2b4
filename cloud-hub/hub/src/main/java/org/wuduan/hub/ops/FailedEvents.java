package org.wuduan.hub.ops;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gives an event again to a listener that failed, because the database or a bridge was away for a moment: whoever left a
 * call must not be seen in it until the hub starts anew. Every listener may hear an event twice.
 */
@Component
public class FailedEvents {
    /**
     * Since the event came. Longer than a listener takes, so that one that is at work is left alone. What was given again is
     * older; there the pause between two looks is what its listener has.
     */
    static final Duration AGE_MIN = Duration.ofSeconds(10);

    /** Also before the first look: the start has just given everything again. */
    public static final long AGAIN_EVERY_MILLIS = 10_000;

    /** Of these, the registry itself gives again what is old enough. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final Logger LOG = LoggerFactory.getLogger(FailedEvents.class);

    private final IncompleteEventPublications publications;
    private final EventPublicationRegistry registry;

    FailedEvents(IncompleteEventPublications publications, EventPublicationRegistry registry) {
        this.publications = publications;
        this.registry = registry;
    }

    @Scheduled(initialDelay = AGAIN_EVERY_MILLIS, fixedDelay = AGAIN_EVERY_MILLIS)
    public void again() {
        try {
            // the registry gives nothing again twice: one whose listener never began then would wait for ever
            registry.markStalePublicationsFailed(status -> status == Status.RESUBMITTED ? AGE_MIN : NEVER);
            // not only those that are noted as failed: the note needs the database too
            publications.resubmitIncompletePublicationsOlderThan(AGE_MIN);
        } catch (DataAccessException | TransactionException triedAgain) {
            LOG.warn("events.not_given_again fault={}", triedAgain.getClass().getSimpleName());
        }
    }
}
