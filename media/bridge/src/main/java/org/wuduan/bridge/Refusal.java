package org.wuduan.bridge;

/** Why a node did not do what was asked. Nothing was changed. */
public enum Refusal {
    /** Not connected, or lost while it was asked. */
    NODE_DOWN,
    /** No answer within the limit of the operation; the node may be hanging. */
    TIMED_OUT,
    /** The node takes no new rooms. */
    DRAINING,
    NO_SUCH_ROOM,
    ROOM_FULL,
    /** This participant has not joined, or has left. */
    NOT_JOINED,
    /** The seat has a newer epoch. */
    STALE_EPOCH,
    /** This epoch has published already; a new attempt needs a higher epoch. */
    ALREADY_PUBLISHED,
    /** No offer with that number waits for an answer. */
    UNKNOWN_OFFER,
    /** The session description is not one that the node can use. */
    SDP_REFUSED,
    /** The node refused for a reason of its own, which its log has. */
    NODE_FAULT
}
