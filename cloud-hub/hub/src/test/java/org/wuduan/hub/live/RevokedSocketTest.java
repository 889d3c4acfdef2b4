package org.wuduan.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Boxes;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.NewBox;

/** A box that was taken out of its household and does not let go of its socket. */
class RevokedSocketTest extends HubTest {
    private static final int ALL = 1 << 20;

    @Test
    void a_box_that_ignores_the_end_gets_nothing_more_and_is_not_heard() throws Exception {
        var town = town();
        var box = new NewBox(port, "127.0.0.131");
        var confirmed =
                town.child.post("/api/boxes/confirmations", new Boxes.ConfirmBox(box.code(), town.household, "客厅"));
        assertThat(confirmed.statusCode()).isEqualTo(201);
        try (var stubborn = new RawReader(port, box.signedIn())) {
            stubborn.sendText("{\"type\":\"hello\",\"id\":\"1\",\"protocol\":1}");
            stubborn.sendText("{\"type\":\"watch\",\"id\":\"2\",\"stream\":\"inbox\"}");
            Eventually.holds(
                    "welcomed and shown the inbox", () -> read(stubborn).isEmpty() && stubborn.texts() >= 2);

            town.child.post("/api/boxes/" + box.id + "/remove", null);
            Eventually.holds("told that it is over", () -> read(stubborn).orElse(0) == 4401);

            int before = stubborn.texts();
            sayIfItCan(stubborn, "{\"type\":\"watch\",\"id\":\"3\",\"stream\":\"vitals/" + town.patient + "\"}");
            var television = town.live(town.box);
            television.watch("inbox");
            UUID asked = town.request();
            television.awaitNewest(
                    "inbox",
                    View.BoxInbox.class,
                    view -> view.consultation() != null
                            && view.consultation().consultationId().equals(asked));
            read(stubborn);
            assertThat(stubborn.texts()).isEqualTo(before);
        }
    }

    /** The hub may have ended the connection beneath already. */
    private static void sayIfItCan(RawReader reader, String text) {
        try {
            reader.sendText(text);
        } catch (IOException ended) {
            assertThat(ended).isNotNull();
        }
    }

    private static OptionalInt read(RawReader reader) {
        try {
            return reader.read(ALL);
        } catch (IOException closed) {
            return OptionalInt.empty();
        }
    }
}
