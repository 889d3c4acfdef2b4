package org.wuduan.hub.vitals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.wuduan.contract.Value;

/**
 * The last line before a wrong number reaches a doctor: ranges outside which a value can't come from a living person or
 * a working sensor. The box checks first; the hub does not rely on it.
 */
final class Plausibility {
    private record Range(BigDecimal least, BigDecimal most) {
        static Range of(int least, int most) {
            return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        }

        boolean holds(BigDecimal value) {
            return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        }
    }

    /** By LOINC code, in mm[Hg], {beat}/min and %. */
    private static final Map<String, Range> RANGES = Map.of(
            "8480-6", Range.of(30, 320),
            "8462-4", Range.of(10, 250),
            "8478-0", Range.of(10, 300),
            "8867-4", Range.of(15, 350),
            "59408-5", Range.of(10, 100),
            "2708-6", Range.of(10, 100));

    private Plausibility() {}

    static boolean possible(List<Value> values) {
        return values.stream().allMatch(value -> {
            var range = RANGES.get(value.loinc());
            return range == null || range.holds(value.quantity().value());
        });
    }
}
