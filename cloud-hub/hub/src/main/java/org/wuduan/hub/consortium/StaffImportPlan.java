package org.wuduan.hub.consortium;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration.Institution;
import org.wuduan.contract.Administration.MakeStaff;
import org.wuduan.contract.Administration.Post;
import org.wuduan.contract.Department;
import org.wuduan.contract.StaffColumn;
import org.wuduan.contract.StaffFault;
import org.wuduan.contract.StaffImports.StaffImportReport.RowFault;
import org.wuduan.hub.tables.TableForm;

/** Whom the rows of a file would make, and everything that is wrong within the file itself. */
final class StaffImportPlan {
    /** As the wire has it for a single member. */
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private static final Pattern LICENCE = Pattern.compile("[0-9A-Za-z-]{5,32}");
    private static final int TEXT_MAX = 64;
    private static final List<StaffColumn> OF_DOCTORS = List.of(
            StaffColumn.TITLE,
            StaffColumn.DEPARTMENT,
            StaffColumn.LICENCE,
            StaffColumn.PRACTISING_SINCE,
            StaffColumn.INTERNET_PRACTICE);

    private final Map<String, Institution> institutions;
    private final Year thisYear;
    private final Supplier<UUID> ids;
    private final List<Member> members = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<String, Integer> rowOfLogin = new HashMap<>();
    private final Map<String, Integer> rowOfLicence = new HashMap<>();

    private StaffImportPlan(Map<String, Institution> institutions, Year thisYear, Supplier<UUID> ids) {
        this.institutions = institutions;
        this.thisYear = thisYear;
        this.ids = ids;
    }

    /** A member of the file. */
    record Member(int row, MakeStaff wish) {
        @Override
        public String toString() {
            return "Member[" + row + " ‹redacted›]";
        }
    }

    /** @param institutions those in use, by name */
    static StaffImportPlan of(
            List<TableForm.Line<StaffColumn>> lines,
            Map<String, Institution> institutions,
            Year thisYear,
            Supplier<UUID> ids) {
        var plan = new StaffImportPlan(institutions, thisYear, ids);
        lines.forEach(plan::take);
        return plan;
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    private void take(TableForm.Line<StaffColumn> line) {
        if (line.tooManyCells()) {
            fault(line, StaffColumn.KIND, StaffFault.TOO_MANY_CELLS);
            return;
        }
        int before = faults.size();
        var kind = needed(line, StaffColumn.KIND, StaffTable.kind(line.cell(StaffColumn.KIND)), StaffFault.NOT_A_KIND);
        var name = text(line, StaffColumn.NAME);
        var login = login(line);
        var institution = needed(
                line,
                StaffColumn.INSTITUTION,
                Optional.ofNullable(institutions.get(line.cell(StaffColumn.INSTITUTION))),
                StaffFault.INSTITUTION_UNKNOWN);
        var post = kind == ActorKind.DOCTOR ? post(line, institution) : null;
        if (kind != null && kind != ActorKind.DOCTOR) {
            OF_DOCTORS.stream()
                    .filter(column -> !line.cell(column).isEmpty())
                    .forEach(column -> fault(line, column, StaffFault.DOCTORS_ONLY));
        }
        if (faults.size() == before && kind != null && institution != null) {
            members.add(
                    new Member(line.row(), new MakeStaff(ids.get(), login, name, kind, null, institution.id(), post)));
        }
    }

    private String login(TableForm.Line<StaffColumn> line) {
        var login = line.cell(StaffColumn.LOGIN).toLowerCase(Locale.ROOT);
        needed(
                line,
                StaffColumn.LOGIN,
                Optional.of(login).filter(one -> LOGIN.matcher(one).matches()),
                StaffFault.NOT_A_LOGIN);
        once(line, StaffColumn.LOGIN, login, rowOfLogin);
        return login;
    }

    private @Nullable Post post(TableForm.Line<StaffColumn> line, @Nullable Institution institution) {
        var title = text(line, StaffColumn.TITLE);
        var department = needed(
                line,
                StaffColumn.DEPARTMENT,
                StaffTable.department(line.cell(StaffColumn.DEPARTMENT)),
                StaffFault.NOT_A_DEPARTMENT);
        var licence = line.cell(StaffColumn.LICENCE);
        needed(
                line,
                StaffColumn.LICENCE,
                Optional.of(licence).filter(one -> LICENCE.matcher(one).matches()),
                StaffFault.NOT_A_LICENCE);
        once(line, StaffColumn.LICENCE, licence, rowOfLicence);
        var since = needed(
                line,
                StaffColumn.PRACTISING_SINCE,
                StaffTable.year(line.cell(StaffColumn.PRACTISING_SINCE), thisYear),
                StaffFault.NOT_A_YEAR);
        var online = StaffTable.yesOrNo(line.cell(StaffColumn.INTERNET_PRACTICE));
        if (online.isEmpty()) {
            fault(line, StaffColumn.INTERNET_PRACTICE, StaffFault.NOT_YES_OR_NO);
        }
        if (department == null || since == null) {
            return null;
        }
        requireThere(line, department, institution);
        return new Post(title, department, licence, since, online.orElse(null));
    }

    private void requireThere(
            TableForm.Line<StaffColumn> line, Department department, @Nullable Institution institution) {
        if (institution != null && !institution.departments().contains(department)) {
            fault(line, StaffColumn.DEPARTMENT, StaffFault.DEPARTMENT_NOT_THERE);
        }
    }

    private String text(TableForm.Line<StaffColumn> line, StaffColumn column) {
        var text = line.cell(column);
        if (text.isEmpty()) {
            fault(line, column, StaffFault.MISSING);
        } else if (text.length() > TEXT_MAX) {
            fault(line, column, StaffFault.TOO_LONG);
        }
        return text;
    }

    /** An empty cell is missing, whatever else could be said of it. */
    private <T> @Nullable T needed(
            TableForm.Line<StaffColumn> line, StaffColumn column, Optional<T> read, StaffFault fault) {
        if (line.cell(column).isEmpty()) {
            fault(line, column, StaffFault.MISSING);
        } else if (read.isEmpty()) {
            fault(line, column, fault);
        }
        return read.orElse(null);
    }

    private void once(TableForm.Line<StaffColumn> line, StaffColumn column, String text, Map<String, Integer> rowOf) {
        var earlier = text.isEmpty() ? null : rowOf.putIfAbsent(text, line.row());
        if (earlier != null) {
            faults.add(new RowFault(line.row(), column, StaffFault.DUPLICATE, earlier));
        }
    }

    private void fault(TableForm.Line<StaffColumn> line, StaffColumn column, StaffFault fault) {
        faults.add(new RowFault(line.row(), column, fault, null));
    }
}
