package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of Sex. */
public enum Sex {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE,
    @JsonProperty("unknown")
    UNKNOWN
}
