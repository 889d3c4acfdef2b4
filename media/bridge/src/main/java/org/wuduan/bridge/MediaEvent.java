package org.wuduan.bridge;

import java.util.List;
import java.util.Set;

/** What a node tells without being asked. */
public sealed interface MediaEvent {
    NodeId node();

    /** The node can be used. */
    record NodeUp(NodeId node) implements MediaEvent {}

    /** The node can't be used; the named rooms are lost and must be built elsewhere. */
    record NodeDown(NodeId node, Reason reason, Set<RoomName> lost) implements MediaEvent {
        public NodeDown {
            lost = Set.copyOf(lost);
        }

        /** How it was noticed. */
        public enum Reason {
            /** Nobody listens at its address. */
            UNREACHABLE,
            /** The connection was closed: the process ended. */
            CLOSED,
            /** Connected, but no answer within the limit: it hangs, or the network is cut. */
            SILENT,
            /** Another process has the address: it does not know our secret. */
            NOT_OURS,
            /** The process was started anew, or has given up our session. */
            SESSION_LOST
        }
    }

    /**
     * Pass this offer on to the participant and give its answer to {@link MediaNode#answer}. A participant has never two
     * under way; after a restart the same one can come again with the same number.
     *
     * @param offer counted from 1 for each participant
     */
    record OfferReady(NodeId node, RoomName room, Participant participant, int offer, String sdp, List<Track> tracks)
            implements MediaEvent {
        public OfferReady {
            tracks = List.copyOf(tracks);
        }

        @Override
        public String toString() {
            return "OfferReady[" + node + " " + room + " " + participant + " " + offer + " ‹redacted›]";
        }
    }

    /** A participant's media ended without {@link MediaNode#leave}: its page closed, or its network is gone. */
    record PublisherGone(NodeId node, RoomName room, Participant participant) implements MediaEvent {}

    /** Store this in place of the room's earlier snapshot. It comes before the events that depend on it. */
    record SnapshotChanged(RoomSnapshot snapshot) implements MediaEvent {
        @Override
        public NodeId node() {
            return snapshot.node();
        }
    }
}
