package org.wuduan.wearables.gatt;

/**
 * What a reader must know beside the values. The names equal those of the contract's marks; the marks that need a clock
 * ({@code device_clock_ahead}, {@code received_late}) are set by the box.
 */
public enum Mark {
    /** The device says that its clock is not set, or gave no date in its time stamp. */
    DEVICE_CLOCK_UNSET,
    /** The body moved during the measurement. */
    MOTION,
    /** The cuff fits too loosely. */
    CUFF_LOOSE,
    /** The pulse was irregular. */
    IRREGULAR_PULSE,
    /** The pulse, or the measured value, is outside of what the device can measure. */
    RANGE_EXCEEDED,
    /** Improper measurement position. */
    POSITION,
    /** The sensor does not touch the body: such a frame carries no values. */
    NO_CONTACT,
    /** The device doubts its own measurement, or could not give a value that it should give. */
    SENSOR_PROBLEM,
    /** The drop was a control solution and no blood: such a frame carries no values. */
    CONTROL_SOLUTION,
    /** Taken after eight hours or more without food, as the person told the meter. */
    FASTING,
    /** Taken before a meal, as the person told the meter. */
    BEFORE_MEAL,
    /** Taken after a meal, as the person told the meter. */
    AFTER_MEAL,
    /** Taken at bedtime, as the person told the meter. */
    BEDTIME
}
