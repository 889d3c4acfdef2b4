package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the pharmacy has come with an order. */
public enum PharmacyState {
    @JsonProperty("placing")
    PLACING,
    @JsonProperty("preparing")
    PREPARING,
    @JsonProperty("shipped")
    SHIPPED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("out_of_stock")
    OUT_OF_STOCK,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("unreachable")
    UNREACHABLE,
    /** The prescription was put back or cancelled; the pharmacy has not yet said whether it gives the order up. */
    @JsonProperty("withdrawing")
    WITHDRAWING,
    /** The pharmacy said that nothing of it will come. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** The pharmacy said that it had left already: not to be taken, and people have to call. */
    @JsonProperty("too_late")
    TOO_LATE
}
