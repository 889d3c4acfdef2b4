package org.wuduan.wearables;

/**
 * Finds health wearables, connects them, keeps them connected and passes on what they send.
 *
 * <p>Life: {@link #start} once, {@link #stop} once; a stopped radio is not started again. Both return soon: finding and
 * connecting go on beside the caller. The first event is always {@link RadioEvent.RadioBack} or
 * {@link RadioEvent.RadioUnavailable}.
 */
public interface Radio extends AutoCloseable {
    /**
     * Starts. The listener gets one event at a time, in order, and a pause after each or after several that came together;
     * it may block for a moment, but while it blocks, events queue up to a limit, and after that values are dropped and
     * counted. A listener that throws loses that event only. What it heard before {@link #stop} is followed by a pause.
     *
     * @throws IllegalStateException when started before
     */
    void start(RadioListener listener);

    /** Ends every link. No event is delivered after it has returned. Harmless when repeated or never started. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
