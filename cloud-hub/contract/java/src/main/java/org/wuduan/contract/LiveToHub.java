package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything a terminal may send over /live. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveToHub.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = LiveToHub.Watch.class, name = "watch"),
    @JsonSubTypes.Type(value = LiveToHub.Unwatch.class, name = "unwatch"),
    @JsonSubTypes.Type(value = LiveToHub.ClaimSeat.class, name = "seat.claim"),
    @JsonSubTypes.Type(value = LiveToHub.Publish.class, name = "media.publish"),
    @JsonSubTypes.Type(value = LiveToHub.Answer.class, name = "media.answer")
})
public sealed interface LiveToHub {
    /** First message on /live, within 10 s. */
    record Hello(String id, int protocol) implements LiveToHub {}

    /** Ask for the newest view of a stream now and after each change. */
    record Watch(String id, String stream) implements LiveToHub {}

    /** Stop watching. */
    record Unwatch(String id, String stream) implements LiveToHub {}

    /**
     * Take the own seat of a call on this connection. join asks for the seat first, as the command join does; media says
     * which media still runs, if any.
     */
    record ClaimSeat(
            String id,
            UUID callId,
            @Nullable Boolean join,
            @Nullable RunningMedia media) implements LiveToHub {
        /** Media that this page still has running. */
        public record RunningMedia(int epoch, int generation) {}
    }

    /** Offer to send the seat's audio and simulcast video. */
    record Publish(String id, UUID callId, int epoch, int generation, String sdp) implements LiveToHub {
        @Override
        public String toString() {
            return "Publish[" + callId + " ‹redacted›]";
        }
    }

    /** Answer to a media.offer. */
    record Answer(String id, UUID callId, int epoch, int generation, int offer, String sdp) implements LiveToHub {
        @Override
        public String toString() {
            return "Answer[" + callId + " ‹redacted›]";
        }
    }
}
