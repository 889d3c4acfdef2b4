package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a prescription may last as long as it does. */
public enum SupplyKind {
    @JsonProperty("ordinary")
    ORDINARY,
    @JsonProperty("emergency")
    EMERGENCY,
    @JsonProperty("chronic")
    CHRONIC,
    @JsonProperty("long_term")
    LONG_TERM
}
