package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a prescription is reviewed again. */
public enum ReviewAgain {
    @JsonProperty("allergy_added")
    ALLERGY_ADDED
}
