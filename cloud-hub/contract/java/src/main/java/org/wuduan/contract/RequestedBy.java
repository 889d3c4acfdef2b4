package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of RequestedBy. */
public enum RequestedBy {
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("family")
    FAMILY
}
