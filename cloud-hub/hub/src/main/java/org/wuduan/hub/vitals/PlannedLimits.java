package org.wuduan.hub.vitals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.CarePackage.Vital;

/** Within which limits a patient's values are to stay; answered by whoever plans, so that arrows point one way. */
public interface PlannedLimits {
    /** Those of the plan in force, of measures that are not over; each vital at most once. */
    List<Limit> of(UUID patient);

    /**
     * The limits of one vital, in its unit.
     *
     * @param low below it a value is beyond; null without a lower limit
     * @param high above it a value is beyond; null without an upper limit
     */
    record Limit(
            Vital vital, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        @Override
        public String toString() {
            return "Limit[" + vital + " ‹redacted›]";
        }
    }
}
