package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reading as screens show it. */
public record VitalSign(
        UUID readingId,
        Instant at,
        boolean takenAtKnown,
        Instant receivedAt,
        List<Value> values,
        List<Mark> marks,
        @Nullable ComparedWithUsual comparedWithUsual) {
    public VitalSign {
        values = List.copyOf(values);
        marks = List.copyOf(marks);
    }

    /** Against the patient's own mean of earlier readings; absent while there are fewer than three. */
    public enum ComparedWithUsual {
        @JsonProperty("higher")
        HIGHER,
        @JsonProperty("similar")
        SIMILAR,
        @JsonProperty("lower")
        LOWER
    }
}
