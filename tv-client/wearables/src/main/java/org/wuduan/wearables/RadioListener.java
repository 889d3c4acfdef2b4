package org.wuduan.wearables;

import java.util.function.Consumer;

/** Who hears what the radio tells. */
@FunctionalInterface
public interface RadioListener extends Consumer<RadioEvent> {
    /** At the latest after so many events there is a pause. */
    int TOGETHER_MAX = 100;

    /** One event, in order. */
    @Override
    void accept(RadioEvent event);

    /**
     * Nothing more waits to be told at the moment, or {@link #TOGETHER_MAX} events have been told: what they brought can be
     * written to disk together. The radio never waits for more events before it pauses.
     */
    default void paused() {}
}
