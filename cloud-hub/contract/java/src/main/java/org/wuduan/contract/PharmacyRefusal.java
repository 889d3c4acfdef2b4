package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why the pharmacy refused. */
public enum PharmacyRefusal {
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("not_approved")
    NOT_APPROVED,
    @JsonProperty("unknown_drug")
    UNKNOWN_DRUG,
    @JsonProperty("other")
    OTHER
}
