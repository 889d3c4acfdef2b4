package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reader must know about a reading beside its value. implausible and malformed readings carry no values. */
public enum Mark {
    @JsonProperty("device_clock_unset")
    DEVICE_CLOCK_UNSET,
    @JsonProperty("device_clock_ahead")
    DEVICE_CLOCK_AHEAD,
    @JsonProperty("received_late")
    RECEIVED_LATE,
    @JsonProperty("motion")
    MOTION,
    @JsonProperty("cuff_loose")
    CUFF_LOOSE,
    @JsonProperty("irregular_pulse")
    IRREGULAR_PULSE,
    @JsonProperty("range_exceeded")
    RANGE_EXCEEDED,
    @JsonProperty("position")
    POSITION,
    @JsonProperty("no_contact")
    NO_CONTACT,
    @JsonProperty("sensor_problem")
    SENSOR_PROBLEM,
    @JsonProperty("implausible")
    IMPLAUSIBLE,
    @JsonProperty("malformed")
    MALFORMED
}
