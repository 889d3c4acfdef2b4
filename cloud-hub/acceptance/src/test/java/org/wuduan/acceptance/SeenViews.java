package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketFrame;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest view of the consultation that each terminal was sent. Begins before the pages are opened. */
final class SeenViews {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What must be equal on all screens.
     *
     * @param seq head number of the consultation's stream
     * @param seats presence by seat
     */
    record Seen(String consultation, long seq, String state, int generation, Map<String, String> seats) {}

    private final List<Terminal> terminals;
    private final Map<String, Seen> newest = new TreeMap<>();

    SeenViews(List<Terminal> terminals) {
        this.terminals = List.copyOf(terminals);
        for (var terminal : terminals) {
            terminal.page().onWebSocket(socket -> {
                if (socket.url().endsWith("/live") && !socket.url().endsWith("/box/live")) {
                    socket.onFrameReceived(frame -> read(terminal.name(), frame));
                }
            });
        }
    }

    private void read(String terminal, WebSocketFrame frame) {
        var message = JSON.readTree(frame.text());
        var view = message.path("view");
        if (message.path("type").asString("").equals("view")
                && view.path("kind").asString("").equals("consultation")) {
            newest.put(terminal, seen(message.path("seq").asLong(), view));
        }
    }

    private static Seen seen(long seq, JsonNode view) {
        var seats = new TreeMap<String, String>();
        StreamSupport.stream(view.path("call").path("seats").spliterator(), false)
                .forEach(seat -> seats.put(
                        seat.path("id").asString(), seat.path("presence").asString()));
        return new Seen(
                view.path("id").asString(),
                seq,
                view.path("state").asString(),
                view.path("call").path("generation").asInt(),
                seats);
    }

    /** What every terminal was sent last, which must be the same. */
    Seen sameEverywhere() {
        // Playwright hands out what a page hears only while a call to it runs
        terminals.forEach(terminal -> terminal.page().waitForTimeout(1));
        assertThat(newest).as("newest views").hasSize(terminals.size());
        assertThat(newest.values().stream().distinct())
                .as("newest views %s", newest)
                .hasSize(1);
        return newest.values().iterator().next();
    }
}
