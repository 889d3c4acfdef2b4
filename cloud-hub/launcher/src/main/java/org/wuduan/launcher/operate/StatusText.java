package org.wuduan.launcher.operate;

import java.io.PrintStream;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How everything is, one line a part, the ill ones first. */
final class StatusText {
    /** A box may be switched off, and a drain is somebody's wish. */
    private static final Set<String> NO_TROUBLE = Set.of("well", "away", "draining");

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
