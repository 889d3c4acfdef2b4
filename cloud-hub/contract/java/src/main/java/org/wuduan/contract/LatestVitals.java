package org.wuduan.contract;

import org.jspecify.annotations.Nullable;

/** The newest reading of each kind; a kind is absent while there is none. */
public record LatestVitals(
        @Nullable VitalSign bloodPressure,
        @Nullable VitalSign heartRate,
        @Nullable VitalSign pulseOximeter) {}
