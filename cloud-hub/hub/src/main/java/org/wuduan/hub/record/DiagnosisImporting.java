package org.wuduan.hub.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.DiagnosisColumn;
import org.wuduan.contract.DiagnosisImports.DiagnosisImportReport;
import org.wuduan.contract.TextEncoding;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableText;

/** Takes an institution's list of diagnoses in the place of the one before: first only looked at, then all of it or nothing. */
@Service
class DiagnosisImporting {
    private final JdbcClient jdbc;
    private final DiagnosisCodes codes;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DiagnosisImporting(
            JdbcClient jdbc, DiagnosisCodes codes, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A file as it was read. */
    private record Look(DiagnosisImportReport report, List<DiagnosisIndex.Line> lines) {}

    /** Changes nothing. */
    DiagnosisImportReport check(byte[] file) {
        return look(file).report();
    }

    /** @param checked SHA-256 of the file that was checked */
    Outcome<Outcome.Nothing> run(UUID actor, byte[] file, String checked) {
        var look = look(file);
        if (!look.report().sha256().equals(checked)) {
            return Refused.of(ProblemType.IMPORT_CHANGED);
        }
        if (look.lines().isEmpty() || look.report().faultsInAll() > 0) {
            return Refused.of(ProblemType.IMPORT_FAULTY);
        }
        replace(look.lines());
        jdbc.sql("insert into diagnosis_list (imported_at, imported_by, sha256, codes) values (?, ?, ?, ?)")
                .params(
                        Timestamp.from(clock.instant()),
                        actor,
                        checked,
                        look.lines().size())
                .update();
        audit.record(Audit.Kind.WRITE, actor, "import-diagnoses", null);
        events.publishEvent(new DiagnosisCodes.ListReplaced());
        return Outcome.done();
    }

    /** The program's own list serves again; whoever wants the other one back brings it in anew. */
    Outcome<Outcome.Nothing> starter(UUID actor) {
        jdbc.sql("delete from diagnosis_code").update();
        audit.record(Audit.Kind.WRITE, actor, "use-starter-diagnoses", null);
        events.publishEvent(new DiagnosisCodes.ListReplaced());
        return Outcome.done();
    }

    /** What notes say of a diagnosis stands in the notes: a code that is gone from the list is gone from no note. */
    private void replace(List<DiagnosisIndex.Line> lines) {
        jdbc.sql("delete from diagnosis_code").update();
        jdbc.sql("insert into diagnosis_code (code, name, initials)"
                        + " select code, name, nullif(initials, '') from unnest(?::text[], ?::text[], ?::text[])"
                        + " as line (code, name, initials)")
                .params(
                        lines.stream().map(DiagnosisIndex.Line::code).toArray(String[]::new),
                        lines.stream().map(DiagnosisIndex.Line::name).toArray(String[]::new),
                        lines.stream()
                                .map(line -> line.initials() == null ? "" : line.initials())
                                .toArray(String[]::new))
                .update();
    }

    private Look look(byte[] file) {
        return switch (TableText.read(file)) {
            case TableText.Unreadable(var fault, var at) ->
                unreadable(file, null, new DiagnosisImportReport.FileFault(fault, at, null));
            case TableText.Text(var text, var encoding) ->
                switch (DiagnosisTable.FORM.read(text)) {
                    case TableForm.Unreadable<DiagnosisColumn>(var fault, var at, var column) ->
                        unreadable(file, encoding, new DiagnosisImportReport.FileFault(fault, at, column));
                    case TableForm.Table<DiagnosisColumn>(var rows) -> {
                        var plan = DiagnosisPlan.of(rows);
                        yield new Look(report(file, encoding, plan), plan.lines());
                    }
                };
        };
    }

    private Look unreadable(byte[] file, @Nullable TextEncoding encoding, DiagnosisImportReport.FileFault fault) {
        int inUse = codes.codes().size();
        return new Look(
                new DiagnosisImportReport(TableText.sha256(file), encoding, 0, inUse, 0, fault, List.of(), 0),
                List.of());
    }

    private DiagnosisImportReport report(byte[] file, TextEncoding encoding, DiagnosisPlan plan) {
        var faults = plan.faults();
        var inUse = codes.codes();
        var coming = plan.lines().stream().map(DiagnosisIndex.Line::code).collect(Collectors.toSet());
        return new DiagnosisImportReport(
                TableText.sha256(file),
                encoding,
                plan.lines().size(),
                inUse.size(),
                (int) inUse.stream().filter(code -> !coming.contains(code)).count(),
                null,
                faults.stream().limit(DiagnosisTable.FAULTS_SHOWN_MAX).toList(),
                faults.size());
    }
}
