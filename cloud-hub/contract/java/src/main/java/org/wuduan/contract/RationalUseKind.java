package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a check of rational use looks at. */
public enum RationalUseKind {
    @JsonProperty("allergy")
    ALLERGY,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("interaction")
    INTERACTION,
    @JsonProperty("max_daily")
    MAX_DAILY,
    @JsonProperty("max_single")
    MAX_SINGLE,
    @JsonProperty("age")
    AGE,
    @JsonProperty("renal")
    RENAL,
    @JsonProperty("diagnosis")
    DIAGNOSIS,
    @JsonProperty("arithmetic")
    ARITHMETIC
}
