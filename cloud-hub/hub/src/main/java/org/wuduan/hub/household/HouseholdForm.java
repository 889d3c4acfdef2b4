package org.wuduan.hub.household;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFault;

/** Checks what is said of a household; the same for a form on a screen and for a row of a file. */
final class HouseholdForm {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

    private HouseholdForm() {}

    /** As kept; no address and no telephone number are empty texts. */
    record Details(String name, String address, String phone) {
        @Override
        public String toString() {
            return "Details[‹redacted›]";
        }
    }

    static Checked<Details> check(String typedName, @Nullable String typedAddress, @Nullable String typedPhone) {
        var faults = new ArrayList<Checked.Fault>();
        var name = oneLine(typedName);
        var address = oneLine(typedAddress == null ? "" : typedAddress);
        if (name.isEmpty()) {
            faults.add(new Checked.Fault(ImportColumn.HOUSEHOLD, ImportFault.MISSING));
        } else if (length(name) > RegistrationLimits.HOUSEHOLD_NAME_MAX) {
            faults.add(new Checked.Fault(ImportColumn.HOUSEHOLD, ImportFault.TOO_LONG));
        } else if (CONTROL.matcher(name).find()) {
            faults.add(new Checked.Fault(ImportColumn.HOUSEHOLD, ImportFault.CHARACTERS));
        }
        if (length(address) > RegistrationLimits.ADDRESS_MAX) {
            faults.add(new Checked.Fault(ImportColumn.ADDRESS, ImportFault.TOO_LONG));
        } else if (CONTROL.matcher(address).find()) {
            faults.add(new Checked.Fault(ImportColumn.ADDRESS, ImportFault.CHARACTERS));
        }
        var phone = "";
        if (typedPhone != null && !typedPhone.isBlank()) {
            phone = PhoneNumber.read(typedPhone).orElse("");
            if (phone.isEmpty()) {
                faults.add(new Checked.Fault(ImportColumn.PHONE, ImportFault.NOT_A_PHONE));
            }
        }
        return faults.isEmpty() ? new Checked.Good<>(new Details(name, address, phone)) : new Checked.Faulty<>(faults);
    }

    private static String oneLine(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
