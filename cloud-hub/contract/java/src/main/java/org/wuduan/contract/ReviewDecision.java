package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a pharmacist decides. */
public enum ReviewDecision {
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED
}
