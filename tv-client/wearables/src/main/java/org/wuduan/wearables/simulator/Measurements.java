package org.wuduan.wearables.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;
import tools.jackson.databind.JsonNode;

/** What a person asks a device to measure, as the bytes that the device would send. */
final class Measurements {
    /** Blood Pressure Measurement 2A35, User ID. */
    private static final int USER_UNKNOWN = 255;

    static final int MEAL_UNKNOWN = 0;

    private static final int STATUS_IRREGULAR = 0b100;
    private static final BigDecimal RATE_MAX = BigDecimal.valueOf(0xFFFF);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private Measurements() {}

    /** The device's own profile, or the one named by {@code characteristic=2a5f}. */
    static Profile profile(Peripheral device, @Nullable String query) {
        if (query == null) {
            return device.mainProfile();
        }
        String prefix = "characteristic=";
        if (!query.matches(prefix + "[0-9a-fA-F]{4}")) {
            throw new IllegalArgumentException("the query is characteristic= and four hexadecimal digits");
        }
        int number = Integer.parseInt(query.substring(prefix.length()).toLowerCase(Locale.ROOT), 16);
        return Profile.ofCharacteristic(Profile.assigned(number))
                .filter(profile ->
                        device.characteristics().stream().anyMatch(c -> c.uuid().equals(profile.characteristic())))
                .orElseThrow(() -> new IllegalArgumentException("the device has no such characteristic"));
    }

    /**
     * Encodes with the device's clock.
     *
     * @throws IllegalArgumentException when a number is missing or no SFLOAT can hold it
     */
    static Frame encode(Peripheral device, JsonNode values) {
        return switch (device) {
            case Cuff cuff -> bloodPressure(cuff, values);
            case Oximeter oximeter ->
                Frames.spot(number(values, "saturation"), number(values, "pulse"), oximeter.deviceClock());
            case Thermometer thermometer -> Frames.temperature(number(values, "celsius"), thermometer.deviceClock());
            case Scale scale -> Frames.weight(number(values, "kilograms"), scale.deviceClock(), user(values));
            case GlucoseMeter meter ->
                Frames.glucose(
                        meter.nextSequence(),
                        number(values, "millimoles"),
                        meter.deviceClock(),
                        meal(values) != MEAL_UNKNOWN);
            case Strap strap -> {
                int rate = rate(number(values, "rate"));
                strap.rate(rate);
                yield Frames.heartRate(rate, true, List.of());
            }
        };
    }

    /** Mean arterial pressure as cuffs estimate it: a third of the way from diastolic to systolic. */
    private static Frame bloodPressure(Cuff cuff, JsonNode values) {
        BigDecimal systolic = number(values, "systolic");
        BigDecimal diastolic = number(values, "diastolic");
        BigDecimal mean = diastolic.add(systolic.subtract(diastolic).divide(THREE, 0, RoundingMode.HALF_UP));
        int status = values.path("irregular").asBoolean(false) ? STATUS_IRREGULAR : 0;
        return Frames.bloodPressure(new Frames.Cuff(
                systolic, diastolic, mean, number(values, "pulse"), cuff.deviceClock(), user(values), status));
    }

    /** What the person told the meter: none, or fasting, before, after or bedtime. */
    static int meal(JsonNode values) {
        return switch (values.path("meal").asString("")) {
            case "" -> MEAL_UNKNOWN;
            case "before" -> 1;
            case "after" -> 2;
            case "fasting" -> 3;
            case "bedtime" -> 5;
            default -> throw new IllegalArgumentException("a meal is fasting, before, after or bedtime");
        };
    }

    /** The cuff's button for the first or second user; the first when nobody says. */
    private static int user(JsonNode values) {
        JsonNode user = values.path("user");
        if (user.isMissingNode()) {
            return 1;
        }
        if (!user.isInt() || user.intValue() < 0 || user.intValue() > USER_UNKNOWN) {
            throw new IllegalArgumentException("a user lies between 0 and " + USER_UNKNOWN + ", which is unknown");
        }
        return user.intValue();
    }

    private static int rate(BigDecimal rate) {
        if (rate.signum() <= 0 || rate.compareTo(RATE_MAX) > 0) {
            throw new IllegalArgumentException("a rate lies between 1 and " + RATE_MAX);
        }
        return rate.intValue();
    }

    private static BigDecimal number(JsonNode values, String name) {
        JsonNode value = values.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " is a number");
        }
        return value.decimalValue();
    }
}
