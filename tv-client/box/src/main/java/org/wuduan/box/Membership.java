package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.wuduan.contract.Answers.EnrolledBox;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.WireJson;

/**
 * To which household the box belongs, and what becomes of the things of one that it leaves. What was spoken there is
 * forgotten; readings that the hub has not taken are kept in the box and never sent, because the hub would count them to
 * the next household. Each step can be cut off by a lost power and is done again at the next start.
 */
final class Membership {
    private static final String LEFT = "removed.json";

    private final Path data;
    private final BoxIdentity identity;
    private final Enrolment enrolment;
    private final Outbox outbox;
    private final InstantSource clock;
    private final EventLog log;

    /** What a household leaves in a box. */
    record Things(Path data, BoxIdentity identity, Enrolment enrolment, Outbox outbox) {}

    Membership(Things things, InstantSource clock, EventLog log) {
        this.data = things.data();
        this.identity = things.identity();
        this.enrolment = things.enrolment();
        this.outbox = things.outbox();
        this.clock = clock;
        this.log = log;
    }

    /**
     * Written before anything is forgotten.
     *
     * @param boxId of the box that it was then
     * @param reset made new on purpose: then everything goes, and nothing is said of a removal
     */
    private record Left(UUID boxId, Instant at, boolean reset) {}

    /** At the start: does again what was cut off. */
    void finish() throws IOException {
        var left = left();
        if (left.isEmpty()) {
            return;
        }
        if (left.get().boxId().equals(identity.key().boxId())) {
            forget(left.get());
        } else if (enrolment.isEnrolled()) {
            PrivateFiles.delete(data.resolve(LEFT));
        }
    }

    /** When the box found out that it had been taken out of its household; empty when it belongs to one, or never did. */
    Optional<Instant> removedAt() throws IOException {
        return left().filter(left -> !left.reset()).map(Left::at);
    }

    /** Whether the box has never left a household: the code of its settings, if it has one, was not used up. */
    boolean isFirst() throws IOException {
        return left().isEmpty();
    }

    /** The box has been taken out of its household. */
    synchronized void removed() throws IOException {
        leave(false);
        log.event("box.removed", "keptHere", outbox.keptHere());
    }

    /** Everything goes, as in a box that nobody has had. */
    synchronized void reset() throws IOException {
        leave(true);
        log.event("box.reset");
    }

    private void leave(boolean reset) throws IOException {
        var left = new Left(identity.key().boxId(), clock.instant(), reset);
        PrivateFiles.write(data.resolve(LEFT), WireJson.mapper().writeValueAsBytes(left));
        forget(left);
    }

    private void forget(Left left) throws IOException {
        if (left.reset()) {
            outbox.forgetAll();
        } else {
            outbox.leaveBehind(clock.instant());
        }
        Speech.forget(data.resolve("speech"));
        enrolment.forget();
        identity.renew(clock.instant());
    }

    /** Somebody took the box in. What it received since it left the last household is nobody's, and stays here too. */
    synchronized void joined(NamedHousehold household) throws IOException {
        if (left().isPresent()) {
            outbox.leaveBehind(clock.instant());
        }
        enrolment.keep(new EnrolledBox(identity.key().boxId(), household));
        PrivateFiles.delete(data.resolve(LEFT));
    }

    /**
     * The hub said where the box belongs.
     *
     * @return whether it is another household than before; its readings know by themselves whose they are
     */
    synchronized boolean isMoved(NamedHousehold household) throws IOException {
        var known = enrolment.household();
        if (known.isEmpty() || known.get().equals(household)) {
            return false;
        }
        boolean moved = !known.get().id().equals(household.id());
        if (moved) {
            Speech.forget(data.resolve("speech"));
        }
        enrolment.keep(new EnrolledBox(identity.key().boxId(), household));
        return moved;
    }

    private Optional<Left> left() throws IOException {
        var file = data.resolve(LEFT);
        return Files.exists(file)
                ? Optional.of(WireJson.mapper().readValue(Files.readAllBytes(file), Left.class))
                : Optional.empty();
    }
}
