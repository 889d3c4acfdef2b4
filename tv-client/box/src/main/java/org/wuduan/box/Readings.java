package org.wuduan.box;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Mark;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.Reading;
import org.wuduan.contract.Value;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Decoded;
import org.wuduan.wearables.gatt.Decoded.Details;
import org.wuduan.wearables.gatt.Profile;

/**
 * Turns what a wearable sent into the reading of the contract. The device's local time is read in the zone of the box; a
 * time that the device can't know gives no {@code takenAt}. One that lies ahead is marked: screens then show the receipt
 * time, and the hub, which may know that it is the box whose clock is off, can judge it anew.
 */
record Readings(ZoneId zone) {
    /** A device clock that is further ahead is not believed; one that drifts a little is. */
    static final Duration AHEAD_TOLERANCE = Duration.ofMinutes(5);

    /** From here on it is a stored reading and no news of this moment. */
    static final Duration LATE_AFTER = Duration.ofMinutes(5);

    private static final DateTimeFormatter DEVICE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    Reading of(Wearable wearable, Decoded decoded, Instant receivedAt) {
        return switch (decoded) {
            case Decoded.Measurement measurement -> measured(wearable, measurement, receivedAt);
            case Decoded.Implausible _ -> bytesOnly(wearable, decoded, receivedAt, Mark.IMPLAUSIBLE);
            case Decoded.Malformed _ -> bytesOnly(wearable, decoded, receivedAt, Mark.MALFORMED);
        };
    }

    private Reading measured(Wearable wearable, Decoded.Measurement measurement, Instant receivedAt) {
        Details details = measurement.details();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        details.marks().forEach(mark -> marks.add(mark(mark)));
        Instant takenAt = takenAt(details.deviceTime(), receivedAt, marks);
        LocalDateTime deviceTime = details.deviceTime();
        return new Reading(
                ReadingIds.at(receivedAt),
                profile(measurement.profile()),
                device(wearable),
                receivedAt,
                measurement.frame().hex(),
                measurement.values().stream().map(Readings::value).toList(),
                List.copyOf(marks),
                takenAt,
                deviceTime == null ? null : DEVICE_TIME.format(deviceTime),
                details.sequence(),
                details.deviceUser(),
                rr(details.rrMillis()),
                null);
    }

    /** A number outside of the possible, or not a frame at all: its bytes are kept, and no value is made of it. */
    private static Reading bytesOnly(Wearable wearable, Decoded decoded, Instant receivedAt, Mark mark) {
        return new Reading(
                ReadingIds.at(receivedAt),
                profile(decoded.profile()),
                device(wearable),
                receivedAt,
                decoded.frame().hex(),
                List.of(),
                List.of(mark),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private @Nullable Instant takenAt(@Nullable LocalDateTime deviceTime, Instant receivedAt, Set<Mark> marks) {
        if (deviceTime == null || marks.contains(Mark.DEVICE_CLOCK_UNSET)) {
            return null;
        }
        Instant takenAt = deviceTime.atZone(zone).toInstant();
        Duration age = Duration.between(takenAt, receivedAt);
        if (age.compareTo(AHEAD_TOLERANCE.negated()) < 0) {
            marks.add(Mark.DEVICE_CLOCK_AHEAD);
        } else if (age.compareTo(LATE_AFTER) > 0) {
            marks.add(Mark.RECEIVED_LATE);
        }
        return takenAt;
    }

    private static Reading.Device device(Wearable wearable) {
        return new Reading.Device(wearable.address(), wearable.model());
    }

    private static Value value(org.wuduan.wearables.gatt.Value value) {
        return new Value(value.loinc(), value.mdc(), new Quantity(value.number(), value.unit()));
    }

    private static @Nullable List<String> rr(List<BigDecimal> millis) {
        return millis.isEmpty()
                ? null
                : millis.stream().map(BigDecimal::toPlainString).toList();
    }

    static MeasurementProfile profile(Profile profile) {
        return switch (profile) {
            case BLOOD_PRESSURE -> MeasurementProfile.BLOOD_PRESSURE;
            case HEART_RATE -> MeasurementProfile.HEART_RATE;
            case PULSE_OXIMETER_SPOT -> MeasurementProfile.PULSE_OXIMETER_SPOT;
            case PULSE_OXIMETER_CONTINUOUS -> MeasurementProfile.PULSE_OXIMETER_CONTINUOUS;
            case THERMOMETER -> MeasurementProfile.THERMOMETER;
            case WEIGHT_SCALE -> MeasurementProfile.WEIGHT_SCALE;
            case GLUCOSE -> MeasurementProfile.GLUCOSE;
            case GLUCOSE_CONTEXT -> MeasurementProfile.GLUCOSE_CONTEXT;
        };
    }

    private static Mark mark(org.wuduan.wearables.gatt.Mark mark) {
        return switch (mark) {
            case DEVICE_CLOCK_UNSET -> Mark.DEVICE_CLOCK_UNSET;
            case MOTION -> Mark.MOTION;
            case CUFF_LOOSE -> Mark.CUFF_LOOSE;
            case IRREGULAR_PULSE -> Mark.IRREGULAR_PULSE;
            case RANGE_EXCEEDED -> Mark.RANGE_EXCEEDED;
            case POSITION -> Mark.POSITION;
            case NO_CONTACT -> Mark.NO_CONTACT;
            case SENSOR_PROBLEM -> Mark.SENSOR_PROBLEM;
            case CONTROL_SOLUTION -> Mark.CONTROL_SOLUTION;
            case FASTING -> Mark.FASTING;
            case BEFORE_MEAL -> Mark.BEFORE_MEAL;
            case AFTER_MEAL -> Mark.AFTER_MEAL;
            case BEDTIME -> Mark.BEDTIME;
        };
    }
}
