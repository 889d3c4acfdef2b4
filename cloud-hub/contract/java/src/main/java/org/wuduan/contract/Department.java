package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Department of a doctor's post. */
public enum Department {
    @JsonProperty("general")
    GENERAL,
    @JsonProperty("cardiology")
    CARDIOLOGY,
    @JsonProperty("endocrinology")
    ENDOCRINOLOGY,
    @JsonProperty("respiratory")
    RESPIRATORY,
    @JsonProperty("neurology")
    NEUROLOGY
}
