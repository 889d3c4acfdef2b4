package org.wuduan.hub.vitals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of reading that screens show side by side. */
enum VitalKind {
    BLOOD_PRESSURE(List.of("blood_pressure"), "8480-6", "10"),
    HEART_RATE(List.of("heart_rate"), "8867-4", "15"),
    PULSE_OXIMETER(List.of("pulse_oximeter_spot", "pulse_oximeter_continuous"), "59408-5", "3"),
    /** Not compared: before and after a meal are two different things to be usual. */
    GLUCOSE(List.of("glucose"), "14743-9", null),
    TEMPERATURE(List.of("thermometer"), "8310-5", "0.5"),
    WEIGHT(List.of("weight_scale"), "29463-7", "2");

    private static final Set<String> STREAMED = Set.of("heart_rate", "pulse_oximeter_continuous");

    private final List<String> profiles;
    private final String leadingLoinc;
    private final @Nullable BigDecimal noticeableDifference;

    VitalKind(List<String> profiles, String leadingLoinc, @Nullable String noticeableDifference) {
        this.profiles = profiles;
        this.leadingLoinc = leadingLoinc;
        this.noticeableDifference = noticeableDifference == null ? null : new BigDecimal(noticeableDifference);
    }

    List<String> profiles() {
        return profiles;
    }

    /** The value that is compared with the patient's usual one. */
    String leadingLoinc() {
        return leadingLoinc;
    }

    /** Sent every second while worn: its trend is thinned by time. */
    boolean isStream() {
        return switch (this) {
            case HEART_RATE, PULSE_OXIMETER -> true;
            case BLOOD_PRESSURE, GLUCOSE, TEMPERATURE, WEIGHT -> false;
        };
    }

    /** Of the profiles of a streamed kind, those that send every second; the others are single measurements. */
    static boolean isStreamed(String profile) {
        return STREAMED.contains(profile);
    }

    /** In the unit of the leading value; below it, a reading is like the usual one. Empty for a kind that is not compared. */
    Optional<BigDecimal> noticeableDifference() {
        return Optional.ofNullable(noticeableDifference);
    }
}
