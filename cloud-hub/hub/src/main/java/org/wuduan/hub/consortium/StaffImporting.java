package org.wuduan.hub.consortium;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Administration.Institution;
import org.wuduan.contract.StaffColumn;
import org.wuduan.contract.StaffFault;
import org.wuduan.contract.StaffImports.StaffImportReport;
import org.wuduan.contract.TextEncoding;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableText;

/** Makes the staff of a file: first only looked at, then all of it in one transaction or nobody. */
@Service
class StaffImporting {
    private final Staff staff;
    private final Institutions institutions;
    private final Audit audit;
    private final Clock clock;

    StaffImporting(Staff staff, Institutions institutions, Audit audit, Clock clock) {
        this.staff = staff;
        this.institutions = institutions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file as it was read and held against who is there. */
    private record Look(StaffImportReport report, List<StaffImportPlan.Member> members) {}

    /** Changes nothing. */
    StaffImportReport check(byte[] file) {
        return look(file).report();
    }

    /**
     * Makes what a check has shown, and looks at all of it again: others may have been made meanwhile.
     *
     * @param checked SHA-256 of the file that was checked
     */
    Outcome<Outcome.Nothing> run(UUID actor, byte[] file, String checked) {
        var look = look(file);
        if (!look.report().sha256().equals(checked)) {
            return Refused.of(ProblemType.IMPORT_CHANGED);
        }
        if (look.members().isEmpty() || look.report().faultsInAll() > 0) {
            return Refused.of(ProblemType.IMPORT_FAULTY);
        }
        Outcome<Outcome.Nothing> made = Outcome.done();
        for (var member : look.members()) {
            made = made.then(_ -> staff.make(member.wish())).then(done -> {
                audit.record(
                        Audit.Kind.WRITE, actor, "make-account", member.wish().id());
                return Outcome.of(done);
            });
        }
        return made.then(done -> {
            audit.record(Audit.Kind.WRITE, actor, "import-staff", null);
            return Outcome.of(done);
        });
    }

    private Look look(byte[] file) {
        return switch (TableText.read(file)) {
            case TableText.Unreadable(var fault, var at) ->
                unreadable(file, null, new StaffImportReport.FileFault(fault, at, null));
            case TableText.Text(var text, var encoding) ->
                switch (StaffTable.FORM.read(text)) {
                    case TableForm.Unreadable<StaffColumn>(var fault, var at, var column) ->
                        unreadable(file, encoding, new StaffImportReport.FileFault(fault, at, column));
                    case TableForm.Table<StaffColumn>(var lines) -> {
                        var plan = StaffImportPlan.of(
                                lines,
                                inUse(),
                                Year.now(clock.withZone(ZoneOffset.UTC)),
                                () -> Uuid7.at(clock.instant()));
                        yield new Look(report(file, encoding, plan), plan.members());
                    }
                };
        };
    }

    /** By name; where two are called alike, neither can be meant. */
    private Map<String, Institution> inUse() {
        return institutions.all().stream()
                .filter(Institution::active)
                .collect(Collectors.groupingBy(Institution::name))
                .values()
                .stream()
                .filter(alike -> alike.size() == 1)
                .map(List::getFirst)
                .collect(Collectors.toMap(Institution::name, Function.identity()));
    }

    private static Look unreadable(byte[] file, @Nullable TextEncoding encoding, StaffImportReport.FileFault fault) {
        return new Look(new StaffImportReport(TableText.sha256(file), encoding, 0, fault, List.of(), 0), List.of());
    }

    private StaffImportReport report(byte[] file, TextEncoding encoding, StaffImportPlan plan) {
        var faults = Stream.concat(
                        plan.faults().stream(), plan.members().stream().flatMap(member -> taken(member).stream()))
                .sorted(Comparator.comparingInt(StaffImportReport.RowFault::row))
                .toList();
        return new StaffImportReport(
                TableText.sha256(file),
                encoding,
                plan.members().size(),
                null,
                faults.stream().limit(StaffTable.FAULTS_SHOWN_MAX).toList(),
                faults.size());
    }

    /** What keeps a good row out because of who is there already. */
    private Optional<StaffImportReport.RowFault> taken(StaffImportPlan.Member member) {
        return staff.fault(member.wish()).map(field -> {
            boolean licence = field.equals("post.licence");
            return new StaffImportReport.RowFault(
                    member.row(),
                    licence ? StaffColumn.LICENCE : StaffColumn.LOGIN,
                    licence ? StaffFault.LICENCE_TAKEN : StaffFault.LOGIN_TAKEN,
                    null);
        });
    }
}
