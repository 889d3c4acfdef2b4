package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why the last ring ended without an answer. */
public enum RingOutcome {
    @JsonProperty("inconvenient")
    INCONVENIENT,
    @JsonProperty("no_answer")
    NO_ANSWER,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
