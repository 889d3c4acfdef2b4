package org.wuduan.launcher;

import org.wuduan.launcher.supervise.ProcessSpec;

/**
 * A sibling and how one sees that it answers.
 *
 * @param spec what is started
 * @param probe asked again and again after each start until it says yes
 */
public record Sibling(ProcessSpec spec, Probe probe) {

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

    public String name() {
        return spec.name();
    }
}
