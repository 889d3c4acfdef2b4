package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is wrong with one field of the file of households. */
public enum ImportFault {
    @JsonProperty("missing")
    MISSING,
    @JsonProperty("too_long")
    TOO_LONG,
    @JsonProperty("not_a_name")
    NOT_A_NAME,
    @JsonProperty("not_a_phone")
    NOT_A_PHONE,
    @JsonProperty("not_a_sex")
    NOT_A_SEX,
    @JsonProperty("not_a_date")
    NOT_A_DATE,
    @JsonProperty("born_in_future")
    BORN_IN_FUTURE,
    @JsonProperty("length")
    LENGTH,
    @JsonProperty("characters")
    CHARACTERS,
    @JsonProperty("region")
    REGION,
    @JsonProperty("birth_date")
    BIRTH_DATE,
    @JsonProperty("check_digit")
    CHECK_DIGIT,
    @JsonProperty("rounded_by_spreadsheet")
    ROUNDED_BY_SPREADSHEET,
    @JsonProperty("sex_differs")
    SEX_DIFFERS,
    @JsonProperty("birth_date_differs")
    BIRTH_DATE_DIFFERS,
    @JsonProperty("number_and_reason")
    NUMBER_AND_REASON,
    @JsonProperty("not_a_reason")
    NOT_A_REASON,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("already_registered")
    ALREADY_REGISTERED,
    @JsonProperty("household_registered")
    HOUSEHOLD_REGISTERED,
    @JsonProperty("differs_within_household")
    DIFFERS_WITHIN_HOUSEHOLD,
    @JsonProperty("household_full")
    HOUSEHOLD_FULL,
    @JsonProperty("too_many_cells")
    TOO_MANY_CELLS
}
