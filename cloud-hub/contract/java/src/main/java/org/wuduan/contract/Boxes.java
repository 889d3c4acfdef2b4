package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enrolment of boxes by a code on the television, and their household's say over them. */
public final class Boxes {
    private Boxes() {}

    /** POST /api/boxes/announcements */
    public record AnnounceBox(UUID boxId, String publicKey, String signature) {
        @Override
        public String toString() {
            return "AnnounceBox[" + boxId + " ‹redacted›]";
        }
    }

    /** Answer of POST /api/boxes/announcements: the code that the television shows. */
    public record AnnouncedBox(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "AnnouncedBox[" + expiresAt + " ‹redacted›]";
        }
    }

    /** POST /api/boxes/announcements/state */
    public record AskAnnouncement(UUID boxId, String code) {
        @Override
        public String toString() {
            return "AskAnnouncement[" + boxId + " ‹redacted›]";
        }
    }

    /** Answer of POST /api/boxes/announcements/state. */
    public record AnnouncementState(State state, @Nullable NamedHousehold household) {
        /** Choices of state. */
        public enum State {
            @JsonProperty("waiting")
            WAITING,
            @JsonProperty("confirmed")
            CONFIRMED,
            @JsonProperty("expired")
            EXPIRED
        }
    }

    /** POST /api/boxes/confirmations */
    public record ConfirmBox(String code, UUID householdId, String name) {
        @Override
        public String toString() {
            return "ConfirmBox[" + householdId + " ‹redacted›]";
        }
    }

    /** POST /api/boxes/{id}/name */
    public record NameBox(String name) {
        @Override
        public String toString() {
            return "NameBox[‹redacted›]";
        }
    }

    /** POST /api/boxes/{id}/move */
    public record MoveBox(UUID householdId) {}

    /** POST /box/factory-reset of the box's own page. */
    public record ResetBox(int unsent) {}

    /** GET /api/households/{id}/boxes */
    public record BoxList(NamedHousehold household, List<KnownBox> boxes) {
        public BoxList {
            boxes = List.copyOf(boxes);
        }

        /** A box of the household. */
        public record KnownBox(
                UUID id,
                String name,
                Instant enrolledAt,
                boolean online,
                @Nullable Instant seenAt) {
            @Override
            public String toString() {
                return "KnownBox[" + id + " " + online + " ‹redacted›]";
            }
        }
    }
}
