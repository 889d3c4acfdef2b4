package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often a dose is taken. */
public enum DoseFrequency {
    @JsonProperty("once_daily")
    ONCE_DAILY,
    @JsonProperty("twice_daily")
    TWICE_DAILY,
    @JsonProperty("three_times_daily")
    THREE_TIMES_DAILY,
    @JsonProperty("four_times_daily")
    FOUR_TIMES_DAILY,
    @JsonProperty("at_bedtime")
    AT_BEDTIME,
    @JsonProperty("every_other_day")
    EVERY_OTHER_DAY,
    @JsonProperty("weekly")
    WEEKLY
}
