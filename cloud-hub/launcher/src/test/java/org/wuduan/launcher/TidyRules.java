package org.wuduan.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the house for plain files that no compiler or formatter checks. Pure: a path and a text in, complaints out. */
final class TidyRules {

    static final int LINES_MAX = 400;

    private static final Set<String> TEXT =
            Set.of("java", "ts", "tsx", "mjs", "js", "css", "html", "sh", "xml", "json", "sql", "properties", "md");
    private static final Set<String> COUNTED = Set.of("java", "ts", "tsx", "mjs", "css", "sh", "");
    private static final Set<String> GENERATED = Set.of("cloud-hub/contract/web/src/messages.ts", "package-lock.json");

    // Put together from parts so that this file keeps its own rules.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern AUTHOR = Pattern.compile("@auth" + "or\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.~$}])/(work|root|tmp|home/\\w+)/\\w");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sl" + "eep\\(");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl)\\.java");

    private TidyRules() {}

    /** Every complaint about one file, each with its line; empty when it is tidy or not a text of ours. */
    static List<String> complaints(String path, String text) {
        var extension = extensionOf(path);
        // Without an ending a file is a script of ours or, among other things, golden bytes for a fuzz test.
        boolean isText = extension.isEmpty() ? text.startsWith("#!") : TEXT.contains(extension);
        if (!isText || GENERATED.contains(path)) {
            return List.of();
        }
        var found = new ArrayList<String>();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var at = path + ":" + (i + 1) + " ";
            complaintsAboutLine(path, lines[i]).forEach(complaint -> found.add(at + complaint));
        }
        if (COUNTED.contains(extension) && lines.length - 1 > LINES_MAX) {
            found.add(path + " has " + (lines.length - 1) + " lines, more than " + LINES_MAX);
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            found.add(path + " does not end with a line break");
        }
        if (EMPTY_NAME.matcher(path).matches()) {
            found.add(path + " has a name that says nothing: name it by what it is");
        }
        return found;
    }

    private static List<String> complaintsAboutLine(String path, String line) {
        var found = new ArrayList<String>();
        if (!line.equals(line.stripTrailing())) {
            found.add("ends with blanks");
        }
        if (UNFINISHED.matcher(line).find()) {
            found.add("leaves something unfinished");
        }
        if (AUTHOR.matcher(line).find()) {
            found.add("names an author");
        }
        if (MACHINE_PATH.matcher(line).find()) {
            found.add("names a folder of one machine");
        }
        if (path.contains("/src/test/") && SLEEP.matcher(line).find()) {
            found.add("sleeps in a test: wait for a condition");
        }
        return found;
    }

    /** The letters after the last dot; empty for scripts such as {@code run} and for files that begin with a dot. */
    private static String extensionOf(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? (name.startsWith(".") ? "dotfile" : "") : name.substring(dot + 1);
    }
}
