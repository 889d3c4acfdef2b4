package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFault;
import org.wuduan.contract.ImportFileFault;
import org.wuduan.contract.Registration.ImportReport.RowFault;
import org.wuduan.contract.Sex;
import org.wuduan.contract.TextEncoding;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableText;

/** Files of households as clinics have them: their encodings, their tables, their mistakes. */
class ImportFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADING = "户名,地址,联系电话,姓名,性别,出生日期,身份证号,无号原因\r\n";
    private static final String ROW = "李家,柳树村,13800138000,李英,女,1949-12-31,11010519491231002X,\r\n";

    @Test
    void utf_8_with_and_without_its_mark_and_gb18030_are_told_apart() {
        assertThat(encoding((HEADING + ROW).getBytes(StandardCharsets.UTF_8))).isEqualTo(TextEncoding.UTF_8);
        assertThat(encoding(("\uFEFF" + HEADING + ROW).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TextEncoding.UTF_8);
        assertThat(encoding((HEADING + ROW + "䶮家,,,䶮英,,,,未带").getBytes(GB18030)))
                .isEqualTo(TextEncoding.GB18030);
        assertThat(table(("\uFEFF" + HEADING + ROW).getBytes(StandardCharsets.UTF_8))
                        .lines())
                .hasSize(1);
        assertThat(table((HEADING + ROW).getBytes(GB18030)).lines().getFirst().cell(ImportColumn.NAME))
                .isEqualTo("李英");
    }

    @Test
    void other_encodings_are_refused_with_the_first_byte_that_cannot_be_read() {
        var utf16 = (HEADING + ROW).getBytes(StandardCharsets.UTF_16LE);
        assertThat(TableText.read(utf16)).isInstanceOf(TableText.Unreadable.class);

        var broken = "ab,cd\n".getBytes(StandardCharsets.US_ASCII);
        broken[3] = (byte) 0xFF;
        assertThat(TableText.read(broken)).isEqualTo(new TableText.Unreadable(ImportFileFault.ENCODING, 3));

        var marked = ("\uFEFF" + "户名").getBytes(StandardCharsets.UTF_8);
        marked[7] = 'x';
        assertThat(TableText.read(marked)).isEqualTo(new TableText.Unreadable(ImportFileFault.ENCODING, 6));
    }

    @Test
    void a_workbook_is_told_from_a_table_of_text() {
        assertThat(TableText.read(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .isEqualTo(new TableText.Unreadable(ImportFileFault.SPREADSHEET, 0));
        assertThat(TableText.read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .isEqualTo(new TableText.Unreadable(ImportFileFault.SPREADSHEET, 0));
    }

    @Test
    void headings_may_be_chinese_or_english_in_any_order_and_divided_by_comma_semicolon_or_tab() {
        for (var text : new String[] {
            "身份证号,姓名,户名\n11010519491231002X,李英,李家",
            "id_number;name;household\r\n11010519491231002X;李英;李家\r\n",
            "ID_Number\tName\tHousehold\n11010519491231002X\t李英\t李家"
        }) {
            var plan = plan(text);
            assertThat(plan.faults()).isEmpty();
            assertThat(plan.households()
                            .getFirst()
                            .patients()
                            .getFirst()
                            .details()
                            .sex())
                    .isEqualTo(Sex.FEMALE);
            assertThat(plan.households()
                            .getFirst()
                            .patients()
                            .getFirst()
                            .details()
                            .birthDate())
                    .isEqualTo(LocalDate.of(1949, 12, 31));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "户名,姓名|COLUMN_MISSING|ID_NUMBER",
                "户名,姓名,身份证号,姓名|COLUMN_TWICE|NAME",
                "户名,姓名,身份证号,备注|COLUMN_UNKNOWN|",
                "户名,姓名,身份证号|EMPTY|",
                "' '|EMPTY|"
            })
    void a_table_that_cannot_be_understood_is_refused_as_a_whole(
            String text, ImportFileFault fault, @org.jspecify.annotations.Nullable ImportColumn column) {
        assertThat(ImportTable.FORM.read(text)).isInstanceOfSatisfying(TableForm.Unreadable.class, unreadable -> {
            assertThat(unreadable.fault()).isEqualTo(fault);
            assertThat(unreadable.column()).isEqualTo(column);
        });
    }

    @Test
    void a_quote_that_is_never_closed_is_named_with_its_line() {
        assertThat(ImportTable.FORM.read(HEADING + ROW + "\"李家,柳树村,,李二英,,,,未带\r\n"))
                .isInstanceOfSatisfying(
                        TableForm.Unreadable.class,
                        unreadable -> assertThat(unreadable.fault()).isEqualTo(ImportFileFault.QUOTES));
        assertThat(plan(HEADING + "\"李家\",\"柳树村, 12 \"\"号\"\"\",,李英,女,1947/3/5,,未带")
                        .faults())
                .isEmpty();
    }

    @Test
    void empty_rows_are_passed_over_and_rows_are_counted_as_a_spreadsheet_does() {
        var plan = plan(HEADING + "\r\n,,,,,,,\r\n" + ROW + "李家,柳树村,13800138000,李英1,女,1947-03-05,,未带\r\n");

        assertThat(plan.patients()).isEqualTo(1);
        assertThat(plan.faults()).containsExactly(new RowFault(5, ImportColumn.NAME, ImportFault.NOT_A_NAME, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "李家,,,,女,1947-03-05,,未带|NAME|MISSING",
                ",,,李英,女,1947-03-05,,未带|HOUSEHOLD|MISSING",
                "李家,,12,李英,女,1947-03-05,,未带|PHONE|NOT_A_PHONE",
                "李家,,,李英,妇,1947-03-05,,未带|SEX|NOT_A_SEX",
                "李家,,,李英,女,1947-02-30,,未带|BIRTH_DATE|NOT_A_DATE",
                "李家,,,李英,女,2999-01-01,,未带|BIRTH_DATE|BORN_IN_FUTURE",
                "李家,,,李英,女,,,未带|BIRTH_DATE|MISSING",
                "李家,,,李英,女,1947-03-05,,|ID_NUMBER|MISSING",
                "李家,,,李英,女,1947-03-05,,忘了|ID_NUMBER_ABSENT|NOT_A_REASON",
                "李家,,,李英,,,110105194912310021,|ID_NUMBER|CHECK_DIGIT",
                "李家,,,李英,,,1.10105E+17,|ID_NUMBER|ROUNDED_BY_SPREADSHEET",
                "李家,,,李英,男,,11010519491231002X,|SEX|SEX_DIFFERS",
                "李家,,,李英,,1949/1/1,11010519491231002X,|BIRTH_DATE|BIRTH_DATE_DIFFERS",
                "李家,,,李英,,,11010519491231002X,未带|ID_NUMBER_ABSENT|NUMBER_AND_REASON",
                "李家,,,李英,,,11010519491231002X,,多|HOUSEHOLD|TOO_MANY_CELLS"
            })
    void each_fault_is_named_by_row_and_column(String row, ImportColumn column, ImportFault fault) {
        var plan = plan(HEADING + row);

        assertThat(plan.faults()).contains(new RowFault(2, column, fault, null));
        assertThat(plan.patients()).isZero();
    }

    @Test
    void a_sex_that_nobody_knows_is_written_so() {
        assertThat(plan(HEADING + "李家,,,李英,未知,1947-03-05,,未带").faults()).isEmpty();
        assertThat(plan(HEADING + "李家,,,李英,unknown,1947-03-05,,未带").patients()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1947-03-05", "1947/3/5", "1947.3.5", "1947年3月5日", "19470305"})
    void a_day_may_be_written_in_the_ways_of_tables(String day) {
        assertThat(ImportCells.day(day)).contains(LocalDate.of(1947, 3, 5));
    }

    @Test
    void who_stands_twice_in_the_file_is_named_with_the_first_row() {
        var plan =
                plan(HEADING + ROW + "陈家,,,李英,,,11010519491231002x,\n王家,,,王英,女,19470305,,未带\n王家,,,王英,女,1947-3-5,,未带");

        assertThat(plan.faults())
                .containsExactly(
                        new RowFault(3, ImportColumn.ID_NUMBER, ImportFault.DUPLICATE, 2),
                        new RowFault(5, ImportColumn.NAME, ImportFault.DUPLICATE, 4));
    }

    @Test
    void rows_of_one_name_and_address_are_one_household() {
        var plan = plan(HEADING + "李家,柳树村,13800138000,李英,女,1947-03-05,,未带\n李家,柳树村,138 0013 8000,李国,男,1945-03-05,,未带\n"
                + "李家,杨树村,,李梅,女,1947-03-05,,未带\n李家,柳树村,13900139000,李四,男,1945-03-05,,未带");

        assertThat(plan.households()).hasSize(2);
        assertThat(plan.patients()).isEqualTo(3);
        assertThat(plan.faults())
                .containsExactly(new RowFault(5, ImportColumn.PHONE, ImportFault.DIFFERS_WITHIN_HOUSEHOLD, null));
    }

    @Test
    void two_thousand_rows_are_taken_and_one_more_is_not() {
        var row = "李家,,,李英,女,1947-03-05,,未带\n";

        assertThat(ImportTable.FORM.read(HEADING + row.repeat(RegistrationLimits.IMPORT_ROWS_MAX)))
                .isInstanceOf(TableForm.Table.class);
        assertThat(ImportTable.FORM.read(HEADING + row.repeat(RegistrationLimits.IMPORT_ROWS_MAX + 1)))
                .isEqualTo(new TableForm.Unreadable<>(ImportFileFault.ROWS, RegistrationLimits.IMPORT_ROWS_MAX, null));
    }

    @Test
    void the_forty_first_patient_of_a_household_is_named() {
        var text = new StringBuilder(HEADING);
        for (int number = 0; number <= RegistrationLimits.PATIENTS_OF_HOUSEHOLD_MAX; number++) {
            text.append("院,,,李英,女,19%02d-03-05,,未带\n".formatted(number + 10));
        }

        assertThat(plan(text.toString()).faults())
                .containsExactly(new RowFault(42, ImportColumn.HOUSEHOLD, ImportFault.HOUSEHOLD_FULL, null));
    }

    /** Any bytes whatever; runs its corpus in the build and really fuzzes with {@code JAZZER_FUZZ=1}. */
    @FuzzTest
    void any_bytes_are_a_plan_or_a_named_fault(byte[] bytes) {
        if (TableText.read(bytes) instanceof TableText.Text(var text, var _)
                && ImportTable.FORM.read(text) instanceof TableForm.Table<ImportColumn>(var lines)) {
            var plan = ImportPlan.of(lines, TODAY);
            assertThat(plan.patients() + plan.faults().size()).isPositive();
            assertThat(plan.patients()).isLessThanOrEqualTo(lines.size());
        }
    }

    private static TextEncoding encoding(byte[] file) {
        return ((TableText.Text) TableText.read(file)).encoding();
    }

    private static TableForm.Table<ImportColumn> table(byte[] file) {
        return (TableForm.Table<ImportColumn>) ImportTable.FORM.read(((TableText.Text) TableText.read(file)).text());
    }

    private static ImportPlan plan(String text) {
        return ImportPlan.of(table(text.getBytes(StandardCharsets.UTF_8)).lines(), TODAY);
    }
}
