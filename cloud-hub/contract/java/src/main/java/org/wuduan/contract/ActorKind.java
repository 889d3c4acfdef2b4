package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of ActorKind. */
public enum ActorKind {
    @JsonProperty("doctor")
    DOCTOR,
    @JsonProperty("family")
    FAMILY,
    @JsonProperty("box")
    BOX,
    @JsonProperty("administrator")
    ADMINISTRATOR,
    @JsonProperty("pharmacist")
    PHARMACIST,
    @JsonProperty("registrar")
    REGISTRAR
}
