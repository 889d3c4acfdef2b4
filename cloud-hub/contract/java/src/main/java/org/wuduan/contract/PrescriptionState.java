package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a prescription stands. */
public enum PrescriptionState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("awaiting_review")
    AWAITING_REVIEW,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("dispensed")
    DISPENSED,
    @JsonProperty("expired")
    EXPIRED
}
