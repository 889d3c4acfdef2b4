package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a note is; an archived one never changes again. */
public enum NoteState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("archived")
    ARCHIVED
}
