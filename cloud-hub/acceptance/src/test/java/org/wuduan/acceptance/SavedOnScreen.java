package org.wuduan.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the box has told its television page: which readings are saved, and how many still wait. */
final class SavedOnScreen {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Page page;
    private final Map<String, String> saved = new TreeMap<>();
    private boolean connected;
    private int waiting = -1;
    private boolean hubIsUp;

    /** Begins before the page is opened. */
    SavedOnScreen(Page page) {
        this.page = page;
        page.onWebSocket(socket -> {
            if (socket.url().contains("/box/live")) {
                socket.onFrameReceived(this::read);
                socket.onClose(closed -> {
                    connected = false;
                    hubIsUp = false;
                });
            }
        });
    }

    private void read(WebSocketFrame frame) {
        var message = JSON.readTree(frame.text());
        switch (message.path("type").stringValue()) {
            case "state" -> {
                connected = true;
                waiting = message.path("outboxWaiting").intValue();
                hubIsUp = message.path("hub").stringValue().equals("up");
            }
            case "measurement" -> keep(message);
            default -> throw new AssertionError("the box says what nobody knows: " + message.path("type"));
        }
    }

    private void keep(JsonNode measurement) {
        if (measurement.path("stage").stringValue().equals("saved")) {
            var reading = measurement.path("reading");
            saved.put(reading.path("id").stringValue(), reading.path("bytes").stringValue());
        }
    }

    /** Ids of the readings of which the box said that they are in its outbox. */
    Set<String> saved() {
        return Set.copyOf(saved.keySet());
    }

    /** Whether the box has said that it saved these bytes. */
    boolean hasSaved(String bytes) {
        watch(1);
        return saved.containsValue(bytes);
    }

    /** Whether the page hears the box now. */
    boolean isConnected() {
        watch(1);
        return connected;
    }

    /** Whether the box said last that nothing waits. */
    boolean nothingWaits() {
        watch(1);
        return waiting == 0;
    }

    /** Whether the box said last that it reaches the hub. */
    boolean hubIsUp() {
        watch(1);
        return hubIsUp;
    }

    /** Lets time go by; Playwright hands out what a page hears only meanwhile. */
    void watch(int millis) {
        page.waitForTimeout(millis);
    }
}
