package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a bound son or daughter may do. */
public enum FamilyRight {
    @JsonProperty("see_vitals")
    SEE_VITALS,
    @JsonProperty("take_part")
    TAKE_PART,
    @JsonProperty("proxy_consent")
    PROXY_CONSENT,
    @JsonProperty("manage_devices")
    MANAGE_DEVICES
}
