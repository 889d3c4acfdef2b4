package org.wuduan.bridge;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A bridge that carries the media of rooms: each participant sends to it once and receives all others from it.
 *
 * <p>Calls block (use virtual threads) but never longer than the limit named at the adapter; a node that hangs is
 * reported down within 5 s, and calls under way are then refused. Events come one at a time and in order; the listener
 * may call the node, and must return soon.
 *
 * <p>Every participant receives every publisher but its own seat. The adapter sees to that by offers of its own: one at
 * a time for each participant, with all that changed since the last.
 */
public interface MediaNode extends AutoCloseable {
    /** Most participants that may send in one room. */
    int PUBLISHERS_MAX = 16;

    NodeId id();

    Health health();

    /** Takes no new rooms (or takes them again); the rooms that it has go on. */
    void drain(boolean draining);

    /**
     * Connects, takes remembered rooms over and then stays connected until closed. Called once. Returns when the rooms
     * are taken over or lost; a node that can't be reached now is tried again in the background.
     *
     * @param remembered the newest snapshot of each room that is still wanted; empty on a first start
     * @param listener gets the events, also those of the take-over: offers that nobody answered come again
     */
    Resumed start(Collection<RoomSnapshot> remembered, Consumer<MediaEvent> listener);

    /** Makes the room. One that exists stays as it is. */
    Outcome<RoomName> openRoom(RoomName room);

    /** Ends the room and everybody's media in it. Does nothing when there is no such room. */
    void closeRoom(RoomName room);

    /**
     * Enters the room to receive. An older epoch of the seat is removed at once. A repeat does nothing.
     *
     * <p>Join as soon as the seat is claimed: offers then come while the page still prepares its own.
     */
    Outcome<Participant> join(RoomName room, Participant participant);

    /**
     * Sends media into the room; joins first if that was not done.
     *
     * @param sdp the participant's offer, {@code sendonly}, without candidates
     * @return the answer, with the node's candidates
     */
    Outcome<String> publish(RoomName room, Participant participant, String sdp);

    /** The participant's answer to {@link MediaEvent.OfferReady}. */
    Outcome<Participant> answer(RoomName room, Participant participant, int offer, String sdp);

    /**
     * Whether a participant is in the room in this epoch and, as far as the node knows, none of its connections has
     * ended. A page that comes back and says that its media runs may go on if so; else it must build anew, with a higher
     * epoch.
     */
    boolean isRunning(RoomName room, Participant participant);

    /** Removes the participant with all its media. Does nothing when it is not there. */
    void leave(RoomName room, Participant participant);

    /** Ends the connection. The node keeps rooms and media for two minutes, so that a successor can take them over. */
    @Override
    void close();

    /** What became of the remembered rooms. */
    record Resumed(Set<RoomName> kept, Set<RoomName> lost) {
        public Resumed {
            kept = Set.copyOf(kept);
            lost = Set.copyOf(lost);
        }
    }
}
