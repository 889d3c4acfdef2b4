package org.wuduan.contract;

import org.jspecify.annotations.Nullable;

/** The newest reading of each kind; a kind is absent while there is none. */
public record LatestVitals(
        @Nullable VitalSign bloodPressure,
        @Nullable VitalSign heartRate,
        @Nullable VitalSign pulseOximeter,
        @Nullable VitalSign glucose,
        @Nullable VitalSign temperature,
        @Nullable VitalSign weight) {
    /** Nothing was ever measured, or nothing may be seen. */
    public static final LatestVitals NONE = new LatestVitals(null, null, null, null, null, null);
}
