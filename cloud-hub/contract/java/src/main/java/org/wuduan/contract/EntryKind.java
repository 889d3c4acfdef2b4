package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry of a patient's record tells. */
public enum EntryKind {
    @JsonProperty("allergy")
    ALLERGY,
    @JsonProperty("problem")
    PROBLEM,
    @JsonProperty("medication")
    MEDICATION,
    @JsonProperty("history")
    HISTORY
}
