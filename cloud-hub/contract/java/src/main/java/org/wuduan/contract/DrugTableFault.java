package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is wrong in a cell of an imported table. */
public enum DrugTableFault {
    @JsonProperty("missing")
    MISSING,
    @JsonProperty("unreadable")
    UNREADABLE,
    @JsonProperty("too_long")
    TOO_LONG,
    @JsonProperty("twice")
    TWICE,
    @JsonProperty("unknown")
    UNKNOWN
}
