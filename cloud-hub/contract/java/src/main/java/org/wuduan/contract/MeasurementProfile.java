package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of MeasurementProfile. */
public enum MeasurementProfile {
    @JsonProperty("blood_pressure")
    BLOOD_PRESSURE,
    @JsonProperty("heart_rate")
    HEART_RATE,
    @JsonProperty("pulse_oximeter_spot")
    PULSE_OXIMETER_SPOT,
    @JsonProperty("pulse_oximeter_continuous")
    PULSE_OXIMETER_CONTINUOUS,
    @JsonProperty("thermometer")
    THERMOMETER,
    @JsonProperty("weight_scale")
    WEIGHT_SCALE,
    @JsonProperty("glucose")
    GLUCOSE,
    /** The meal of a glucose measurement with the same sequence; carries no values. */
    @JsonProperty("glucose_context")
    GLUCOSE_CONTEXT
}
