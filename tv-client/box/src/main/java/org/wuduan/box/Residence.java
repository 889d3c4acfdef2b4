package org.wuduan.box;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.BoxLive.BoxState;
import org.wuduan.contract.NamedHousehold;

/**
 * The box's life in and out of households: without one it gets itself taken in, with one it sends readings, and taken out
 * of one it begins anew. One step at a time.
 */
final class Residence implements HubTokens.Told, AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Parts parts;
    private final Optional<String> code;
    private final EventLog log;
    private final Runnable changed;
    private @Nullable Thread sending;
    private @Nullable Thread joining;
    private boolean closed;

    /** What it brings together. */
    record Parts(
            BoxIdentity identity,
            Enrolment enrolment,
            Membership membership,
            Announcing announcing,
            HubTokens tokens,
            HubHttp hub,
            Outbox outbox,
            Sender sender) {}

    /**
     * Does not yet begin.
     *
     * @param code of the settings, with which the box enrols by itself the first time
     * @param changed called when there is something else to show, on any thread
     */
    Residence(Parts parts, Optional<String> code, EventLog log, Runnable changed) {
        this.parts = parts;
        this.code = code;
        this.log = log;
        this.changed = changed;
        parts.tokens().tell(this);
    }

    synchronized void begin() throws IOException {
        parts.membership().finish();
        live();
    }

    /** What the television shows while the box belongs to nobody; null while that is nothing. */
    BoxState.@Nullable Enrolment shown() {
        if (parts.enrolment().isEnrolled() || enrolsByItself()) {
            return null;
        }
        return new BoxState.Enrolment(parts.announcing().code().orElse(null), removedAt());
    }

    private @Nullable Instant removedAt() {
        try {
            return parts.membership().removedAt().orElse(null);
        } catch (IOException e) {
            log.event("box.membership-unreadable", "fault", EventLog.kind(e));
            return null;
        }
    }

    private boolean enrolsByItself() {
        try {
            return code.isPresent() && parts.membership().isFirst();
        } catch (IOException e) {
            log.event("box.membership-unreadable", "fault", EventLog.kind(e));
            return false;
        }
    }

    private void live() {
        if (closed) {
            return;
        }
        if (parts.enrolment().isEnrolled()) {
            sending = Thread.ofVirtual()
                    .name("sender")
                    .uncaughtExceptionHandler((_, bug) -> endBy(bug))
                    .start(parts.sender());
        } else {
            joining = Thread.ofVirtual()
                    .name("enrolment")
                    .uncaughtExceptionHandler((_, bug) -> endBy(bug))
                    .start(this::join);
        }
    }

    private void join() {
        try {
            if (enrolsByItself()) {
                parts.enrolment().enrol(code.orElseThrow());
            } else {
                parts.announcing().untilTakenIn(this::joined);
            }
            joined();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void joined(NamedHousehold household) throws IOException {
        parts.membership().joined(household);
    }

    private synchronized void joined() {
        if (joining != Thread.currentThread()) {
            // a reset overtook it while it waited for its turn
            return;
        }
        live();
        changed.run();
    }

    /** A box that saves but never sends would look well: it ends, and whoever watches it starts it again. */
    private void endBy(Throwable bug) {
        log.event("box.bug", "fault", EventLog.kind(bug));
        Runtime.getRuntime().halt(2);
    }

    @Override
    public boolean isEnrolled() {
        return parts.enrolment().isEnrolled();
    }

    @Override
    public void belongsTo(NamedHousehold household) {
        apart(() -> {
            if (parts.membership().isMoved(household)) {
                log.event("box.moved", "householdId", household.id());
                changed.run();
            }
        });
    }

    @Override
    public void removed(UUID boxId) {
        apart(() -> leave(boxId));
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    /** Not on the event loop: the disk is written. What fails is tried again when the hub says it again. */
    private void apart(Step step) {
        Thread.ofVirtual().name("membership").start(() -> {
            try {
                step.take();
            } catch (IOException e) {
                log.event("box.membership-not-kept", "fault", EventLog.kind(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized void leave(UUID boxId) throws IOException, InterruptedException {
        boolean told = !parts.identity().key().boxId().equals(boxId)
                || !parts.enrolment().isEnrolled();
        if (told || closed) {
            return;
        }
        stop();
        try {
            parts.membership().removed();
            parts.tokens().forget();
        } finally {
            live();
            changed.run();
        }
    }

    /** Readings that a reset would lose. */
    int unsent() {
        return parts.outbox().waiting()
                + parts.outbox().setAsideKept()
                + parts.outbox().keptHere();
    }

    /**
     * Makes the box a new one. The hub is told if it can be reached; if not, the clinic or a child has to remove the box.
     *
     * @param unsentAgreed so many readings may be lost, as the person was told
     * @return false when there are more by now; then nothing was done
     */
    synchronized boolean reset(int unsentAgreed) throws IOException, InterruptedException {
        if (unsent() > unsentAgreed) {
            return false;
        }
        stop();
        try {
            if (parts.enrolment().isEnrolled()) {
                tellHub();
            }
            parts.membership().reset();
            parts.tokens().forget();
        } finally {
            live();
            changed.run();
        }
        return true;
    }

    private void tellHub() throws InterruptedException {
        var box = parts.identity().key().boxId();
        try {
            var token = HubHttp.await(parts.tokens().token());
            var answer = HubHttp.await(parts.hub().command("/api/boxes/" + box + "/remove", token));
            log.event("box.told-hub", "status", answer.status());
        } catch (IOException e) {
            log.event("box.could-not-tell-hub", "fault", EventLog.kind(e));
        }
    }

    private void stop() throws InterruptedException {
        end(joining);
        end(sending);
        joining = null;
        sending = null;
    }

    private static void end(@Nullable Thread thread) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(STOP_WITHIN);
        }
    }

    @Override
    public void close() throws InterruptedException {
        // without the lock while it waits: the thread that joins may want it
        synchronized (this) {
            closed = true;
        }
        end(joining);
        end(sending);
    }
}
