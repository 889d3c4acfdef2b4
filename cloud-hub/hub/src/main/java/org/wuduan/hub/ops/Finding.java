package org.wuduan.hub.ops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Operations.OperationsPart;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;

/**
 * How a part was found at a look.
 *
 * @param why null of a part that is well
 * @param since when the part itself knows it; else it is since the first look that found it so
 */
record Finding(
        PartKind kind,
        String name,
        PartState state,
        @Nullable PartTrouble why,
        @Nullable Instant since,
        Detail detail) {

    /** The one number or text that a kind of part has beside its state. */
    record Detail(
            @Nullable Integer calls,
            @Nullable Long freeMib,
            @Nullable Integer waiting,
            @Nullable String institution) {
        static final Detail NONE = new Detail(null, null, null, null);

        static Detail ofCalls(int calls) {
            return new Detail(calls, null, null, null);
        }

        static Detail ofFreeMib(long freeMib) {
            return new Detail(null, freeMib, null, null);
        }

        static Detail ofWaiting(int waiting) {
            return new Detail(null, null, waiting, null);
        }

        static Detail ofInstitution(@Nullable String institution) {
            return new Detail(null, null, null, institution);
        }
    }

    static Finding well(PartKind kind, String name) {
        return new Finding(kind, name, PartState.WELL, null, null, Detail.NONE);
    }

    static Finding of(PartKind kind, String name, PartState state, PartTrouble why) {
        return new Finding(kind, name, state, why, null, Detail.NONE);
    }

    Finding with(Detail more) {
        return new Finding(kind, name, state, why, since, more);
    }

    Finding since(@Nullable Instant when) {
        return new Finding(kind, name, state, why, when, detail);
    }

    /** Whether nothing has changed that a "since" tells of. */
    boolean isAs(OperationsPart before) {
        return state == before.state() && why == before.why();
    }

    /** Of a box that was never heard, "since the hub looked first" would be a lie. */
    boolean knowsNoSince() {
        return why == PartTrouble.NEVER_HEARD;
    }

    OperationsPart part(@Nullable Instant sinceWhen) {
        return new OperationsPart(
                kind,
                name,
                state,
                sinceWhen,
                why,
                detail.calls(),
                detail.freeMib(),
                detail.waiting(),
                detail.institution());
    }
}
