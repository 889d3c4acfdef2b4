package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a finding weighs. */
public enum FindingSeverity {
    @JsonProperty("contraindicated")
    CONTRAINDICATED,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("caution")
    CAUTION
}
