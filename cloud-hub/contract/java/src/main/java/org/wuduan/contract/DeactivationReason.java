package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a patient was deactivated. Nothing is deleted. */
public enum DeactivationReason {
    @JsonProperty("died")
    DIED,
    @JsonProperty("moved_away")
    MOVED_AWAY,
    @JsonProperty("registered_by_mistake")
    REGISTERED_BY_MISTAKE,
    @JsonProperty("other")
    OTHER
}
