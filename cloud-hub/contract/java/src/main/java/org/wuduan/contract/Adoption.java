package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the inviting doctor makes of an opinion (采纳, 部分采纳, 不采纳). */
public enum Adoption {
    @JsonProperty("adopted")
    ADOPTED,
    @JsonProperty("partly")
    PARTLY,
    @JsonProperty("rejected")
    REJECTED
}
