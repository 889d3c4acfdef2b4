package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the hub may send over /live. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveToTerminal.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = LiveToTerminal.ViewFrame.class, name = "view"),
    @JsonSubTypes.Type(value = LiveToTerminal.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = LiveToTerminal.Beat.class, name = "beat"),
    @JsonSubTypes.Type(value = LiveToTerminal.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = LiveToTerminal.SeatClaimed.class, name = "seat.claimed"),
    @JsonSubTypes.Type(value = LiveToTerminal.SeatSuperseded.class, name = "seat.superseded"),
    @JsonSubTypes.Type(value = LiveToTerminal.Published.class, name = "media.published"),
    @JsonSubTypes.Type(value = LiveToTerminal.Offer.class, name = "media.offer")
})
public sealed interface LiveToTerminal {
    /** Answer to hello. */
    record Welcome(String ref, Actor actor, Instant serverTime, int beatSeconds) implements LiveToTerminal {
        /** Who the hub takes this terminal for. */
        public record Actor(UUID id, ActorKind kind, String name) {
            @Override
            public String toString() {
                return "Actor[" + kind + " " + id + " ‹redacted›]";
            }
        }
    }

    /** The newest view of a stream; replaces what is shown. */
    record ViewFrame(String stream, long seq, View view) implements LiveToTerminal {}

    /** The stream can't be watched any more. */
    record Gone(String stream, Problem problem) implements LiveToTerminal {}

    /** Heartbeat with the head number of each watched stream, and what every screen has to say now. */
    record Beat(
            Instant at, Map<String, Long> heads, @Nullable Notice notice) implements LiveToTerminal {
        /** Choices of notice. */
        public enum Notice {
            @JsonProperty("no_new_calls")
            NO_NEW_CALLS
        }
    }

    /** A message was refused; the connection goes on. */
    record Refused(Problem problem, @Nullable String ref) implements LiveToTerminal {}

    /** The seat is on this connection. media keep: go on with what runs; build: publish anew. */
    record SeatClaimed(String ref, UUID callId, UUID seatId, int epoch, int generation, Media media)
            implements LiveToTerminal {
        /** Choices of media. */
        public enum Media {
            @JsonProperty("keep")
            KEEP,
            @JsonProperty("build")
            BUILD
        }
    }

    /** A newer connection has the seat; stop media here. */
    record SeatSuperseded(UUID callId, UUID seatId, int epoch) implements LiveToTerminal {}

    /** Answer to media.publish. */
    record Published(String ref, UUID callId, int epoch, int generation, String sdp) implements LiveToTerminal {
        @Override
        public String toString() {
            return "Published[" + callId + " ‹redacted›]";
        }
    }

    /** What the others send; answer it with media.answer. Offers of one epoch and generation are numbered from 1. */
    record Offer(UUID callId, int epoch, int generation, int offer, String sdp, List<Track> tracks)
            implements LiveToTerminal {
        public Offer {
            tracks = List.copyOf(tracks);
        }

        @Override
        public String toString() {
            return "Offer[" + callId + " ‹redacted›]";
        }

        /** Which seat and kind a media line carries. */
        public record Track(String mid, UUID seatId, Kind kind) {
            /** Choices of kind. */
            public enum Kind {
                @JsonProperty("audio")
                AUDIO,
                @JsonProperty("video")
                VIDEO
            }
        }
    }
}
