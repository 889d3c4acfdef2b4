package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure an allergy is. */
public enum AllergyCertainty {
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("suspected")
    SUSPECTED
}
