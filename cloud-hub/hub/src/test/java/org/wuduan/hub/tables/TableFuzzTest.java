package org.wuduan.hub.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;

/** Whatever somebody brings as a file; runs its corpus in the build and really fuzzes with {@code JAZZER_FUZZ=1}. */
class TableFuzzTest {
    private static final int ROWS_MAX = 5;
    private static final TableForm<Column> FORM =
            new TableForm<>(Map.of(Column.NAME, "姓名", Column.SEX, "性别"), List.of(Column.NAME), ROWS_MAX);

    enum Column {
        NAME,
        SEX
    }

    @FuzzTest
    void any_file_bytes_are_a_table_or_have_a_fault(byte[] file) {
        switch (TableText.read(file)) {
            case TableText.Unreadable(var fault, int at) -> {
                assertThat(fault).isNotNull();
                assertThat(at).isBetween(0, file.length);
            }
            case TableText.Text read -> isATableOrHasAFault(read.text());
        }
    }

    @FuzzTest
    void any_rows_below_the_heading_are_a_table_or_have_a_fault(byte[] file) {
        if (TableText.read(file) instanceof TableText.Text rows) {
            isATableOrHasAFault("姓名,性别\r\n" + rows.text());
        }
    }

    private static void isATableOrHasAFault(String text) {
        switch (FORM.read(text)) {
            case TableForm.Unreadable<Column> none -> assertThat(none.fault()).isNotNull();
            case TableForm.Table<Column>(var lines) -> {
                assertThat(lines).hasSizeBetween(1, ROWS_MAX);
                assertThat(lines).extracting(TableForm.Line::row).isSorted().allMatch(row -> row > 1);
            }
        }
    }
}
