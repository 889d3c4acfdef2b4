package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Columns of the file of staff. */
public enum StaffColumn {
    @JsonProperty("kind")
    KIND,
    @JsonProperty("name")
    NAME,
    @JsonProperty("login")
    LOGIN,
    @JsonProperty("institution")
    INSTITUTION,
    @JsonProperty("title")
    TITLE,
    @JsonProperty("department")
    DEPARTMENT,
    @JsonProperty("licence")
    LICENCE,
    @JsonProperty("practising_since")
    PRACTISING_SINCE,
    @JsonProperty("internet_practice")
    INTERNET_PRACTICE
}
