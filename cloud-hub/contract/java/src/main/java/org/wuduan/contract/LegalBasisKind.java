package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** 复诊, 家庭医生签约, in person with a local doctor, or 首诊: a patient whom nobody has seen for this in person. */
public enum LegalBasisKind {
    @JsonProperty("follow_up")
    FOLLOW_UP,
    @JsonProperty("family_doctor")
    FAMILY_DOCTOR,
    @JsonProperty("in_person_local")
    IN_PERSON_LOCAL,
    @JsonProperty("first_visit")
    FIRST_VISIT
}
