package org.wuduan.wearables;

import java.time.Duration;
import java.util.Set;

/**
 * Connects the health wearables that it is told to, keeps them connected and passes on what they send. Whatever else is in
 * reach, a neighbour's cuff for example, is left alone.
 *
 * <p>Life: {@link #start} once, {@link #stop} once; a stopped radio is not started again. Both return soon: finding and
 * connecting go on beside the caller. The first event is always {@link RadioEvent.RadioBack} or
 * {@link RadioEvent.RadioUnavailable}.
 */
public interface Radio extends AutoCloseable {
    /** More than a household has, and more links than a common adapter holds. */
    int ADMITTED_MAX = 16;

    /** A minute for the person who reads or types a code (as BlueZ allows), and half of one for the link. */
    Duration PAIRING_LIMIT = Duration.ofSeconds(90);

    /**
     * Starts. The listener gets one event at a time, in order, and a pause after each or after several that came together;
     * it may block for a moment, but while it blocks, events queue up to a limit, and after that values are dropped and
     * counted. A listener that throws loses that event only. What it heard before {@link #stop} is followed by a pause.
     *
     * @throws IllegalStateException when started before
     */
    void start(RadioListener listener);

    /**
     * Which wearables are connected: these and no others. Replaces what was said before; until it is said for the first time
     * none is. What a wearable sends that is not among them is not passed on.
     *
     * @param addresses Bluetooth device addresses, at most {@link #ADMITTED_MAX}
     * @throws IllegalArgumentException when there are more
     */
    void admit(Set<String> addresses);

    /** While on, each wearable that is heard and not admitted is told as {@link RadioEvent.WearableFound}, again and again. */
    void search(boolean on);

    /**
     * Bonds with a wearable that was found, so that it can be admitted afterwards. Takes no measurement from it: nobody has
     * said yet whose it would be. Returns within {@link #PAIRING_LIMIT}.
     *
     * @param dialog asked on other threads while the device wants a code
     */
    PairingOutcome pair(String address, PairingDialog dialog) throws InterruptedException;

    /**
     * The newest record of a device with numbered records that is safely kept: at its next link only younger ones are
     * fetched. Without it all are.
     *
     * @param sequence as the device counts, 0–65535
     */
    void kept(String address, int sequence);

    /** Ends every link. No event is delivered after it has returned. Harmless when repeated or never started. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
