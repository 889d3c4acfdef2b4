package org.wuduan.wearables;

/** How an attempt to bond with a wearable ended. */
public enum PairingOutcome {
    /** There is a bond, or the device works without one. */
    PAIRED,
    /** No link came about, or it broke. */
    OUT_OF_REACH,
    /** The device refused, or the code was wrong. */
    REFUSED,
    /** Nobody answered in time, neither the device nor who should have typed a code. */
    TIMED_OUT,
    /** The device needs more than a bond, for example a user's consent on its own scale. */
    NOT_SUPPORTED
}
