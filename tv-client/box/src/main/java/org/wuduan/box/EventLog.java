package org.wuduan.box;

import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.wuduan.contract.WireJson;

/** JSON logs, one event a line. Holds ids, counts, durations and kinds of faults; never names, values, tokens or texts. */
final class EventLog {
    private static final String BUG = ".bug";

    private final Clock clock;
    private final PrintStream out;

    EventLog(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    /**
     * Writes one line.
     *
     * @param event named like an event, for example {@code readings.delivered}
     * @param details names and values in turn
     */
    void event(String event, Object... details) {
        if (details.length % 2 != 0) {
            throw new IllegalArgumentException("details are pairs of a name and a value");
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("at", clock.instant().toString());
        line.put("part", "box");
        line.put("level", event.endsWith(BUG) ? "ERROR" : "INFO");
        line.put("event", event);
        for (int i = 0; i < details.length; i += 2) {
            line.put(details[i].toString(), details[i + 1]);
        }
        out.println(WireJson.mapper().writeValueAsString(line));
    }

    /** The kind of a fault without its message, which could hold an address, a path or a value. */
    static String kind(Throwable fault) {
        return fault.getClass().getSimpleName();
    }
}
