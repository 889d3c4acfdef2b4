package org.wuduan.hub.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.IdNumberAbsence;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFault;
import org.wuduan.contract.Sex;

/** Checks what is said of a patient; the same for a form on a screen and for a row of a file. */
final class PatientForm {
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** What a spreadsheet makes of 18 digits that it takes for a quantity. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9][0-9.]*[Ee]\\+?[0-9]+");

    private final LocalDate today;
    private final List<Checked.Fault> faults = new ArrayList<>();

    private PatientForm(LocalDate today) {
        this.today = today;
    }

    /** As typed. Sex and date of birth may be left to the ID number. */
    record Typed(
            String name,
            @Nullable Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable String idNumber,
            @Nullable IdNumberAbsence absence) {
        @Override
        public String toString() {
            return "Typed[‹redacted›]";
        }
    }

    /** As kept. */
    record Details(
            String name,
            Sex sex,
            LocalDate birthDate,
            @Nullable IdNumber idNumber,
            @Nullable IdNumberAbsence absence) {
        @Override
        public String toString() {
            return "Details[‹redacted›]";
        }
    }

    /** @param today where the clinic is */
    static Checked<Details> check(Typed typed, LocalDate today) {
        return new PatientForm(today).check(typed);
    }

    private Checked<Details> check(Typed typed) {
        var name = PersonName.read(typed.name());
        if (name.isEmpty()) {
            fault(ImportColumn.NAME, typed.name().isBlank() ? ImportFault.MISSING : ImportFault.NOT_A_NAME);
        }
        var number = idNumber(typed);
        var sex = sex(typed.sex(), number);
        var birth = birth(typed.birthDate(), number);
        if (!faults.isEmpty() || name.isEmpty() || sex == null || birth == null) {
            return new Checked.Faulty<>(faults);
        }
        return new Checked.Good<>(new Details(name.get(), sex, birth, number, typed.absence()));
    }

    private @Nullable IdNumber idNumber(Typed typed) {
        var text = typed.idNumber();
        if (text == null || text.isBlank()) {
            if (typed.absence() == null) {
                fault(ImportColumn.ID_NUMBER, ImportFault.MISSING);
            }
            return null;
        }
        if (typed.absence() != null) {
            fault(ImportColumn.ID_NUMBER_ABSENT, ImportFault.NUMBER_AND_REASON);
        }
        if (ROUNDED.matcher(text.strip()).matches()) {
            fault(ImportColumn.ID_NUMBER, ImportFault.ROUNDED_BY_SPREADSHEET);
            return null;
        }
        return switch (IdNumber.read(text, today)) {
            case IdNumber.Good(var number) -> number;
            case IdNumber.Wrong(var why) -> {
                fault(ImportColumn.ID_NUMBER, ImportFault.valueOf(why.name()));
                yield null;
            }
        };
    }

    private @Nullable Sex sex(@Nullable Sex typed, @Nullable IdNumber number) {
        if (number == null) {
            if (typed == null && !isFaulty(ImportColumn.ID_NUMBER)) {
                fault(ImportColumn.SEX, ImportFault.MISSING);
            }
            return typed;
        }
        if (typed != null && typed != number.sex()) {
            fault(ImportColumn.SEX, ImportFault.SEX_DIFFERS);
        }
        return number.sex();
    }

    private @Nullable LocalDate birth(@Nullable LocalDate typed, @Nullable IdNumber number) {
        if (typed != null && typed.isAfter(today)) {
            fault(ImportColumn.BIRTH_DATE, ImportFault.BORN_IN_FUTURE);
        } else if (typed != null && typed.isBefore(EARLIEST_BIRTH)) {
            fault(ImportColumn.BIRTH_DATE, ImportFault.NOT_A_DATE);
        } else if (typed != null && number != null && !typed.equals(number.birthDate())) {
            fault(ImportColumn.BIRTH_DATE, ImportFault.BIRTH_DATE_DIFFERS);
        } else if (typed == null && number == null && !isFaulty(ImportColumn.ID_NUMBER)) {
            fault(ImportColumn.BIRTH_DATE, ImportFault.MISSING);
        }
        return number == null ? typed : number.birthDate();
    }

    private boolean isFaulty(ImportColumn column) {
        return faults.stream().anyMatch(fault -> fault.column() == column);
    }

    private void fault(ImportColumn column, ImportFault fault) {
        faults.add(new Checked.Fault(column, fault));
    }
}
