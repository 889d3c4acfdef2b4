package org.wuduan.hub.household;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFileFault;

/** The cells of a file of households (RFC 4180, with comma, semicolon or tab), by the headings of its first row. */
final class ImportTable {
    private static final Map<ImportColumn, String> HEADINGS = new EnumMap<>(Map.of(
            ImportColumn.HOUSEHOLD, "户名",
            ImportColumn.ADDRESS, "地址",
            ImportColumn.PHONE, "联系电话",
            ImportColumn.NAME, "姓名",
            ImportColumn.SEX, "性别",
            ImportColumn.BIRTH_DATE, "出生日期",
            ImportColumn.ID_NUMBER, "身份证号",
            ImportColumn.ID_NUMBER_ABSENT, "无号原因"));
    private static final List<ImportColumn> NEEDED =
            List.of(ImportColumn.HOUSEHOLD, ImportColumn.NAME, ImportColumn.ID_NUMBER);

    private ImportTable() {}

    /** What became of the text. */
    sealed interface Reading {}

    record Table(List<Line> lines) implements Reading {
        Table {
            lines = List.copyOf(lines);
        }
    }

    /** The whole can't be read. */
    record Unreadable(
            ImportFileFault fault,
            @Nullable Integer at,
            @Nullable ImportColumn column) implements Reading {}

    /**
     * One row.
     *
     * @param row as a spreadsheet counts, the heading being 1
     * @param tooManyCells whether something stands right of the last heading
     */
    record Line(int row, Map<ImportColumn, String> cells, boolean tooManyCells) {
        /** The cell without spaces around it and without the mark by which spreadsheets know text. */
        String cell(ImportColumn column) {
            var text = cells.getOrDefault(column, "").strip();
            return text.startsWith("'") ? text.substring(1) : text;
        }

        @Override
        public String toString() {
            return "Line[" + row + " ‹redacted›]";
        }
    }

    /** The first row of the template. */
    static String headings() {
        return String.join(
                        ",", Stream.of(ImportColumn.values()).map(HEADINGS::get).toList()) + "\r\n";
    }

    static Reading read(String text) {
        if (text.isBlank()) {
            return new Unreadable(ImportFileFault.EMPTY, null, null);
        }
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            return read(parser);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** What divides most in the heading. */
    private static char delimiter(String text) {
        var heading = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(heading, candidate) > count(heading, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char character) {
        return text.chars().filter(one -> one == character).count();
    }

    private static Reading read(CSVParser parser) {
        var lines = new ArrayList<Line>();
        try {
            var rows = parser.iterator();
            var columns = new ArrayList<ImportColumn>();
            var unfit = columns(rows.next(), columns);
            if (unfit.isPresent()) {
                return unfit.get();
            }
            while (rows.hasNext()) {
                var line = line(rows.next(), columns);
                if (line.cells().isEmpty() && !line.tooManyCells()) {
                    continue;
                }
                if (lines.size() == RegistrationLimits.IMPORT_ROWS_MAX) {
                    return new Unreadable(ImportFileFault.ROWS, RegistrationLimits.IMPORT_ROWS_MAX, null);
                }
                lines.add(line);
            }
        } catch (UncheckedIOException openQuote) {
            return new Unreadable(ImportFileFault.QUOTES, Math.toIntExact(parser.getCurrentLineNumber()), null);
        }
        return lines.isEmpty() ? new Unreadable(ImportFileFault.EMPTY, null, null) : new Table(lines);
    }

    private static Optional<Unreadable> columns(CSVRecord heading, List<ImportColumn> columns) {
        for (int place = 0; place < heading.size(); place++) {
            var column = column(heading.get(place));
            if (column.isEmpty()) {
                return Optional.of(new Unreadable(ImportFileFault.COLUMN_UNKNOWN, place + 1, null));
            }
            if (columns.contains(column.get())) {
                return Optional.of(new Unreadable(ImportFileFault.COLUMN_TWICE, place + 1, column.get()));
            }
            columns.add(column.get());
        }
        return NEEDED.stream()
                .filter(needed -> !columns.contains(needed))
                .map(needed -> new Unreadable(ImportFileFault.COLUMN_MISSING, null, needed))
                .findFirst();
    }

    private static Optional<ImportColumn> column(String heading) {
        var name = heading.strip();
        return Stream.of(ImportColumn.values())
                .filter(column -> name.equals(HEADINGS.get(column))
                        || name.toLowerCase(Locale.ROOT).equals(column.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Line line(CSVRecord record, List<ImportColumn> columns) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        boolean tooMany = false;
        for (int place = 0; place < record.size(); place++) {
            if (record.get(place).isBlank()) {
                continue;
            }
            if (place < columns.size()) {
                cells.put(columns.get(place), record.get(place));
            } else {
                tooMany = true;
            }
        }
        return new Line(Math.toIntExact(record.getRecordNumber()), Map.copyOf(cells), tooMany);
    }
}
