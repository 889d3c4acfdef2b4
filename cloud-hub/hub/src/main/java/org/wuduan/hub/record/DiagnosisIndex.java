package org.wuduan.hub.record;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Diagnosis;

/**
 * A list of diagnoses in memory, looked through from end to end for each question: 40,000 names are few. Found by the
 * beginning of a code, a part of a name, or the sounds of a name.
 */
final class DiagnosisIndex {
    /** Shown at once. */
    static final int FOUND_MAX = 20;

    /** Longer questions are no diagnosis. */
    static final int WORDS_MAX = 40;

    private static final Pattern CODE = Pattern.compile("[a-z][0-9][0-9a-z.+*]*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SOUNDS = Pattern.compile("[0-9]*[a-z][a-z0-9]*");

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::at)
            .thenComparingInt(hit -> hit.line().name().length())
            .thenComparing(hit -> hit.line().code());

    private final List<Entry> entries;
    private final Map<String, String> names = new HashMap<>();

    /** A line of the list. @param initials as the list gives them; otherwise the name's sounds serve */
    record Line(String code, String name, @Nullable String initials) {
        @Override
        public String toString() {
            return "Line[‹redacted›]";
        }
    }

    private record Entry(Line line, String code, String name, Pinyin sounds) {
        @Override
        public String toString() {
            return "Entry[‹redacted›]";
        }
    }

    /** @param at where in the entry it fits; the earlier, the better */
    private record Hit(Line line, int at) {}

    DiagnosisIndex(List<Line> lines) {
        this.entries = lines.stream()
                .map(line -> new Entry(
                        line, line.code().toLowerCase(Locale.ROOT), plain(line.name()), Pinyin.of(line.name())))
                .toList();
        lines.forEach(line -> names.put(line.code(), line.name()));
    }

    /** As it is compared: in one width and case, without blanks (２ 型 is 2型). */
    private static String plain(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    Set<String> codes() {
        return Collections.unmodifiableSet(names.keySet());
    }

    boolean holds(Diagnosis diagnosis) {
        return diagnosis.name().equals(names.get(diagnosis.code()));
    }

    List<Diagnosis> find(String words) {
        var typed = plain(words);
        if (typed.isEmpty() || typed.length() > WORDS_MAX) {
            return List.of();
        }
        boolean code = CODE.matcher(typed).matches();
        boolean sounds = SOUNDS.matcher(typed).matches();
        var best = new PriorityQueue<>(BEST_FIRST.reversed());
        for (var entry : entries) {
            int at = place(entry, typed, code, sounds);
            if (at >= 0) {
                keep(best, new Hit(entry.line(), at));
            }
        }
        return best.stream()
                .sorted(BEST_FIRST)
                .map(hit -> new Diagnosis(hit.line().code(), hit.line().name()))
                .toList();
    }

    /** Of thousands that fit one letter only the best are sorted. The worst of those that are kept comes first. */
    private static void keep(PriorityQueue<Hit> best, Hit hit) {
        if (best.size() < FOUND_MAX) {
            best.add(hit);
        } else if (BEST_FIRST.compare(hit, best.element()) < 0) {
            best.remove();
            best.add(hit);
        }
    }

    /** @return where in the entry it fits; -1 when it does not */
    private static int place(Entry entry, String typed, boolean code, boolean sounds) {
        if (code) {
            return entry.code().startsWith(typed) ? 0 : -1;
        }
        if (!sounds) {
            return entry.name().indexOf(typed);
        }
        var initials = entry.line().initials();
        boolean begins =
                initials != null && initials.startsWith(typed) || entry.code().startsWith(typed);
        return begins ? 0 : entry.sounds().find(typed);
    }
}
