package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A column of the file of diagnoses. */
public enum DiagnosisColumn {
    @JsonProperty("code")
    CODE,
    @JsonProperty("name")
    NAME,
    @JsonProperty("initials")
    INITIALS
}
