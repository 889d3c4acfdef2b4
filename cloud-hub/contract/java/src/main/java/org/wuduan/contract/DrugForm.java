package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a medicine is made. */
public enum DrugForm {
    @JsonProperty("tablet")
    TABLET,
    @JsonProperty("enteric_tablet")
    ENTERIC_TABLET,
    @JsonProperty("modified_release_tablet")
    MODIFIED_RELEASE_TABLET,
    @JsonProperty("capsule")
    CAPSULE,
    @JsonProperty("oral_solution")
    ORAL_SOLUTION
}
