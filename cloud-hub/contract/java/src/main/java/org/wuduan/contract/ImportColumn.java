package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Columns of the file of households. */
public enum ImportColumn {
    @JsonProperty("household")
    HOUSEHOLD,
    @JsonProperty("address")
    ADDRESS,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("name")
    NAME,
    @JsonProperty("sex")
    SEX,
    @JsonProperty("birth_date")
    BIRTH_DATE,
    @JsonProperty("id_number")
    ID_NUMBER,
    @JsonProperty("id_number_absent")
    ID_NUMBER_ABSENT
}
