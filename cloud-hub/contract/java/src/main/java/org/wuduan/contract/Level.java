package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Level of an institution in the tiers of care (分级诊疗). */
public enum Level {
    @JsonProperty("first_contact")
    FIRST_CONTACT,
    @JsonProperty("county")
    COUNTY,
    @JsonProperty("tertiary")
    TERTIARY
}
