package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail as the audit administrator reads it. */
public final class TrailMessages {
    private TrailMessages() {}

    /** One entry. */
    public record TrailLine(
            long number,
            Instant at,
            Kind kind,
            UUID actor,
            String action,
            @Nullable String actorName,
            @Nullable UUID object,
            @Nullable String objectName) {
        /** What kind of thing it tells. */
        public enum Kind {
            @JsonProperty("write")
            WRITE,
            @JsonProperty("opening")
            OPENING,
            @JsonProperty("denial")
            DENIAL,
            @JsonProperty("sign_in")
            SIGN_IN,
            @JsonProperty("sign_in_failure")
            SIGN_IN_FAILURE
        }

        @Override
        public String toString() {
            return "TrailLine[" + number + " ‹redacted›]";
        }
    }

    /** GET /api/audit/entries */
    public record TrailPage(
            List<TrailLine> entries, @Nullable Long next) {
        public TrailPage {
            entries = List.copyOf(entries);
        }
    }

    /** GET /api/audit/verification */
    public record TrailVerdict(
            boolean whole,
            @Nullable Long entries,
            @Nullable Long seals,
            @Nullable Long waiting,
            @Nullable Boolean anchored,
            @Nullable Fault fault,
            @Nullable Long number) {
        /** What was done to the trail. */
        public enum Fault {
            @JsonProperty("entry_changed")
            ENTRY_CHANGED,
            @JsonProperty("entry_taken_away")
            ENTRY_TAKEN_AWAY,
            @JsonProperty("entry_put_in")
            ENTRY_PUT_IN,
            @JsonProperty("seal_changed")
            SEAL_CHANGED,
            @JsonProperty("seal_taken_away")
            SEAL_TAKEN_AWAY,
            @JsonProperty("end_cut_off")
            END_CUT_OFF,
            @JsonProperty("anchor_unreadable")
            ANCHOR_UNREADABLE
        }

        /** Nothing was changed, taken away or put in. */
        public static TrailVerdict of(long entries, long seals, long waiting, boolean anchored) {
            return new TrailVerdict(true, entries, seals, waiting, anchored, null, null);
        }

        /** The first fault. */
        public static TrailVerdict of(Fault fault, long number) {
            return new TrailVerdict(false, null, null, null, null, fault, number);
        }
    }
}
