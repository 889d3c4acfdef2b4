package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of InvitationState. */
public enum InvitationState {
    @JsonProperty("ringing")
    RINGING,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
