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
    UNREACHABLE
}
