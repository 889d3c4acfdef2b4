package org.wuduan.hub.household;

import java.util.List;
import java.util.Locale;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFault;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** What became of a form or a row of a file: details that can be kept, or all that is wrong with it. */
sealed interface Checked<T> {
    /** Nothing is wrong. */
    record Good<T>(T details) implements Checked<T> {}

    /** At least one thing is wrong. */
    record Faulty<T>(List<Fault> faults) implements Checked<T> {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** One thing that is wrong with one field. */
    record Fault(ImportColumn column, ImportFault fault) {
        /** The name of the field in a form. */
        private String field() {
            return switch (column) {
                case HOUSEHOLD, NAME -> "name";
                case ADDRESS -> "address";
                case PHONE -> "phone";
                case SEX -> "sex";
                case BIRTH_DATE -> "birthDate";
                case ID_NUMBER -> "idNumber";
                case ID_NUMBER_ABSENT -> "idNumberAbsent";
            };
        }

        private <T> Refused<T> refusal() {
            return Refused.field(field(), fault.name().toLowerCase(Locale.ROOT));
        }
    }

    /** For a form, of which the first fault is told. */
    default Outcome<T> outcome() {
        return switch (this) {
            case Good<T>(var details) -> Outcome.of(details);
            case Faulty<T>(var faults) -> faults.getFirst().refusal();
        };
    }
}
