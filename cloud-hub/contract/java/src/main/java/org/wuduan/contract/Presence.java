package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of Presence. */
public enum Presence {
    @JsonProperty("absent")
    ABSENT,
    @JsonProperty("present")
    PRESENT,
    @JsonProperty("reconnecting")
    RECONNECTING,
    @JsonProperty("left")
    LEFT
}
