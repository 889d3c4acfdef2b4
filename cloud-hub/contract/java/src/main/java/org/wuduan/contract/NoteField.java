package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A field of text of an outpatient note. */
public enum NoteField {
    @JsonProperty("complaint")
    COMPLAINT,
    @JsonProperty("presentIllness")
    PRESENT_ILLNESS,
    @JsonProperty("pastHistory")
    PAST_HISTORY,
    @JsonProperty("findings")
    FINDINGS,
    @JsonProperty("treatment")
    TREATMENT,
    @JsonProperty("advice")
    ADVICE
}
