package org.wuduan.box;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How long the machine has been up: a clock that nobody sets, so that the time that a reading has waited is right even
 * when the box's own clock was set in between or is years off. It goes on while the box restarts, and ends with the machine.
 */
@FunctionalInterface
interface BootClock {
    /** Of this machine: the kernel's, which also counts while the machine sleeps. */
    BootClock OF_THIS_MACHINE = () -> kernel(Path.of("/proc/uptime"), Path.of("/proc/sys/kernel/random/boot_id"));

    /** Empty where the machine has no such clock. */
    Optional<Tick> now();

    /**
     * A moment.
     *
     * @param boot names the start of the machine; moments of two starts can't be compared
     * @param millis since that start
     */
    record Tick(String boot, long millis) {
        /** How long before {@code later} this was; empty when the machine has started anew in between. */
        Optional<Long> millisUntil(Tick later) {
            return boot.equals(later.boot) && later.millis >= millis
                    ? Optional.of(later.millis - millis)
                    : Optional.empty();
        }
    }

    /** @param uptime proc(5): seconds since the start, with two decimals, then the idle time */
    static Optional<Tick> kernel(Path uptime, Path bootId) {
        try {
            String seconds = Files.readString(uptime).split(" ", 2)[0];
            return Optional.of(new Tick(
                    Files.readString(bootId).strip(),
                    new BigDecimal(seconds).movePointRight(3).longValue()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
