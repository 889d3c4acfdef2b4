package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is wrong with one field of the file of diagnoses. */
public enum DiagnosisFault {
    @JsonProperty("missing")
    MISSING,
    @JsonProperty("too_long")
    TOO_LONG,
    @JsonProperty("not_a_code")
    NOT_A_CODE,
    @JsonProperty("not_initials")
    NOT_INITIALS,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("too_many_cells")
    TOO_MANY_CELLS
}
