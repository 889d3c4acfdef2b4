package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of ConsentGiver. */
public enum ConsentGiver {
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("proxy")
    PROXY
}
