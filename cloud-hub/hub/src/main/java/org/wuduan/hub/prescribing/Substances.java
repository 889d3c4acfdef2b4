package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds substances in what people write. A word that is not known is told, and never taken for harmless. */
final class Substances {
    private record Word(String code, String word) {
        @Override
        public String toString() {
            return "Word[‹redacted›]";
        }
    }

    private static final List<Word> WORDS = DrugTables.shipped("substances.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", 2))
            .map(cells -> new Word(cells[0], cells[1]))
            .toList();

    /** What people write between two substances. */
    private static final Pattern BETWEEN = Pattern.compile("[、，,；;和及\\r\\n]");

    private Substances() {}

    /** The codes of every substance and group that a text names. */
    static Set<String> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> lower.contains(word.word()))
                .map(Word::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The parts of a text in which no substance is known; the whole where none is known in all of it. */
    static List<String> unknownIn(String text) {
        return in(text).isEmpty()
                ? List.of(text)
                : BETWEEN.splitAsStream(text)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty() && in(part).isEmpty())
                        .toList();
    }
}
