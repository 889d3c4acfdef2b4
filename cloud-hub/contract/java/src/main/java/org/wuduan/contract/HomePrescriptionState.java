package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a prescription stands, as the home sees it. */
public enum HomePrescriptionState {
    @JsonProperty("to_confirm")
    TO_CONFIRM,
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
    /** It was delivered, and something became known that speaks against it: not to be taken before the doctor has spoken. */
    @JsonProperty("stop")
    STOP,
    @JsonProperty("expired")
    EXPIRED
}
