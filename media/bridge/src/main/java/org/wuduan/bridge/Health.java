package org.wuduan.bridge;

/** Whether a node may be given a room. */
public enum Health {
    UP,
    /** Its rooms go on; it gets no new ones. */
    DRAINING,
    DOWN
}
