package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of SeatRole. */
public enum SeatRole {
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("family")
    FAMILY,
    @JsonProperty("first_contact")
    FIRST_CONTACT,
    @JsonProperty("county")
    COUNTY,
    @JsonProperty("tertiary")
    TERTIARY
}
