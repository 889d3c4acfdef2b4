package org.wuduan.hub.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ImportFileFault;

/** The cells of a file (RFC 4180, with comma, semicolon or tab), by the headings of its first row. */
public final class TableForm<C extends Enum<C>> {
    private final EnumMap<C, String> headings;
    private final List<C> needed;
    private final int rowsMax;

    /**
     * @param headings the columns that may be there, with the words above them; a column is also known by its own name
     * @param needed columns without which nothing can be done
     * @param rowsMax rows that are taken, without the heading
     */
    public TableForm(Map<C, String> headings, List<C> needed, int rowsMax) {
        this.headings = new EnumMap<>(headings);
        this.needed = List.copyOf(needed);
        this.rowsMax = rowsMax;
    }

    /** What became of the text. */
    public sealed interface Reading<C> {}

    public record Table<C>(List<Line<C>> lines) implements Reading<C> {
        public Table {
            lines = List.copyOf(lines);
        }
    }

    /** The whole can't be read. */
    public record Unreadable<C>(
            ImportFileFault fault,
            @Nullable Integer at,
            @Nullable C column) implements Reading<C> {}

    /**
     * One row.
     *
     * @param row as a spreadsheet counts, the heading being 1
     * @param tooManyCells whether something stands right of the last heading
     */
    public record Line<C>(int row, Map<C, String> cells, boolean tooManyCells) {
        /** The cell without spaces around it and without the mark by which spreadsheets know text. */
        public String cell(C column) {
            var text = cells.getOrDefault(column, "").strip();
            return text.startsWith("'") ? text.substring(1) : text;
        }

        @Override
        public String toString() {
            return "Line[" + row + " ‹redacted›]";
        }
    }

    /** The first row of the template. */
    public String headingRow() {
        return String.join(",", headings.values()) + "\r\n";
    }

    public Reading<C> read(String text) {
        if (text.isBlank()) {
            return new Unreadable<>(ImportFileFault.EMPTY, null, null);
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

    private Reading<C> read(CSVParser parser) {
        var lines = new ArrayList<Line<C>>();
        try {
            var rows = parser.iterator();
            var columns = new ArrayList<C>();
            var unfit = columns(rows.next(), columns);
            if (unfit.isPresent()) {
                return unfit.get();
            }
            while (rows.hasNext()) {
                var line = line(rows.next(), columns);
                if (line.cells().isEmpty() && !line.tooManyCells()) {
                    continue;
                }
                if (lines.size() == rowsMax) {
                    return new Unreadable<>(ImportFileFault.ROWS, rowsMax, null);
                }
                lines.add(line);
            }
        } catch (UncheckedIOException openQuote) {
            return new Unreadable<>(ImportFileFault.QUOTES, Math.toIntExact(parser.getCurrentLineNumber()), null);
        }
        return lines.isEmpty() ? new Unreadable<>(ImportFileFault.EMPTY, null, null) : new Table<>(lines);
    }

    private Optional<Unreadable<C>> columns(CSVRecord heading, List<C> columns) {
        for (int place = 0; place < heading.size(); place++) {
            var column = column(heading.get(place));
            if (column.isEmpty()) {
                return Optional.of(new Unreadable<>(ImportFileFault.COLUMN_UNKNOWN, place + 1, null));
            }
            if (columns.contains(column.get())) {
                return Optional.of(new Unreadable<>(ImportFileFault.COLUMN_TWICE, place + 1, column.get()));
            }
            columns.add(column.get());
        }
        return needed.stream()
                .filter(one -> !columns.contains(one))
                .map(one -> new Unreadable<>(ImportFileFault.COLUMN_MISSING, null, one))
                .findFirst();
    }

    private Optional<C> column(String heading) {
        var name = heading.strip();
        return headings.keySet().stream()
                .filter(column -> name.equals(headings.get(column))
                        || name.toLowerCase(Locale.ROOT).equals(column.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static <C extends Enum<C>> Line<C> line(CSVRecord record, List<C> columns) {
        var cells = new HashMap<C, String>();
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
        return new Line<>(Math.toIntExact(record.getRecordNumber()), Map.copyOf(cells), tooMany);
    }
}
