package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The three separated administrators (三员分立); one person has one role. */
public enum AdministratorRole {
    @JsonProperty("system")
    SYSTEM,
    @JsonProperty("security")
    SECURITY,
    @JsonProperty("audit")
    AUDIT
}
