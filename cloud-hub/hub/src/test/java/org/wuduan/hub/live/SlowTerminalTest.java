package org.wuduan.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;

/** A terminal that reads less than it is sent, on a real socket with a real kernel between. */
class SlowTerminalTest extends HubTest {
    /** What is asked between two looks leads to about three times as many bytes as are then read. */
    private static final int ASKED_AT_ONCE = 100;

    private static final int READ_AT_ONCE_BYTES = 8 * 1024;
    /** Far more than all buffers on the way hold. */
    private static final int ROUNDS_MAX = 20_000;

    @Autowired
    Connections connections;

    @Test
    void it_is_closed_with_4008_and_the_others_go_on() throws Exception {
        var town = town();
        try (var slow = new RawReader(port, town.child);
                var other = town.live(town.doctor)) {
            slow.sendText("{\"type\":\"hello\",\"id\":\"hello\",\"protocol\":1}");
            Eventually.holds("the slow one is welcomed", () -> isConnected(town.childId));

            assertThat(askMoreThanIsRead(slow)).hasValue(4008);

            other.watch("inbox");
            other.awaitView("inbox", View.DoctorInbox.class, _ -> true);
        }
        Eventually.holds("the slow one is gone", () -> !isConnected(town.childId));
    }

    private static OptionalInt askMoreThanIsRead(RawReader slow) throws Exception {
        var ref = "x".repeat(64);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            for (int asked = 0; asked < ASKED_AT_ONCE; asked++) {
                slow.sendText("{\"type\":\"sing\",\"id\":\"" + ref + "\"}");
            }
            var closed = slow.read(READ_AT_ONCE_BYTES);
            if (closed.isPresent()) {
                return closed;
            }
        }
        return OptionalInt.empty();
    }

    private boolean isConnected(java.util.UUID actor) {
        return connections.all().stream()
                .anyMatch(connection -> connection.actor().id().equals(actor));
    }
}
