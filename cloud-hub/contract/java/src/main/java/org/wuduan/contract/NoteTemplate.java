package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** With which form a note was begun. */
public enum NoteTemplate {
    @JsonProperty("blank")
    BLANK,
    @JsonProperty("hypertension")
    HYPERTENSION,
    @JsonProperty("diabetes")
    DIABETES
}
