package org.wuduan.hub.vitals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wuduan.contract.CarePackage.Vital;

/** What may be measured every second, each value by itself. The names stand in vital_hour. */
enum HourlyValue {
    HEART_RATE(VitalKind.HEART_RATE, Vital.HEART_RATE),
    PULSE_OXIMETER(VitalKind.PULSE_OXIMETER, Vital.OXYGEN),
    OXIMETER_PULSE(VitalKind.PULSE_OXIMETER, Vital.HEART_RATE);

    private final VitalKind kind;
    private final Vital vital;

    HourlyValue(VitalKind kind, Vital vital) {
        this.kind = kind;
        this.vital = vital;
    }

    /** Empty for a value of single measurements. */
    static Optional<HourlyValue> of(VitalKind kind, Vital vital) {
        return Stream.of(values())
                .filter(one -> one.kind == kind && one.vital == vital)
                .findFirst();
    }

    List<String> profiles() {
        return kind.profiles();
    }

    String loinc() {
        return vital.loinc();
    }
}
