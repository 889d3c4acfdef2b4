package org.wuduan.hub.prescribing;

import java.util.List;
import org.wuduan.contract.DoseFrequency;

/** When the doses of a frequency are taken. The hours are those of an ordinary day at home; they are shown, not alarmed. */
final class Takings {
    private Takings() {}

    /** Hours of a day on which something is taken, local time of the home. */
    static List<String> times(DoseFrequency frequency) {
        return switch (frequency) {
            case ONCE_DAILY, EVERY_OTHER_DAY, WEEKLY -> List.of("08:00");
            case TWICE_DAILY -> List.of("08:00", "18:00");
            case THREE_TIMES_DAILY -> List.of("08:00", "12:00", "18:00");
            case FOUR_TIMES_DAILY -> List.of("08:00", "12:00", "18:00", "21:00");
            case AT_BEDTIME -> List.of("21:00");
        };
    }

    /** How many doses fall on a day on which something is taken. */
    static int onOneDay(DoseFrequency frequency) {
        return times(frequency).size();
    }

    /** How many doses there are in so many days, the first day being one of taking. */
    static int in(int days, DoseFrequency frequency) {
        return onOneDay(frequency) * Math.ceilDiv(days, everyDays(frequency));
    }

    private static int everyDays(DoseFrequency frequency) {
        return switch (frequency) {
            case ONCE_DAILY, TWICE_DAILY, THREE_TIMES_DAILY, FOUR_TIMES_DAILY, AT_BEDTIME -> 1;
            case EVERY_OTHER_DAY -> 2;
            case WEEKLY -> 7;
        };
    }
}
