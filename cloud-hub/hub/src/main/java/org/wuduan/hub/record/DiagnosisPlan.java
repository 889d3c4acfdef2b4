package org.wuduan.hub.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.wuduan.contract.DiagnosisColumn;
import org.wuduan.contract.DiagnosisFault;
import org.wuduan.contract.DiagnosisImports.DiagnosisImportReport.RowFault;
import org.wuduan.hub.tables.TableForm;

/** The list that the rows of a file would make, and everything that is wrong with them. */
final class DiagnosisPlan {
    /** A category of ICD-10 and what an edition hangs on it: I10, I10.9, I10.x00x002, G46.0*, E88.902+M90.803*. */
    private static final Pattern CODE =
            Pattern.compile("[A-Z][0-9]{2}([.][0-9A-Za-z]{1,9})?([A-Za-z0-9/:.*+†-]{0,12})");

    private static final Pattern INITIALS = Pattern.compile("[a-z0-9]{1,64}");
    private static final int CODE_MAX = 20;
    private static final int NAME_MAX = 128;

    private final List<DiagnosisIndex.Line> lines = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<String, Integer> rowOf = new HashMap<>();

    private DiagnosisPlan() {}

    static DiagnosisPlan of(List<TableForm.Line<DiagnosisColumn>> rows) {
        var plan = new DiagnosisPlan();
        rows.forEach(plan::take);
        return plan;
    }

    List<DiagnosisIndex.Line> lines() {
        return List.copyOf(lines);
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    private void take(TableForm.Line<DiagnosisColumn> row) {
        if (row.tooManyCells()) {
            fault(row, DiagnosisColumn.CODE, DiagnosisFault.TOO_MANY_CELLS);
            return;
        }
        int before = faults.size();
        var code = needed(row, DiagnosisColumn.CODE, CODE_MAX);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            fault(row, DiagnosisColumn.CODE, DiagnosisFault.NOT_A_CODE);
        }
        var earlier = code.isEmpty() ? null : rowOf.putIfAbsent(code, row.row());
        if (earlier != null) {
            faults.add(new RowFault(row.row(), DiagnosisColumn.CODE, DiagnosisFault.DUPLICATE, earlier));
        }
        var name = needed(row, DiagnosisColumn.NAME, NAME_MAX);
        var initials = row.cell(DiagnosisColumn.INITIALS).toLowerCase(Locale.ROOT);
        if (!initials.isEmpty() && !INITIALS.matcher(initials).matches()) {
            fault(row, DiagnosisColumn.INITIALS, DiagnosisFault.NOT_INITIALS);
        }
        if (faults.size() == before) {
            lines.add(new DiagnosisIndex.Line(code, name, initials.isEmpty() ? null : initials));
        }
    }

    private String needed(TableForm.Line<DiagnosisColumn> row, DiagnosisColumn column, int lengthMax) {
        var text = row.cell(column);
        if (text.isEmpty()) {
            fault(row, column, DiagnosisFault.MISSING);
        } else if (text.length() > lengthMax) {
            fault(row, column, DiagnosisFault.TOO_LONG);
        }
        return text;
    }

    private void fault(TableForm.Line<DiagnosisColumn> row, DiagnosisColumn column, DiagnosisFault fault) {
        faults.add(new RowFault(row.row(), column, fault, null));
    }
}
