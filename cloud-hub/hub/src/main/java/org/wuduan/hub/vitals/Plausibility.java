package org.wuduan.hub.vitals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.Value;

/**
 * The last line before a wrong number reaches a doctor: ranges outside which a value can't come from a living person or
 * a working sensor, and the one unit in which a code is shown. A code or unit that is not listed is not believed: a
 * screen would show its number under the wrong name, or a pressure in kPa as one in mm[Hg]. The box checks first; the
 * hub does not rely on it.
 */
final class Plausibility {
    /** What a code's values are measured in (UCUM), from the least to the most. */
    private record Measure(String unit, BigDecimal least, BigDecimal most) {
        static Measure of(String unit, int least, int most) {
            return new Measure(unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        }

        static Measure of(String unit, String least, String most) {
            return new Measure(unit, new BigDecimal(least), new BigDecimal(most));
        }

        boolean holds(Quantity quantity) {
            return quantity.unit().equals(unit)
                    && quantity.value().compareTo(least) >= 0
                    && quantity.value().compareTo(most) <= 0;
        }
    }

    private static final String PRESSURE = "mm[Hg]";
    private static final String RATE = "{beat}/min";
    private static final String SHARE = "%";

    /** By LOINC code, as the Personal Health Device guide of FHIR has them: all that a box of ours sends. */
    private static final Map<String, Measure> MEASURES = Map.ofEntries(
            Map.entry("8480-6", Measure.of(PRESSURE, 30, 320)),
            Map.entry("8462-4", Measure.of(PRESSURE, 10, 250)),
            Map.entry("8478-0", Measure.of(PRESSURE, 10, 300)),
            Map.entry("8867-4", Measure.of(RATE, 15, 350)),
            Map.entry("59408-5", Measure.of(SHARE, 10, 100)),
            Map.entry("2708-6", Measure.of(SHARE, 10, 100)),
            // pulse amplitude
            Map.entry("61006-3", Measure.of(SHARE, 0, 100)),
            Map.entry("8310-5", Measure.of("Cel", 15, 47)),
            Map.entry("29463-7", Measure.of("kg", "0.5", "500")),
            Map.entry("8302-2", Measure.of("cm", 20, 280)),
            Map.entry("39156-5", Measure.of("kg/m2", 3, 250)),
            Map.entry("14743-9", Measure.of("mmol/L", "0.2", "70")));

    private Plausibility() {}

    static boolean possible(List<Value> values) {
        return values.stream().allMatch(value -> {
            var measure = MEASURES.get(value.loinc());
            return measure != null && measure.holds(value.quantity());
        });
    }
}
