package org.wuduan.launcher;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.wuduan.launcher.lan.LanDoor;

/** Renews the network's certificate while everything runs: a machine may run for longer than a certificate is good. */
final class Upkeep {

    static final Duration EVERY = Duration.ofHours(1);

    private final Optional<LanDoor> lan;
    private final Clock clock;
    private final Consumer<String> tell;
    private Instant next;
    private String told = "";

    /** @param tell takes sentences for the person who runs this; the same one is not said twice in a row */
    Upkeep(Optional<LanDoor> lan, Clock clock, Consumer<String> tell) {
        this.lan = lan;
        this.clock = clock;
        this.tell = tell;
        this.next = clock.instant().plus(EVERY);
    }

    void turn() {
        var now = clock.instant();
        if (lan.isEmpty() || now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        say(outcome(lan.get()));
    }

    private static String outcome(LanDoor door) {
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
