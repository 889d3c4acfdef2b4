package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a patient is registered without an ID number. */
public enum IdNumberAbsence {
    @JsonProperty("not_at_hand")
    NOT_AT_HAND,
    @JsonProperty("lost")
    LOST,
    @JsonProperty("never_issued")
    NEVER_ISSUED,
    @JsonProperty("foreign_papers")
    FOREIGN_PAPERS,
    @JsonProperty("declined")
    DECLINED
}
