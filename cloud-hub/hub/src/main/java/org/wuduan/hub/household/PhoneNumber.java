package org.wuduan.hub.household;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number inside China: a mobile one (11 digits, 13 to 19 first), or a fixed one with its area code. Many
 * homes with old people have only the fixed one.
 */
public final class PhoneNumber {
    private static final Pattern FILLING = Pattern.compile("[ \\-()\\u2010-\\u2015]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    /** Area codes have three digits (010, 02x) or four, the numbers behind them seven or eight. */
    private static final Pattern FIXED = Pattern.compile("0(10|2[0-9])[2-9][0-9]{6,7}|0[3-9][0-9]{2}[2-9][0-9]{6,7}");

    private static final int TYPED_MAX = 40;

    private PhoneNumber() {}

    /** The digits as they are kept, without country code; nothing when it is no number. */
    public static Optional<String> read(String typed) {
        if (typed.length() > TYPED_MAX) {
            return Optional.empty();
        }
        var filled = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var digits = COUNTRY.matcher(FILLING.matcher(filled).replaceAll("")).replaceFirst("");
        boolean good = MOBILE.matcher(digits).matches() || FIXED.matcher(digits).matches();
        return good ? Optional.of(digits) : Optional.empty();
    }
}
