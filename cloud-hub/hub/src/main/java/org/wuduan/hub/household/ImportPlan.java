package org.wuduan.hub.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFault;
import org.wuduan.contract.Registration.ImportReport.RowFault;
import org.wuduan.hub.tables.TableForm;

/** What the rows of a file would bring into the books, and everything that is wrong within the file itself. */
final class ImportPlan {
    private final LocalDate today;
    private final Map<String, NewHousehold> households = new LinkedHashMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<IdNumber, Integer> rowOfNumber = new HashMap<>();
    private final Map<String, Integer> rowOfPerson = new HashMap<>();

    private ImportPlan(LocalDate today) {
        this.today = today;
    }

    /** A household of the file with its patients. */
    record NewHousehold(int row, HouseholdForm.Details details, List<NewPatient> patients) {
        @Override
        public String toString() {
            return "NewHousehold[" + row + " ‹redacted›]";
        }
    }

    /** A patient of the file. */
    record NewPatient(int row, PatientForm.Details details) {
        @Override
        public String toString() {
            return "NewPatient[" + row + " ‹redacted›]";
        }
    }

    static ImportPlan of(List<TableForm.Line<ImportColumn>> lines, LocalDate today) {
        var plan = new ImportPlan(today);
        lines.forEach(plan::take);
        return plan;
    }

    List<NewHousehold> households() {
        return List.copyOf(households.values());
    }

    int patients() {
        return households.values().stream()
                .mapToInt(household -> household.patients().size())
                .sum();
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    private void take(TableForm.Line<ImportColumn> line) {
        if (line.tooManyCells()) {
            fault(line.row(), ImportColumn.HOUSEHOLD, ImportFault.TOO_MANY_CELLS);
            return;
        }
        int before = faults.size();
        var household = good(
                line,
                HouseholdForm.check(
                        line.cell(ImportColumn.HOUSEHOLD),
                        line.cell(ImportColumn.ADDRESS),
                        line.cell(ImportColumn.PHONE)));
        var patient = good(line, PatientForm.check(typed(line), today));
        if (faults.size() == before && household != null && patient != null) {
            place(line.row(), household, patient);
        }
    }

    private PatientForm.Typed typed(TableForm.Line<ImportColumn> line) {
        return new PatientForm.Typed(
                line.cell(ImportColumn.NAME),
                word(line, ImportColumn.SEX, ImportCells::sex, ImportFault.NOT_A_SEX),
                word(line, ImportColumn.BIRTH_DATE, ImportCells::day, ImportFault.NOT_A_DATE),
                line.cell(ImportColumn.ID_NUMBER),
                word(line, ImportColumn.ID_NUMBER_ABSENT, ImportCells::reason, ImportFault.NOT_A_REASON));
    }

    private <T> @Nullable T word(
            TableForm.Line<ImportColumn> line,
            ImportColumn column,
            Function<String, Optional<T>> words,
            ImportFault unknown) {
        var cell = line.cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        var word = words.apply(cell);
        if (word.isEmpty()) {
            fault(line.row(), column, unknown);
        }
        return word.orElse(null);
    }

    private <T> @Nullable T good(TableForm.Line<ImportColumn> line, Checked<T> checked) {
        return switch (checked) {
            case Checked.Good<T>(var details) -> details;
            case Checked.Faulty<T>(var found) -> {
                found.stream()
                        .filter(fault -> faults.stream()
                                .noneMatch(known -> known.row() == line.row() && known.column() == fault.column()))
                        .forEach(fault -> fault(line.row(), fault.column(), fault.fault()));
                yield null;
            }
        };
    }

    private void place(int row, HouseholdForm.Details details, PatientForm.Details patient) {
        var place = details.name() + "\n" + details.address();
        var household = households.computeIfAbsent(place, _ -> new NewHousehold(row, details, new ArrayList<>()));
        if (!household.details().phone().equals(details.phone())) {
            fault(row, ImportColumn.PHONE, ImportFault.DIFFERS_WITHIN_HOUSEHOLD);
            return;
        }
        var number = patient.idNumber();
        var earlier = number == null
                ? rowOfPerson.putIfAbsent(place + "\n" + patient.name() + "\n" + patient.birthDate(), row)
                : rowOfNumber.putIfAbsent(number, row);
        if (earlier != null) {
            faults.add(new RowFault(
                    row, number == null ? ImportColumn.NAME : ImportColumn.ID_NUMBER, ImportFault.DUPLICATE, earlier));
        } else if (household.patients().size() == RegistrationLimits.PATIENTS_OF_HOUSEHOLD_MAX) {
            fault(row, ImportColumn.HOUSEHOLD, ImportFault.HOUSEHOLD_FULL);
        } else {
            household.patients().add(new NewPatient(row, patient));
        }
    }

    private void fault(int row, ImportColumn column, ImportFault fault) {
        faults.add(new RowFault(row, column, fault, null));
    }
}
