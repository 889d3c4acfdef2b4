package org.wuduan.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wuduan.launcher.supervise.ProcessSpec;

/**
 * A sibling and how one sees that it answers.
 *
 * @param spec what is started
 * @param probe asked again and again after each start until it says yes
 * @param pulse asked from then on; empty for one whose hanging cannot be told from being busy
 * @param files programs and settings that it reads when it starts; of a folder, what lies in it
 */
public record Sibling(ProcessSpec spec, Probe probe, Optional<Pulse> pulse, List<Path> files) {

    /** Whether a started sibling answers. */
    @FunctionalInterface
    public interface Probe {
        /**
         * One quick look, never longer than a second or two.
         *
         * @throws Trouble when it answers, but not as it must: nothing is gained by waiting
         */
        boolean answers() throws InterruptedException;
    }

    /**
     * How one sees that a sibling that answered once still lives: a process that hangs or was stopped (SIGSTOP) never ends
     * by itself.
     *
     * @param probe any answer will do, even a bad one: only silence counts
     * @param every pause between two questions
     * @param missedMax so many silences in a row, and it is killed and started again
     */
    public record Pulse(Probe probe, Duration every, int missedMax) {
        static final Duration EVERY = Duration.ofSeconds(10);

        /** Well over half a minute: an overloaded machine is slow, but not as slow as this. */
        static final int MISSED_MAX = 4;

        static Pulse usual(Probe probe) {
            return new Pulse(probe, EVERY, MISSED_MAX);
        }
    }

    /** A sibling that nobody asks any more once it has answered. */
    public Sibling(ProcessSpec spec, Probe probe) {
        this(spec, probe, Optional.empty(), List.of());
    }

    /** The same sibling, which must go on answering. */
    public Sibling mustAnswer(Pulse how) {
        return new Sibling(spec, probe, Optional.of(how), files);
    }

    /** The same sibling, which is another one when these files have changed. */
    public Sibling madeFrom(Path... read) {
        return new Sibling(spec, probe, pulse, List.of(read));
    }

    public String name() {
        return spec.name();
    }
}
