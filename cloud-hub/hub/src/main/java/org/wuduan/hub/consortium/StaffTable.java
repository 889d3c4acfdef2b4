package org.wuduan.hub.consortium;

import java.time.DateTimeException;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Department;
import org.wuduan.contract.StaffColumn;
import org.wuduan.hub.tables.TableForm;

/** The table of staff, and the words that people write into it. */
final class StaffTable {
    /** Members in one file, without the heading: the largest hospital of a county. */
    static final int ROWS_MAX = 500;

    /** Size of one file: 500 rows have about 60 KiB. */
    static final int BYTES_MAX = 256 * 1024;

    /** Faults that a dry run names; it counts the others. */
    static final int FAULTS_SHOWN_MAX = 200;

    static final TableForm<StaffColumn> FORM = new TableForm<>(
            Map.of(
                    StaffColumn.KIND, "身份",
                    StaffColumn.NAME, "姓名",
                    StaffColumn.LOGIN, "账号",
                    StaffColumn.INSTITUTION, "机构",
                    StaffColumn.TITLE, "职称",
                    StaffColumn.DEPARTMENT, "科室",
                    StaffColumn.LICENCE, "执业证书编号",
                    StaffColumn.PRACTISING_SINCE, "从哪年执业",
                    StaffColumn.INTERNET_PRACTICE, "机构同意互联网诊疗"),
            List.of(StaffColumn.KIND, StaffColumn.NAME, StaffColumn.LOGIN, StaffColumn.INSTITUTION),
            ROWS_MAX);

    /** The three administrators are made one by one: their powers are apart, and so are the decisions. */
    private static final Map<String, ActorKind> KINDS = Map.of(
            "医生", ActorKind.DOCTOR,
            "药师", ActorKind.PHARMACIST,
            "登记员", ActorKind.REGISTRAR,
            "doctor", ActorKind.DOCTOR,
            "pharmacist", ActorKind.PHARMACIST,
            "registrar", ActorKind.REGISTRAR);

    private static final Map<String, Department> DEPARTMENTS = Map.of(
            "全科", Department.GENERAL,
            "心内科", Department.CARDIOLOGY,
            "内分泌科", Department.ENDOCRINOLOGY,
            "呼吸科", Department.RESPIRATORY,
            "神经内科", Department.NEUROLOGY);

    private static final Map<String, Boolean> YES_OR_NO =
            Map.of("是", true, "yes", true, "否", false, "no", false, "", false);

    private static final Pattern YEAR = Pattern.compile("([0-9]{4})年?");
    private static final int YEAR_MIN = 1940;

    private StaffTable() {}

    static Optional<ActorKind> kind(String cell) {
        return Optional.ofNullable(KINDS.get(cell.toLowerCase(Locale.ROOT)));
    }

    static Optional<Department> department(String cell) {
        return Optional.ofNullable(DEPARTMENTS.get(cell))
                .or(() -> List.of(Department.values()).stream()
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(cell.toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    /** An empty cell is a no: nobody practises online because a cell was forgotten. */
    static Optional<Boolean> yesOrNo(String cell) {
        return Optional.ofNullable(YES_OR_NO.get(cell.toLowerCase(Locale.ROOT)));
    }

    /** 2008 and 2008年, up to this year. */
    static Optional<Integer> year(String cell, Year thisYear) {
        var found = YEAR.matcher(cell);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(found.group(1));
            return year < YEAR_MIN || thisYear.isBefore(Year.of(year)) ? Optional.empty() : Optional.of(year);
        } catch (DateTimeException noSuchYear) {
            return Optional.empty();
        }
    }
}
