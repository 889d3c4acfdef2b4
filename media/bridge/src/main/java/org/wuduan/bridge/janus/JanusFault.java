package org.wuduan.bridge.janus;

import java.io.Serial;
import org.wuduan.bridge.Refusal;

/** A request to Janus that came to nothing. */
final class JanusFault extends Exception {
    /** Numbers of Janus' core ({@code janus_error.h}) and of VideoRoom ({@code janus_videoroom.c}). */
    static final int UNAUTHORIZED = 403;

    static final int NO_SUCH_SESSION = 458;
    static final int NO_SUCH_HANDLE = 459;
    static final int SDP_TYPE_UNKNOWN = 464;
    static final int SDP_INVALID = 465;
    static final int NO_SUCH_ROOM = 426;
    static final int ROOM_EXISTS = 427;
    static final int NO_SUCH_FEED = 428;
    static final int SDP_TYPE_INVALID = 431;
    static final int PUBLISHERS_FULL = 432;
    static final int ALREADY_PUBLISHED = 434;
    static final int FEED_EXISTS = 436;
    static final int ROOM_SDP_INVALID = 437;

    /** Our own: Janus waits for the answer to an offer that we don't have. */
    static final int OFFER_UNKNOWN = -1;

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int code;

    enum Kind {
        /** No connection could be made. */
        UNREACHABLE,
        /** The connection ended before the answer. */
        CLOSED,
        /** Connected, and no answer in time. */
        TIMED_OUT,
        /** Janus said no; the code says why. */
        REFUSED
    }

    private JanusFault(Kind kind, int code, String said) {
        super(kind + " " + said);
        this.kind = kind;
        this.code = code;
    }

    static JanusFault of(Kind kind, String what) {
        return new JanusFault(kind, 0, what);
    }

    static JanusFault refused(int code, String said) {
        return new JanusFault(Kind.REFUSED, code, code + " " + said);
    }

    Kind kind() {
        return kind;
    }

    boolean isRefusedWith(int expected) {
        return kind == Kind.REFUSED && code == expected;
    }

    /** What the caller of the port is told. */
    Refusal refusal() {
        return switch (kind) {
            case UNREACHABLE, CLOSED -> Refusal.NODE_DOWN;
            case TIMED_OUT -> Refusal.TIMED_OUT;
            case REFUSED ->
                switch (code) {
                    case NO_SUCH_ROOM -> Refusal.NO_SUCH_ROOM;
                    case PUBLISHERS_FULL -> Refusal.ROOM_FULL;
                    case ALREADY_PUBLISHED -> Refusal.ALREADY_PUBLISHED;
                    case SDP_TYPE_UNKNOWN, SDP_INVALID, SDP_TYPE_INVALID, ROOM_SDP_INVALID -> Refusal.SDP_REFUSED;
                    default -> Refusal.NODE_FAULT;
                };
        };
    }
}
