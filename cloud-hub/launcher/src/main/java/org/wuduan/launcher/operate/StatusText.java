package org.wuduan.launcher.operate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How everything is, one line a part, the ill ones first. */
final class StatusText {
    /** A box may be switched off, and a drain is somebody's wish. */
    private static final Set<String> NO_TROUBLE = Set.of("well", "away", "draining");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StatusText() {}

    /** @return whether every part is well, as far as it is known */
    static boolean print(JsonNode status, PrintStream out) {
        out.printf(
                "at %s: %d calls, %d consultations under way, %d waiting, %d of %d boxes on line%n",
                status.path("at").asString(),
                status.path("calls").asInt(),
                status.path("underWay").asInt(),
                status.path("waiting").asInt(),
                status.path("boxesOnLine").asInt(),
                status.path("boxes").asInt());
        if (status.hasNonNull("noNewCallsSince")) {
            out.println("no new consultations since "
                    + status.path("noNewCallsSince").asString());
        }
        boolean well = true;
        for (var part : status.path("parts")) {
            well &= NO_TROUBLE.contains(part.path("state").asString());
            out.println(line(part));
        }
        return well;
    }

    /** What the launcher wrote last, for when the hub can't say anything; nothing when there is no such file. */
    static void printProcesses(Path written, PrintStream out) {
        try {
            var page = JSON.readTree(Files.readString(written));
            out.println("as the launcher wrote at " + page.path("at").asString() + ":");
            for (var process : page.path("processes")) {
                out.printf(
                        "%-12s process  %s  since %s%n",
                        process.path("state").asString(),
                        process.path("name").asString(),
                        process.path("since").asString());
            }
        } catch (IOException | JacksonException notThere) {
            out.println("The launcher has written nothing about its processes.");
        }
    }

    private static String line(JsonNode part) {
        var line = new StringBuilder(String.format(
                "%-8s %-8s %s",
                part.path("state").asString(),
                part.path("kind").asString(),
                part.path("name").asString()));
        if (part.hasNonNull("since")) {
            line.append("  since ").append(part.path("since").asString());
        }
        if (part.hasNonNull("why")) {
            line.append("  ").append(part.path("why").asString().replace('_', ' '));
        }
        for (var number : new String[] {"calls", "waiting", "freeMib"}) {
            if (part.hasNonNull(number)) {
                line.append("  ")
                        .append(number)
                        .append(' ')
                        .append(part.path(number).asLong());
            }
        }
        return line.toString();
    }
}
