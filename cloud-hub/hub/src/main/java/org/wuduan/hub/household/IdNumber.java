package org.wuduan.hub.household;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.wuduan.contract.Sex;

/**
 * A citizen identification number (公民身份号码, GB 11643-1999): six digits of region (GB/T 2260), eight of the date of
 * birth, three of sequence of which the last is odd for men and even for women, and a check digit (ISO 7064, MOD 11-2).
 * Residence permits of residents of Hong Kong, Macao and Taiwan are numbered in the same way.
 */
public final class IdNumber {
    public static final int LENGTH = 18;

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");

    /** The first two digits: provinces and what ranks with them, and 81 to 83 of the residence permits. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /** By remainder; ISO 7064, MOD 11-2. */
    private static final String CHECK_DIGITS = "10X98765432";

    private static final int MODULUS = 11;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final String digits;

    private IdNumber(String digits) {
        this.digits = digits;
    }

    /** What a typed number turned out to be. */
    public sealed interface Reading {}

    /** A number that could be somebody's. */
    public record Good(IdNumber number) implements Reading {}

    /** No number of anybody, and the first reason why. */
    public record Wrong(Fault fault) implements Reading {}

    /** Why a text is no ID number. */
    public enum Fault {
        LENGTH,
        CHARACTERS,
        REGION,
        BIRTH_DATE,
        BORN_IN_FUTURE,
        CHECK_DIGIT;

        /** The word on the wire. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads what a person typed or a table holds: full-width digits, a small x and spaces around are forgiven.
     *
     * @param today where the clinic is; nobody is born later
     */
    public static Reading read(String typed, LocalDate today) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        if (digits.length() != LENGTH) {
            return new Wrong(Fault.LENGTH);
        }
        if (!FORM.matcher(digits).matches()) {
            return new Wrong(Fault.CHARACTERS);
        }
        if (!PROVINCES.contains(digits.substring(0, 2))) {
            return new Wrong(Fault.REGION);
        }
        var number = new IdNumber(digits);
        try {
            var birth = number.birthDate();
            if (birth.isBefore(EARLIEST_BIRTH)) {
                return new Wrong(Fault.BIRTH_DATE);
            }
            if (birth.isAfter(today)) {
                return new Wrong(Fault.BORN_IN_FUTURE);
            }
        } catch (DateTimeException noSuchDay) {
            return new Wrong(Fault.BIRTH_DATE);
        }
        return digits.charAt(LENGTH - 1) == checkDigit(digits) ? new Good(number) : new Wrong(Fault.CHECK_DIGIT);
    }

    /** The check digit of the first 17 digits: weights are the powers of two, modulo 11. */
    static char checkDigit(String digits) {
        int sum = 0;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum = (sum + digits.charAt(place) - '0') * 2 % MODULUS;
        }
        return CHECK_DIGITS.charAt(sum);
    }

    public LocalDate birthDate() {
        return LocalDate.of(
                Integer.parseInt(digits, 6, 10, 10),
                Integer.parseInt(digits, 10, 12, 10),
                Integer.parseInt(digits, 12, 14, 10));
    }

    public Sex sex() {
        return (digits.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** All 18 characters; for the vault and for the one screen that shows them on demand. */
    public String whole() {
        return digits;
    }

    /** As screens show it: the province's digits and the last four. */
    public String masked() {
        return masked(digits);
    }

    static String masked(String digits) {
        return digits.substring(0, 3) + "*".repeat(LENGTH - 7) + digits.substring(LENGTH - 4);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "IdNumber[‹redacted›]";
    }
}
