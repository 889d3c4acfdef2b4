package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wuduan.contract.DrugTableFault;
import org.wuduan.contract.Prescribed.DrugTableReport.RowFault;
import org.wuduan.hub.tables.TableForm.Line;

/**
 * Rows of a file as they are read, one after the other; what is wrong is kept with its row and column.
 *
 * @param <C> columns
 * @param <R> what a good row becomes
 */
final class ReadTable<C extends Enum<C>, R> {
    private final List<R> rows = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private Line<C> line;
    private int faultsBefore;

    ReadTable(Line<C> first) {
        line = first;
    }

    /** Goes on to the next row. */
    void next(Line<C> next) {
        line = next;
        faultsBefore = faults.size();
    }

    /** Keeps a row unless something in it was wrong. */
    void keep(java.util.function.Supplier<R> row) {
        if (faults.size() == faultsBefore) {
            rows.add(row.get());
        }
    }

    List<R> rows() {
        return List.copyOf(rows);
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    /** The text of a cell that must be there, at most so long; a faulty one is empty. */
    String text(C column, int lengthMax) {
        var cell = line.cell(column);
        if (cell.isEmpty()) {
            return fault(column, DrugTableFault.MISSING);
        }
        return cell.length() > lengthMax ? fault(column, DrugTableFault.TOO_LONG) : cell;
    }

    /** The same of a cell that may be empty. */
    String optional(C column, int lengthMax) {
        return line.cell(column).isEmpty() ? "" : text(column, lengthMax);
    }

    String matching(C column, Pattern form) {
        var cell = line.cell(column);
        if (cell.isEmpty()) {
            return fault(column, DrugTableFault.MISSING);
        }
        return form.matcher(cell).matches() ? cell : fault(column, DrugTableFault.UNREADABLE);
    }

    /** A cell that no other row has. */
    String key(C column, Pattern form) {
        var cell = matching(column, form);
        return cell.isEmpty() || keys.add(cell) ? cell : fault(column, DrugTableFault.TWICE);
    }

    /** Words divided by bars; none for an empty cell. */
    List<String> words(C column, Pattern form) {
        var cell = line.cell(column);
        if (cell.isEmpty()) {
            return List.of();
        }
        var words = List.of(cell.split("\\|", -1));
        if (words.stream().allMatch(word -> form.matcher(word).matches())) {
            return words;
        }
        fault(column, DrugTableFault.UNREADABLE);
        return List.of();
    }

    <E extends Enum<E>> Optional<E> choice(C column, Class<E> type) {
        var cell = line.cell(column).toUpperCase(Locale.ROOT);
        for (var choice : type.getEnumConstants()) {
            if (choice.name().equals(cell)) {
                return Optional.of(choice);
            }
        }
        fault(column, cell.isEmpty() ? DrugTableFault.MISSING : DrugTableFault.UNKNOWN);
        return Optional.empty();
    }

    Optional<BigDecimal> decimal(C column, Pattern form) {
        var cell = matching(column, form);
        return cell.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }

    /** Says that a cell can't be read. */
    void unreadable(C column) {
        fault(column, DrugTableFault.UNREADABLE);
    }

    private String fault(C column, DrugTableFault what) {
        faults.add(new RowFault(line.row(), column.name().toLowerCase(Locale.ROOT), what));
        return "";
    }
}
