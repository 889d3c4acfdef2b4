package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it gets into the body. */
public enum DrugRoute {
    @JsonProperty("oral")
    ORAL
}
