package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of ConsultationState. */
public enum ConsultationState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("ringing")
    RINGING,
    @JsonProperty("unanswered")
    UNANSWERED,
    @JsonProperty("consenting")
    CONSENTING,
    @JsonProperty("live")
    LIVE,
    @JsonProperty("concluded")
    CONCLUDED,
    @JsonProperty("cancelled")
    CANCELLED
}
