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
    /** Set by the hub: the box's clock was wrong, the time is worked out. */
    @JsonProperty("box_clock_corrected")
    BOX_CLOCK_CORRECTED,
    /** Set by the hub: when it was received can't be worked out; the time of acceptance is shown. */
    @JsonProperty("time_unknown")
    TIME_UNKNOWN,
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
    /** The meter was tested with a control solution; the value is left out. */
    @JsonProperty("control_solution")
    CONTROL_SOLUTION,
    @JsonProperty("fasting")
    FASTING,
    @JsonProperty("before_meal")
    BEFORE_MEAL,
    @JsonProperty("after_meal")
    AFTER_MEAL,
    @JsonProperty("bedtime")
    BEDTIME,
    @JsonProperty("implausible")
    IMPLAUSIBLE,
    @JsonProperty("malformed")
    MALFORMED
}
