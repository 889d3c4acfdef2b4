package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is planned at home: it goes down with the patient (下转包), or is ordered (医嘱); kept there as the plan. */
public record CarePackage(
        String plan,
        @Nullable String medication,
        @Nullable String targets,
        List<Measure> measures,
        List<FollowUpDate> followUps) {
    public CarePackage {
        measures = List.copyOf(measures);
        followUps = List.copyOf(followUps);
    }

    /** What can be planned, each with its LOINC code and its UCUM unit. */
    public enum Vital {
        @JsonProperty("systolic")
        SYSTOLIC("8480-6", "mm[Hg]"),
        @JsonProperty("diastolic")
        DIASTOLIC("8462-4", "mm[Hg]"),
        @JsonProperty("heart_rate")
        HEART_RATE("8867-4", "/min"),
        @JsonProperty("oxygen")
        OXYGEN("59408-5", "%"),
        @JsonProperty("glucose")
        GLUCOSE("14743-9", "mmol/L"),
        @JsonProperty("temperature")
        TEMPERATURE("8310-5", "Cel"),
        @JsonProperty("weight")
        WEIGHT("29463-7", "kg");

        private final String loinc;
        private final String unit;

        Vital(String loinc, String unit) {
            this.loinc = loinc;
            this.unit = unit;
        }

        public String loinc() {
            return loinc;
        }

        public String unit() {
            return unit;
        }
    }

    /**
     * What is measured at home.
     *
     * @param low below it somebody is told; in the vital's unit
     * @param high above it somebody is told; in the vital's unit
     * @param everyHours longest time between two measurements
     * @param until last day
     */
    public record Measure(
            Vital vital,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal low,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal high,

            int everyHours,
            LocalDate until) {
        @Override
        public String toString() {
            return "Measure[" + vital + " ‹redacted›]";
        }
    }

    /** A day on which somebody looks again. */
    public record FollowUpDate(LocalDate on, @Nullable String note) {
        @Override
        public String toString() {
            return "FollowUpDate[‹redacted›]";
        }
    }

    /** How a planned measurement stands. */
    public enum Standing {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("within")
        WITHIN,
        @JsonProperty("beyond")
        BEYOND,
        @JsonProperty("missing")
        MISSING
    }

    /** How a planned measurement stands. */
    public record Planned(
            Measure measure,
            Standing state,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal value,

            @Nullable Instant at) {
        @Override
        public String toString() {
            return "Planned[" + measure.vital() + " ‹redacted›]";
        }
    }

    /** Who ended a plan, when and why. */
    public record Ended(Doctor by, Instant at, String reason) {
        @Override
        public String toString() {
            return "Ended[" + at + " ‹redacted›]";
        }
    }

    /**
     * A value beyond a limit, or a planned measurement that is missing.
     *
     * @param owner who has to see to it: the doctor who accepted or ordered the plan
     * @param acknowledged which doctor said to have seen it; null while it is open
     * @param familySeen who of the family said to have seen it, which leaves it open
     */
    public record Alert(
            UUID id,
            Kind kind,
            Vital vital,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal value,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal low,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal high,

            Instant at,
            Doctor owner,
            @Nullable Acknowledged acknowledged,
            @Nullable Acknowledged familySeen) {
        /** Why somebody is told. */
        public enum Kind {
            @JsonProperty("beyond")
            BEYOND,
            @JsonProperty("missing")
            MISSING
        }

        /** Who said to have seen it. */
        public record Acknowledged(String name, Instant at) {
            @Override
            public String toString() {
                return "Acknowledged[‹redacted›]";
            }
        }

        @Override
        public String toString() {
            return "Alert[" + id + " " + kind + " ‹redacted›]";
        }
    }

    @Override
    public String toString() {
        return "CarePackage[" + measures.size() + " measures ‹redacted›]";
    }
}
