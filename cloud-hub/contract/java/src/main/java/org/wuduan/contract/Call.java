package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The call of a consultation. A higher generation means: media moved to another bridge, build again. */
public record Call(
        UUID id,
        int generation,
        Media media,
        List<Seat> seats,
        @Nullable UUID mySeatId) {
    public Call {
        seats = List.copyOf(seats);
    }

    /** moving: the bridge was lost and no other has been found yet. */
    public enum Media {
        @JsonProperty("ready")
        READY,
        @JsonProperty("moving")
        MOVING
    }
}
