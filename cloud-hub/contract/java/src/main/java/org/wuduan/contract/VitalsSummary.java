package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GET /api/patients/{id}/vitals/summary: the newest reading of each kind that was ever measured, and what was measured in the
 * last 7, 30 and 90 days.
 *
 * @param at when it was worked out; the days are counted back from it, 24 hours each
 */
public record VitalsSummary(Instant at, List<Summarised> kinds) {
    public VitalsSummary {
        kinds = List.copyOf(kinds);
    }

    /**
     * A kind of reading.
     *
     * @param device the model that sent the newest reading, as it calls itself
     * @param counted what a number beyond a limit counts
     */
    public record Summarised(Kind kind, VitalSign latest, String device, Counted counted, List<Summed> values) {
        public Summarised {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Summarised[" + kind + " ‹redacted›]";
        }
    }

    /** Kinds of reading, named as in LatestVitals. */
    public enum Kind {
        @JsonProperty("bloodPressure")
        BLOOD_PRESSURE,
        @JsonProperty("heartRate")
        HEART_RATE,
        @JsonProperty("pulseOximeter")
        PULSE_OXIMETER,
        @JsonProperty("glucose")
        GLUCOSE,
        @JsonProperty("temperature")
        TEMPERATURE,
        @JsonProperty("weight")
        WEIGHT
    }

    /** Each reading, or, of what is measured every second, each hour in which there was such a reading. */
    public enum Counted {
        @JsonProperty("readings")
        READINGS,
        @JsonProperty("hours")
        HOURS
    }

    /**
     * One value of a kind, for example the upper pressure.
     *
     * @param low limit of the plan in force, in the vital's unit; null without one, or for who may not see the plan
     * @param high the upper one
     */
    public record Summed(
            CarePackage.Vital vital,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal low,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal high,

            List<Span> spans) {
        public Summed {
            spans = List.copyOf(spans);
        }

        @Override
        public String toString() {
            return "Summed[" + vital + " ‹redacted›]";
        }
    }

    /**
     * The last days of a value, in its unit; without readings there is neither least nor mean nor most.
     *
     * @param mean of all readings alike, to one decimal place
     * @param below how many were below the lower limit; null where there is no lower limit
     * @param above how many were above the upper limit; null where there is no upper limit
     */
    public record Span(
            int days,
            long readings,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal least,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal mean,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal most,

            @Nullable Long below,
            @Nullable Long above) {
        @Override
        public String toString() {
            return "Span[" + days + " ‹redacted›]";
        }
    }
}
