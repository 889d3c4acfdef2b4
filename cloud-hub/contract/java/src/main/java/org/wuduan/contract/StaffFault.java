package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is wrong with one field of the file of staff. */
public enum StaffFault {
    @JsonProperty("missing")
    MISSING,
    @JsonProperty("too_long")
    TOO_LONG,
    @JsonProperty("not_a_kind")
    NOT_A_KIND,
    @JsonProperty("not_a_login")
    NOT_A_LOGIN,
    @JsonProperty("institution_unknown")
    INSTITUTION_UNKNOWN,
    @JsonProperty("not_a_department")
    NOT_A_DEPARTMENT,
    @JsonProperty("department_not_there")
    DEPARTMENT_NOT_THERE,
    @JsonProperty("not_a_licence")
    NOT_A_LICENCE,
    @JsonProperty("not_a_year")
    NOT_A_YEAR,
    @JsonProperty("not_yes_or_no")
    NOT_YES_OR_NO,
    @JsonProperty("doctors_only")
    DOCTORS_ONLY,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("login_taken")
    LOGIN_TAKEN,
    @JsonProperty("licence_taken")
    LICENCE_TAKEN,
    @JsonProperty("too_many_cells")
    TOO_MANY_CELLS
}
