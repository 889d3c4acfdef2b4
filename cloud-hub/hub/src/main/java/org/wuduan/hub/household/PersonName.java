package org.wuduan.hub.household;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name in a person's papers: Chinese characters, those of the rare blocks too, with the middle dot (·, U+00B7)
 * between the parts of names of many minorities; or Latin letters of any language.
 */
public final class PersonName {
    /** In characters as people count them. */
    public static final int LENGTH_MAX = 64;

    /** What keyboards and old tables put in place of the middle dot. */
    private static final Pattern OTHER_DOTS =
            Pattern.compile("[\\u2022\\u2027\\u2219\\u22C5\\u30FB\\uFF65\\u0387\\u2024\\uFF0E]");

    private static final Pattern AROUND_DOT = Pattern.compile("\\s*\\u00B7\\s*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}〇]+(\\u00B7[\\p{IsHan}〇]+)*");
    private static final Pattern LATIN =
            Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}]*([ .'’-]+[\\p{IsLatin}\\p{M}]+)*[.]?");
    private static final int LENGTH_MIN = 2;

    /** A longer text is not even looked at. */
    private static final int TYPED_MAX = 4 * LENGTH_MAX;

    private PersonName() {}

    /**
     * The name as it is kept: dots of one kind and no spaces around them. Spaces between Chinese characters go, because
     * tables are full of names of two characters that were spaced out to the width of three. Nothing when it is no name.
     */
    public static Optional<String> read(String typed) {
        if (typed.length() > TYPED_MAX) {
            return Optional.empty();
        }
        var dotted = OTHER_DOTS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll("\u00B7");
        var name = SPACES.matcher(AROUND_DOT.matcher(dotted).replaceAll("\u00B7"))
                .replaceAll(" ")
                .strip();
        var closed = name.replace(" ", "");
        if (isGood(closed, CHINESE)) {
            return Optional.of(closed);
        }
        return isGood(name, LATIN) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isGood(String name, Pattern form) {
        int length = name.codePointCount(0, name.length());
        return length >= LENGTH_MIN
                && length <= LENGTH_MAX
                && form.matcher(name).matches();
    }
}
