package org.wuduan.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a hub must remember of a room to take it over again after its own death, while media goes on.
 *
 * @param session the node's number of our session
 * @param publications those who send, as last known
 */
public record RoomSnapshot(
        NodeId node, RoomName room, long session, List<Publication> publications, List<Attendance> attendances) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public RoomSnapshot {
        publications = List.copyOf(publications);
        attendances = List.copyOf(attendances);
    }

    /**
     * One participant's media, once: media that ended and began again has a higher serial.
     *
     * @param serial from 1
     */
    public record Publication(Participant by, int serial) {}

    /**
     * One participant in the room.
     *
     * @param publisherHandle the node's number of the connection that sends
     * @param subscriberHandle the node's number of the connection that receives; null before the first offer
     * @param published whether an offer to send was answered
     * @param broken whether one of its connections has ended, see {@link MediaNode#isRunning}
     * @param receiving what this participant receives
     */
    public record Attendance(
            Participant participant,
            long publisherHandle,
            @Nullable Long subscriberHandle,
            boolean published,
            boolean broken,
            Receiving receiving) {}

    /**
     * What one participant receives.
     *
     * @param lastOffer number of the newest offer, 0 before the first
     * @param feeds what was subscribed
     * @param tracks what the newest offer carries
     * @param waiting the newest offer if it waits for an answer; its text is kept because the node gives it only once
     */
    public record Receiving(
            int lastOffer,
            List<Publication> feeds,
            List<Track> tracks,
            @Nullable String waiting) {
        public Receiving {
            feeds = List.copyOf(feeds);
            tracks = List.copyOf(tracks);
        }

        /** Nothing yet. */
        public static Receiving nothing() {
            return new Receiving(0, List.of(), List.of(), null);
        }

        @Override
        public String toString() {
            return "Receiving[" + lastOffer + " " + feeds + " ‹redacted›]";
        }
    }

    /** As text for the hub's store. It holds SDP, which is not for logs. */
    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** Reads {@link #toJson()}. */
    public static RoomSnapshot ofJson(String json) {
        return JSON.readValue(json, RoomSnapshot.class);
    }

    @Override
    public String toString() {
        return "RoomSnapshot[" + room + " on " + node + ", " + attendances.size() + " participants]";
    }
}
