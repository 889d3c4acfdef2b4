package org.wuduan.hub.shared;

import org.jspecify.annotations.Nullable;

/**
 * A fault as it may stand in a log: the classes and frames of it and its causes, but no message. Messages of the
 * database, of parsers and of records hold values, texts and names.
 */
public final class Fault extends Exception {
    /** Deepest cause that is kept; a cause may be its own. */
    static final int CAUSES_MAX = 8;

    private static final long serialVersionUID = 1L;

    private Fault(Throwable fault, @Nullable Throwable cause) {
        super(fault.getClass().getName(), cause, false, true);
        setStackTrace(fault.getStackTrace());
    }

    public static Fault of(Throwable fault) {
        return of(fault, CAUSES_MAX);
    }

    private static Fault of(Throwable fault, int causesLeft) {
        var cause = fault.getCause();
        return new Fault(fault, cause == null || causesLeft == 0 ? null : of(cause, causesLeft - 1));
    }

    /** The class of the fault that this stands for. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
