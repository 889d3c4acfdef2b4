package org.wuduan.hub.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * A name by its sounds: for each character every reading that it has (血 is xue and xie), because a doctor types the one in
 * mind and the hub can't know which is meant. Letters and digits stand for themselves, Ⅱ for 2; signs have no sound.
 */
final class Pinyin {
    private static final HanyuPinyinOutputFormat FORMAT = format();
    private static final Map<Character, List<String>> KNOWN = new ConcurrentHashMap<>();

    private final List<List<String>> readings;
    /** The letters and digits with which any reading begins, a bit for each: most names are passed over by it. */
    private final long begins;

    private Pinyin(List<List<String>> readings) {
        this.readings = readings;
        this.begins = readings.stream()
                .flatMap(List::stream)
                .mapToLong(reading -> bit(reading.charAt(0)))
                .reduce(0, (all, one) -> all | one);
    }

    private static long bit(char begin) {
        return 1L << Character.getNumericValue(begin);
    }

    private static HanyuPinyinOutputFormat format() {
        var format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        // nobody has ü on the keyboard
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }

    static Pinyin of(String name) {
        var readings = new ArrayList<List<String>>();
        for (int at = 0; at < name.length(); at++) {
            var sounds = KNOWN.computeIfAbsent(name.charAt(at), Pinyin::sounds);
            if (!sounds.isEmpty()) {
                readings.add(sounds);
            }
        }
        return new Pinyin(List.copyOf(readings));
    }

    private static List<String> sounds(char character) {
        if (character < 128) {
            return Character.isLetterOrDigit(character)
                    ? List.of(String.valueOf(character).toLowerCase(Locale.ROOT))
                    : List.of();
        }
        if (Character.getType(character) == Character.LETTER_NUMBER) {
            return List.of(String.valueOf(Character.getNumericValue(character)));
        }
        try {
            var found = PinyinHelper.toHanyuPinyinStringArray(character, FORMAT);
            return found == null ? List.of() : Arrays.stream(found).distinct().toList();
        } catch (BadHanyuPinyinOutputFormatCombination theFormatAboveIsGood) {
            throw new IllegalStateException(theFormatAboveIsGood);
        }
    }

    /**
     * Where typed letters first fit: initials (gxy), whole syllables (gaoxueya) or both mixed.
     *
     * @param typed lower-case letters and digits
     * @return the number of the character at which they begin; -1 when they fit nowhere
     */
    int find(String typed) {
        if ((begins & bit(typed.charAt(0))) == 0) {
            return -1;
        }
        for (int from = 0; from < readings.size(); from++) {
            if (fits(typed, 0, from)) {
                return from;
            }
        }
        return -1;
    }

    private boolean fits(String typed, int typedFrom, int at) {
        if (typedFrom == typed.length()) {
            return true;
        }
        if (at == readings.size()) {
            return false;
        }
        for (var reading : readings.get(at)) {
            if (reading.charAt(0) == typed.charAt(typedFrom)) {
                int same = same(reading, typed, typedFrom);
                // the last syllable may be begun only; every other one is its initial or whole
                if (typedFrom + same == typed.length()
                        || fits(typed, typedFrom + 1, at + 1)
                        || (same == reading.length() && same > 1 && fits(typed, typedFrom + same, at + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int same(String reading, String typed, int typedFrom) {
        int same = 0;
        while (same < reading.length()
                && typedFrom + same < typed.length()
                && reading.charAt(same) == typed.charAt(typedFrom + same)) {
            same++;
        }
        return same;
    }
}
