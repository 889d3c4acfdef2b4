package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a medicine is under special control. */
public enum DrugControl {
    @JsonProperty("none")
    NONE,
    @JsonProperty("antimicrobial")
    ANTIMICROBIAL,
    @JsonProperty("psychotropic")
    PSYCHOTROPIC,
    @JsonProperty("narcotic")
    NARCOTIC,
    @JsonProperty("toxic")
    TOXIC,
    @JsonProperty("radioactive")
    RADIOACTIVE,
    @JsonProperty("precursor")
    PRECURSOR
}
