package org.wuduan.bridge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name that the operator gave a media node, such as {@code janus-a}. */
public record NodeId(@JsonValue String value) {
    @JsonCreator
    public NodeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a media node needs a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
