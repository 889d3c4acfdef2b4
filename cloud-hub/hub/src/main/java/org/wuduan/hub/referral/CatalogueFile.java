package org.wuduan.hub.referral;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Level;
import org.wuduan.contract.Referrals.CatalogueReport;
import org.wuduan.contract.Referrals.CatalogueReport.Fault;
import org.wuduan.contract.Referrals.CatalogueReport.RowFault;
import org.wuduan.contract.Referrals.DiseaseRow;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableText;

/** The table of a disease catalogue: what a file would bring, and what is wrong with it. */
final class CatalogueFile {
    /** Rows in one catalogue: a county's list has a few hundred. */
    static final int ROWS_MAX = 2_000;

    static final int BYTES_MAX = 512 * 1024;

    /** The same rows as JSON: with the names of their fields, and in UTF-8 where the file was in GB 18030. */
    static final int EDIT_BYTES_MAX = 2 * 1024 * 1024;

    /** Faults that are named. */
    private static final int FAULTS_MAX = 200;

    private static final int DISEASE_MAX = 100;
    private static final int CONDITIONS_MAX = 300;
    private static final int SOURCE_MAX = 200;

    enum Column {
        DISEASE,
        LEVEL,
        CONDITIONS,
        SOURCE
    }

    static final TableForm<Column> FORM = new TableForm<>(
            Map.of(Column.DISEASE, "疾病", Column.LEVEL, "级别", Column.CONDITIONS, "条件", Column.SOURCE, "来源"),
            List.of(Column.DISEASE, Column.LEVEL, Column.SOURCE),
            ROWS_MAX);

    private static final Map<String, Level> LEVELS = Map.of(
            "首诊", Level.FIRST_CONTACT,
            "基层", Level.FIRST_CONTACT,
            "县级", Level.COUNTY,
            "三级", Level.TERTIARY,
            "first_contact", Level.FIRST_CONTACT,
            "county", Level.COUNTY,
            "tertiary", Level.TERTIARY);

    private final List<DiseaseRow> rows = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private CatalogueFile() {}

    static CatalogueReport read(byte[] file) {
        if (!(TableText.read(file) instanceof TableText.Text(var text, var _))
                || !(FORM.read(text) instanceof TableForm.Table<Column>(var lines))) {
            return new CatalogueReport(List.of(), List.of(new RowFault(1, Fault.UNREADABLE)));
        }
        var read = new CatalogueFile();
        lines.forEach(read::take);
        return new CatalogueReport(read.rows, read.faults);
    }

    private void take(TableForm.Line<Column> line) {
        var disease = line.cell(Column.DISEASE);
        var source = line.cell(Column.SOURCE);
        var conditions = line.cell(Column.CONDITIONS);
        var level = LEVELS.get(line.cell(Column.LEVEL).toLowerCase(Locale.ROOT));
        // a comma in a cell without quotes would make one cell the source of another
        var fault = line.tooManyCells() ? Fault.UNREADABLE : fault(disease, source, conditions, level);
        if (fault != null || level == null) {
            if (faults.size() < FAULTS_MAX && fault != null) {
                faults.add(new RowFault(line.row(), fault));
            }
            return;
        }
        rows.add(new DiseaseRow(disease, level, conditions.isEmpty() ? null : conditions, source));
    }

    private @Nullable Fault fault(String disease, String source, String conditions, @Nullable Level level) {
        if (disease.isEmpty() || source.isEmpty()) {
            return Fault.MISSING;
        }
        if (disease.length() > DISEASE_MAX || source.length() > SOURCE_MAX || conditions.length() > CONDITIONS_MAX) {
            return Fault.TOO_LONG;
        }
        if (level == null) {
            return Fault.NOT_A_LEVEL;
        }
        return known.add(disease + "\n" + level) ? null : Fault.DUPLICATE;
    }
}
