package org.wuduan.launcher;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.wuduan.launcher.lan.LanDoor;

/**
 * Looks after the door to the network while everything runs: renews the certificate, for a machine may run for longer
 * than a certificate is good, and says when the machine has lost its address.
 */
final class Upkeep {

    static final Duration EVERY = Duration.ofHours(1);

    static final Duration ADDRESS_EVERY = Duration.ofSeconds(10);

    private final Optional<LanDoor> lan;
    private final Predicate<LanDoor> reachable;
    private final Clock clock;
    private final Consumer<String> tell;
    private Instant next;
    private Instant nextAddress;
    private boolean away;
    private String told = "";

    /**
     * @param reachable whether this machine has the door's address now
     * @param tell takes sentences for the person who runs this; the same one is not said twice in a row
     */
    Upkeep(Optional<LanDoor> lan, Predicate<LanDoor> reachable, Clock clock, Consumer<String> tell) {
        this.lan = lan;
        this.reachable = reachable;
        this.clock = clock;
        this.tell = tell;
        this.next = clock.instant().plus(EVERY);
        this.nextAddress = clock.instant();
    }

    /** Whatever goes wrong here, a consultation goes on: nothing is thrown. */
    void turn() {
        try {
            lan.ifPresent(this::look);
        } catch (RuntimeException failure) {
            say("The door to the network can't be looked after at the moment (" + failure.getMessage()
                    + "): it is tried again.");
        }
    }

    private void look(LanDoor door) {
        var now = clock.instant();
        if (!now.isBefore(nextAddress)) {
            nextAddress = now.plus(ADDRESS_EVERY);
            lookForAddress(door);
        }
        if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            say(outcome(door));
        }
    }

    private void lookForAddress(LanDoor door) {
        boolean gone = !reachable.test(door);
        if (gone == away) {
            return;
        }
        away = gone;
        tell.accept(
                gone
                        ? "This machine no longer has the address " + door.address()
                                + ": no phone or laptop comes in, and no call has pictures, until it is back. If it has another"
                                + " one now, end with Ctrl-C and start anew; a fixed address in the router prevents this."
                        : "This machine has the address " + door.address() + " again.");
    }

    /** Renews the certificate where that is due, and says what a person should know; empty when there is nothing. */
    static String outcome(LanDoor door) {
        try {
            return door.certificate().keepUp().orElse("");
        } catch (Trouble trouble) {
            return String.valueOf(trouble.getMessage());
        } catch (UncheckedIOException failure) {
            var trouble = Diagnosis.of(
                    "the network's certificate can't be looked after", String.valueOf(failure.getMessage()));
            return String.valueOf(trouble.getMessage());
        }
    }

    private void say(String sentence) {
        if (!sentence.isEmpty() && !sentence.equals(told)) {
            tell.accept(sentence);
        }
        told = sentence;
    }
}
