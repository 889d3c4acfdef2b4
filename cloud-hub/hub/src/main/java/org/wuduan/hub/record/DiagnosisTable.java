package org.wuduan.hub.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuduan.contract.DiagnosisColumn;
import org.wuduan.hub.tables.TableForm;

/** The table of diagnoses as institutions have it. */
final class DiagnosisTable {
    /** Codes in one file, without the heading; the national clinical edition has about 36,000. */
    static final int ROWS_MAX = 60_000;

    /** Size of one file: 40,000 rows have about 2 MiB. */
    static final int BYTES_MAX = 8 * 1024 * 1024;

    /** Faults that a dry run names; it counts the others. */
    static final int FAULTS_SHOWN_MAX = 200;

    static final TableForm<DiagnosisColumn> FORM =
            new TableForm<>(headings(), List.of(DiagnosisColumn.CODE, DiagnosisColumn.NAME), ROWS_MAX);

    private DiagnosisTable() {}

    private static Map<DiagnosisColumn, String> headings() {
        var headings = new LinkedHashMap<DiagnosisColumn, String>();
        headings.put(DiagnosisColumn.CODE, "诊断编码");
        headings.put(DiagnosisColumn.NAME, "诊断名称");
        headings.put(DiagnosisColumn.INITIALS, "拼音码");
        return headings;
    }
}
