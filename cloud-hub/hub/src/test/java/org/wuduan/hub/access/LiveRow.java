package org.wuduan.hub.access;

import java.util.Set;
import java.util.function.Function;
import org.wuduan.contract.LiveToHub;

/**
 * One line of the matrix for a message of /live.
 *
 * @param name for a watch, the kind of stream
 * @param stream of a watch; empty for other messages
 * @param otherwise what those get who are not allowed
 */
record LiveRow(
        Class<? extends LiveToHub> type,
        String name,
        Function<Target, String> stream,
        Set<Who> whileWaiting,
        Set<Who> whileLive,
        Otherwise otherwise) {
    /** What those get who are not allowed. */
    enum Otherwise {
        /** action-not-allowed for those who have a part, not-found for everybody else. */
        BY_PART,
        NOT_FOUND,
        SEAT_NOT_HELD,
        /** Nobody can even say it: the contract has no such form. */
        MALFORMED,
        /** The message tells nothing and changes nothing: it is never refused. */
        HARMLESS,
        /** Everybody's own, where their kind has one. */
        OWN_INBOX
    }

    Got expected(Who who, Thing thing) {
        var allowed = switch (thing) {
            case WAITING -> whileWaiting;
            case LIVE -> whileLive;
            case FOREIGN -> Set.<Who>of();
        };
        if (allowed.contains(who)) {
            return Got.ALLOWED;
        }
        return switch (otherwise) {
            case BY_PART -> HttpRow.Parts.has(who, thing) ? Got.ACTION_NOT_ALLOWED : Got.NOT_FOUND;
            case NOT_FOUND -> Got.NOT_FOUND;
            case SEAT_NOT_HELD -> Got.SEAT_NOT_HELD;
            case MALFORMED -> Got.MALFORMED;
            case HARMLESS -> Got.ALLOWED;
            case OWN_INBOX -> Who.WITH_INBOX.contains(who) ? Got.ALLOWED : Got.NOT_FOUND;
        };
    }
}
