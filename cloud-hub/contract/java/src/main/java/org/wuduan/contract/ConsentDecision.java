package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of ConsentDecision. */
public enum ConsentDecision {
    @JsonProperty("agreed")
    AGREED,
    @JsonProperty("refused")
    REFUSED
}
