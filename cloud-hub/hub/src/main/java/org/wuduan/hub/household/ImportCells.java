package org.wuduan.hub.household;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wuduan.contract.IdNumberAbsence;
import org.wuduan.contract.Sex;

/** The words that people write into tables for a sex, a day and a reason. */
final class ImportCells {
    private static final Map<String, Sex> SEXES = Map.of(
            "女", Sex.FEMALE,
            "男", Sex.MALE,
            "未知", Sex.UNKNOWN,
            "female", Sex.FEMALE,
            "male", Sex.MALE,
            "unknown", Sex.UNKNOWN,
            "f", Sex.FEMALE,
            "m", Sex.MALE);

    private static final Map<String, IdNumberAbsence> REASONS = Map.of(
            "未带", IdNumberAbsence.NOT_AT_HAND,
            "遗失", IdNumberAbsence.LOST,
            "未办理", IdNumberAbsence.NEVER_ISSUED,
            "其他证件", IdNumberAbsence.FOREIGN_PAPERS,
            "不愿提供", IdNumberAbsence.DECLINED,
            "not_at_hand", IdNumberAbsence.NOT_AT_HAND,
            "lost", IdNumberAbsence.LOST,
            "never_issued", IdNumberAbsence.NEVER_ISSUED,
            "foreign_papers", IdNumberAbsence.FOREIGN_PAPERS,
            "declined", IdNumberAbsence.DECLINED);

    /** 1947-03-05, 1947/3/5, 1947.3.5, 1947年3月5日 and 19470305. */
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))");

    private ImportCells() {}

    static Optional<Sex> sex(String cell) {
        return Optional.ofNullable(SEXES.get(cell.toLowerCase(Locale.ROOT)));
    }

    static Optional<IdNumberAbsence> reason(String cell) {
        return Optional.ofNullable(REASONS.get(cell.toLowerCase(Locale.ROOT)));
    }

    static Optional<LocalDate> day(String cell) {
        var found = DAY.matcher(cell);
        if (!found.matches()) {
            return Optional.empty();
        }
        boolean divided = found.group(2) != null;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(divided ? 2 : 4)),
                    Integer.parseInt(found.group(divided ? 3 : 5))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
