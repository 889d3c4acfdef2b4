package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Prescribed.DrugTableReport;
import org.wuduan.contract.TextEncoding;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableText;

/** Brings the tables of an institution: first only looked at, then the whole or nothing. */
@Service
class DrugTableImports {
    /** 3,000 drugs have about 400 KiB, 5,000 rules about 2 MiB. */
    static final int BYTES_MAX = 3 * 1024 * 1024;

    /** Faults that a dry run names; it counts the others. */
    static final int FAULTS_SHOWN_MAX = 200;

    private final DrugTables tables;
    private final Audit audit;

    DrugTableImports(DrugTables tables, Audit audit) {
        this.tables = tables;
        this.audit = audit;
    }

    /** Which table, whose, and who brings it. */
    record Whose(DrugTables.Kind kind, UUID institution, UUID by) {}

    /** A file as it was read. */
    private record Look(DrugTableReport report, String text) {
        @Override
        public String toString() {
            return "Look[‹redacted›]";
        }
    }

    DrugTableReport check(DrugTables.Kind kind, byte[] file) {
        return look(kind, file).report();
    }

    Outcome<Outcome.Nothing> run(Whose whose, byte[] file, String checked) {
        var look = look(whose.kind(), file);
        if (!look.report().sha256().equals(checked)) {
            return Refused.of(ProblemType.IMPORT_CHANGED);
        }
        if (look.report().rows() == 0 || look.report().faultsInAll() > 0) {
            return Refused.of(ProblemType.IMPORT_FAULTY);
        }
        tables.add(whose.kind(), whose.institution(), whose.by(), look.text());
        audit.record(
                Audit.Kind.WRITE, whose.by(), "import-" + whose.kind().wire().replace('_', '-'), null);
        return Outcome.done();
    }

    private Look look(DrugTables.Kind kind, byte[] file) {
        return switch (TableText.read(file)) {
            case TableText.Unreadable(var fault, var at) ->
                new Look(unreadable(file, null, new DrugTableReport.FileFault(fault, at, null)), "");
            case TableText.Text(var text, var encoding) ->
                new Look(
                        switch (kind) {
                            case FORMULARY ->
                                report(file, encoding, FormularyFile.FORM.read(text), FormularyFile::read);
                            case RATIONAL_USE -> report(file, encoding, UseRuleFile.FORM.read(text), UseRuleFile::read);
                        },
                        text);
        };
    }

    private static <C extends Enum<C>, R> DrugTableReport report(
            byte[] file,
            TextEncoding encoding,
            TableForm.Reading<C> reading,
            Function<List<TableForm.Line<C>>, ReadTable<C, R>> rows) {
        return switch (reading) {
            case TableForm.Unreadable<C>(var fault, var at, var column) ->
                unreadable(
                        file,
                        encoding,
                        new DrugTableReport.FileFault(
                                fault, at, column == null ? null : column.name().toLowerCase(Locale.ROOT)));
            case TableForm.Table<C>(var lines) -> {
                var read = rows.apply(lines);
                yield new DrugTableReport(
                        TableText.sha256(file),
                        encoding,
                        read.rows().size(),
                        null,
                        read.faults().stream().limit(FAULTS_SHOWN_MAX).toList(),
                        read.faults().size());
            }
        };
    }

    private static DrugTableReport unreadable(
            byte[] file, @Nullable TextEncoding encoding, DrugTableReport.FileFault fault) {
        return new DrugTableReport(TableText.sha256(file), encoding, 0, fault, List.of(), 0);
    }
}
