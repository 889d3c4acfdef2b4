package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the box tells its own television page over /box/live. The link to the hub is piped through /live and /api of the same origin. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BoxLive.BoxState.class, name = "state"),
    @JsonSubTypes.Type(value = BoxLive.BoxMeasurement.class, name = "measurement")
})
public sealed interface BoxLive {
    /** GET /box/state and the first frame on /box/live. */
    record BoxState(
            UUID boxId,
            Hub hub,
            Instant hubSince,
            Radio radio,
            int outboxWaiting,
            @Nullable Integer outboxSetAside,
            @Nullable OutboxTrouble outboxTrouble,
            @Nullable Integer outboxKeptHere,
            List<WearableLink> wearables,
            Language locale,
            String familyPage,
            @Nullable Enrolment enrolment)
            implements BoxLive {
        public BoxState {
            wearables = List.copyOf(wearables);
        }

        /** Choices of hub. */
        public enum Hub {
            @JsonProperty("up")
            UP,
            @JsonProperty("down")
            DOWN,
            @JsonProperty("not_enrolled")
            NOT_ENROLLED
        }

        /** Choices of radio. */
        public enum Radio {
            @JsonProperty("on")
            ON,
            @JsonProperty("off")
            OFF
        }

        /** What is wrong with the outbox; absent when all is well. */
        public enum OutboxTrouble {
            /** The outbox reached its limit; continuous readings were thinned evenly. */
            @JsonProperty("thinned")
            THINNED,
            /** Continuous readings are being dropped; spot readings are still kept. */
            @JsonProperty("full")
            FULL,
            /** The disk is full or broken; nothing is saved. */
            @JsonProperty("cannot_write")
            CANNOT_WRITE
        }

        /** While the box belongs to no household and no code was put into its settings. */
        public record Enrolment(
                @Nullable String code, @Nullable Instant removedAt) {
            @Override
            public String toString() {
                return "Enrolment[" + removedAt + " ‹redacted›]";
            }
        }

        /** A wearable in reach. */
        public record WearableLink(String address, String model, Link link, Instant since) {
            /** Choices of link. */
            public enum Link {
                @JsonProperty("connected")
                CONNECTED,
                @JsonProperty("seen")
                SEEN,
                @JsonProperty("lost")
                LOST
            }
        }
    }

    /** A measurement in the outbox (saved) or acknowledged by the hub (delivered). */
    record BoxMeasurement(Stage stage, Reading reading) implements BoxLive {
        /** Choices of stage. */
        public enum Stage {
            @JsonProperty("saved")
            SAVED,
            @JsonProperty("delivered")
            DELIVERED
        }
    }
}
