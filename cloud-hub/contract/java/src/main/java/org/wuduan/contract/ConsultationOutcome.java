package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** in_person: sent to in-person care (转线下). */
public enum ConsultationOutcome {
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("in_person")
    IN_PERSON
}
