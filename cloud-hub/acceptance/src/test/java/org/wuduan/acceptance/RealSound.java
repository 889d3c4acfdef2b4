package org.wuduan.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a terminal really plays, by what its browser counts. */
record RealSound(Terminal terminal) {
    /** Where a finger meets nothing but a face: over a small face of the phone lies the key that makes it large. */
    private static final String FACE = "[data-seat]:not(:has([data-action='enlarge']))";

    private record Played(String track, double energy, double seconds) {}

    /** Waits until so many sounds are audible, each louder and longer with time: none is blocked, muted or empty. */
    void plays(int others) {
        var before = played();
        Patience.untilNothingIsMissing(() -> {
            var now = played();
            long growing = now.values().stream()
                    .filter(sound -> grew(before.get(sound.track()), sound))
                    .count();
            return growing >= others
                    ? ""
                    : "%s plays %d of %d others: %s after %s".formatted(terminal.name(), growing, others, now, before);
        });
    }

    /**
     * After a reload a browser may keep sound back until a person touches the page, and the page says so: touches it when
     * it asks, and waits until so many sounds are played.
     */
    void playsOnceTouched(int others) {
        Patience.untilNothingIsMissing(() -> {
            if (terminal.shows("[data-state='sound-blocked']")) {
                terminal.click(FACE);
            }
            int played = played().size();
            return played >= others ? "" : "%s plays %d of %d others".formatted(terminal.name(), played, others);
        });
    }

    /**
     * Waits until so many sounds are played on a page that nobody has touched. Asked past Playwright, whose own questions
     * count as a touch.
     */
    void playsUntouched(int others) {
        var page = terminal.page();
        var session = page.context().newCDPSession(page);
        Patience.untilNothingIsMissing(() -> {
            var answer = untouched(session, "window.wuduanDevices?.playingUntouched()");
            return answer.equals(String.valueOf(others))
                    ? ""
                    : "sounds on the untouched page: %s of %s"
                            .formatted(answer, untouched(session, "window.wuduanReader?.media()"));
        });
        session.detach();
    }

    private static String untouched(CDPSession session, String question) {
        var asked = new JsonObject();
        asked.addProperty("expression", question);
        var value = session.send("Runtime.evaluate", asked)
                .getAsJsonObject("result")
                .get("value");
        return value == null ? "nothing yet" : value.getAsString();
    }

    private static boolean grew(@Nullable Played before, Played now) {
        double energy = before == null ? 0 : before.energy();
        double seconds = before == null ? 0 : before.seconds();
        return now.energy() > energy && now.seconds() > seconds;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Played> played() {
        var raw = (List<Map<String, Object>>) terminal.page().evaluate("() => window.wuduanDevices.sounds()");
        return raw.stream()
                .map(one -> new Played(String.valueOf(one.get("track")), number(one, "energy"), number(one, "seconds")))
                .collect(Collectors.toMap(Played::track, sound -> sound, (one, other) -> one));
    }

    private static double number(Map<String, Object> from, String name) {
        return from.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
