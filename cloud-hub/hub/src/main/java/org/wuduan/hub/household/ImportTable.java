package org.wuduan.hub.household;

import java.util.List;
import java.util.Map;
import org.wuduan.contract.ImportColumn;
import org.wuduan.hub.tables.TableForm;

/** The table of households. */
final class ImportTable {
    static final TableForm<ImportColumn> FORM = new TableForm<>(
            Map.of(
                    ImportColumn.HOUSEHOLD, "户名",
                    ImportColumn.ADDRESS, "地址",
                    ImportColumn.PHONE, "联系电话",
                    ImportColumn.NAME, "姓名",
                    ImportColumn.SEX, "性别",
                    ImportColumn.BIRTH_DATE, "出生日期",
                    ImportColumn.ID_NUMBER, "身份证号",
                    ImportColumn.ID_NUMBER_ABSENT, "无号原因"),
            List.of(ImportColumn.HOUSEHOLD, ImportColumn.NAME, ImportColumn.ID_NUMBER),
            RegistrationLimits.IMPORT_ROWS_MAX);

    private ImportTable() {}
}
