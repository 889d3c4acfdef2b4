package org.wuduan.hub.household;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFault;
import org.wuduan.contract.Registration.ImportReport;
import org.wuduan.contract.TextEncoding;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableText;

/** Brings a file of households into the books: first only looked at, then all of it in one transaction or nothing. */
@Service
class Imports {
    private final JdbcClient jdbc;
    private final Registrars registrars;
    private final HouseholdBook households;
    private final PatientBook patients;
    private final PrivateTexts texts;
    private final Audit audit;
    private final Clock clock;

    Imports(
            JdbcClient jdbc,
            Registrars registrars,
            HouseholdBook households,
            PatientBook patients,
            PrivateTexts texts,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.registrars = registrars;
        this.households = households;
        this.patients = patients;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file as it was read and held against the books. */
    private record Look(ImportReport report, @Nullable ImportPlan plan) {}

    /** Changes nothing. */
    Outcome<ImportReport> check(Actor actor, byte[] file) {
        return registrars
                .institution(actor)
                .then(institution -> Outcome.of(look(institution, file).report()));
    }

    /**
     * Imports what a check has shown, and looks at all of it again: the books may have changed meanwhile.
     *
     * @param checked SHA-256 of the file that was checked
     */
    Outcome<Outcome.Nothing> run(Actor actor, byte[] file, String checked) {
        return registrars.institution(actor).then(institution -> {
            var look = look(institution, file);
            if (!look.report().sha256().equals(checked)) {
                return Refused.of(ProblemType.IMPORT_CHANGED);
            }
            if (look.plan() == null || look.report().faultsInAll() > 0) {
                return Refused.of(ProblemType.IMPORT_FAULTY);
            }
            audit.record(Audit.Kind.WRITE, actor.id(), "import-households", institution);
            return keep(actor, institution, look.plan());
        });
    }

    private Outcome<Outcome.Nothing> keep(Actor actor, UUID institution, ImportPlan plan) {
        Outcome<Outcome.Nothing> kept = Outcome.done();
        for (var household : plan.households()) {
            var id = newId();
            kept = kept.then(_ -> households.add(actor, id, institution, household.details()));
            for (var patient : household.patients()) {
                kept = kept.then(_ -> patients.add(actor, newId(), id, patient.details()));
            }
        }
        return kept;
    }

    private Look look(UUID institution, byte[] file) {
        return switch (TableText.read(file)) {
            case TableText.Unreadable(var fault, var at) ->
                unreadable(file, null, new ImportReport.FileFault(fault, at, null));
            case TableText.Text(var text, var encoding) ->
                switch (ImportTable.FORM.read(text)) {
                    case TableForm.Unreadable<ImportColumn>(var fault, var at, var column) ->
                        unreadable(file, encoding, new ImportReport.FileFault(fault, at, column));
                    case TableForm.Table<ImportColumn>(var lines) -> {
                        var plan = ImportPlan.of(lines, patients.today());
                        yield new Look(report(file, encoding, plan, againstBooks(institution, plan)), plan);
                    }
                };
        };
    }

    private static Look unreadable(byte[] file, @Nullable TextEncoding encoding, ImportReport.FileFault fault) {
        return new Look(new ImportReport(TableText.sha256(file), encoding, 0, 0, fault, List.of(), 0), null);
    }

    private static ImportReport report(
            byte[] file, TextEncoding encoding, ImportPlan plan, List<ImportReport.RowFault> againstBooks) {
        var faults = Stream.concat(plan.faults().stream(), againstBooks.stream())
                .sorted(Comparator.comparingInt(ImportReport.RowFault::row))
                .toList();
        return new ImportReport(
                TableText.sha256(file),
                encoding,
                plan.households().size(),
                plan.patients(),
                null,
                faults.stream().limit(RegistrationLimits.FAULTS_SHOWN_MAX).toList(),
                faults.size());
    }

    /** What the books have already. Whose it is and where is not told. */
    private List<ImportReport.RowFault> againstBooks(UUID institution, ImportPlan plan) {
        var numbers = known(
                "select encode(id_number_fingerprint, 'hex') from patient where id_number_fingerprint in"
                        + " (select decode(one, 'hex') from unnest(?::text[]) one)",
                plan.households().stream()
                        .flatMap(household -> household.patients().stream())
                        .map(patient -> fingerprint(patient.details().idNumber())));
        var places = known(
                "select encode(place_fingerprint, 'hex') from household where place_fingerprint in"
                        + " (select decode(one, 'hex') from unnest(?::text[]) one)",
                plan.households().stream().map(household -> fingerprint(institution, household)));
        var faults = new ArrayList<ImportReport.RowFault>();
        for (var household : plan.households()) {
            if (places.contains(fingerprint(institution, household))) {
                faults.add(new ImportReport.RowFault(
                        household.row(), ImportColumn.HOUSEHOLD, ImportFault.HOUSEHOLD_REGISTERED, null));
            }
            household.patients().stream()
                    .filter(patient ->
                            numbers.contains(fingerprint(patient.details().idNumber())))
                    .forEach(patient -> faults.add(new ImportReport.RowFault(
                            patient.row(), ImportColumn.ID_NUMBER, ImportFault.ALREADY_REGISTERED, null)));
        }
        return faults;
    }

    private Set<String> known(String sql, Stream<String> fingerprints) {
        var asked = fingerprints.filter(one -> !one.isEmpty()).toArray(String[]::new);
        return new HashSet<>(jdbc.sql(sql).param(asked).query(String.class).list());
    }

    private String fingerprint(@Nullable IdNumber number) {
        var bytes = texts.fingerprint(number);
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }

    private String fingerprint(UUID institution, ImportPlan.NewHousehold household) {
        return HexFormat.of().formatHex(texts.fingerprint(institution, household.details()));
    }

    private UUID newId() {
        return Uuid7.at(clock.instant());
    }
}
