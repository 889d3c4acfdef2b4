package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad an allergic reaction was. */
public enum AllergySeverity {
    @JsonProperty("mild")
    MILD,
    @JsonProperty("moderate")
    MODERATE,
    @JsonProperty("severe")
    SEVERE,
    @JsonProperty("unknown")
    UNKNOWN
}
