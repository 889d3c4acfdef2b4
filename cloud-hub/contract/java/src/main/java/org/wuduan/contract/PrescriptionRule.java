package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What keeps a prescription from being issued. */
public enum PrescriptionRule {
    @JsonProperty("drugs_max")
    DRUGS_MAX,
    @JsonProperty("line_twice")
    LINE_TWICE,
    @JsonProperty("diagnosis")
    DIAGNOSIS,
    @JsonProperty("supply_days")
    SUPPLY_DAYS,
    @JsonProperty("emergency_days")
    EMERGENCY_DAYS,
    @JsonProperty("supply_reason")
    SUPPLY_REASON,
    @JsonProperty("long_term_weeks")
    LONG_TERM_WEEKS,
    @JsonProperty("long_term_class")
    LONG_TERM_CLASS,
    @JsonProperty("long_term_assessment")
    LONG_TERM_ASSESSMENT,
    @JsonProperty("long_term_confirmation")
    LONG_TERM_CONFIRMATION,
    @JsonProperty("controlled_drug")
    CONTROLLED_DRUG,
    @JsonProperty("under_six")
    UNDER_SIX,
    @JsonProperty("drug_unknown")
    DRUG_UNKNOWN,
    @JsonProperty("dose_unit")
    DOSE_UNIT,
    @JsonProperty("dose_part")
    DOSE_PART,
    @JsonProperty("dose_zero")
    DOSE_ZERO,
    @JsonProperty("dose_too_many")
    DOSE_TOO_MANY,
    @JsonProperty("no_lines")
    NO_LINES,
    @JsonProperty("override_missing")
    OVERRIDE_MISSING
}
