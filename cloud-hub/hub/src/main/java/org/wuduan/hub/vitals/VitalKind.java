package org.wuduan.hub.vitals;

import java.math.BigDecimal;
import java.util.List;

/** The three kinds of reading that screens show side by side. */
enum VitalKind {
    BLOOD_PRESSURE(List.of("blood_pressure"), "8480-6", 10),
    HEART_RATE(List.of("heart_rate"), "8867-4", 15),
    PULSE_OXIMETER(List.of("pulse_oximeter_spot", "pulse_oximeter_continuous"), "59408-5", 3);

    private final List<String> profiles;
    private final String leadingLoinc;
    private final BigDecimal noticeableDifference;

    VitalKind(List<String> profiles, String leadingLoinc, int noticeableDifference) {
        this.profiles = profiles;
        this.leadingLoinc = leadingLoinc;
        this.noticeableDifference = BigDecimal.valueOf(noticeableDifference);
    }

    List<String> profiles() {
        return profiles;
    }

    /** The value that is compared with the patient's usual one. */
    String leadingLoinc() {
        return leadingLoinc;
    }

    /** In the unit of the leading value; below it, a reading is like the usual one. */
    BigDecimal noticeableDifference() {
        return noticeableDifference;
    }
}
