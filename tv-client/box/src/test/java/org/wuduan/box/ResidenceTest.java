package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.contract.BoxLive.BoxState;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.wearables.gatt.Profile;

/** A box that is taken in, moved, taken out and given away. */
class ResidenceTest {
    @TempDir
    Path folder;

    private FakeHub hub;

    @BeforeEach
    void a_hub() throws Exception {
        hub = FakeHub.start();
    }

    @AfterEach
    void end() throws Exception {
        hub.close();
    }

    @Test
    void a_box_without_code_shows_one_and_goes_on_by_itself_once_it_is_confirmed() throws Exception {
        try (var box = RunningBox.withoutCode(folder, hub)) {
            Eventually.until("a code is shown", () -> code(box) != null);
            assertThat(box.state().hub()).isEqualTo(BoxState.Hub.NOT_ENROLLED);
            assertThat(box.state().familyPage()).isEqualTo(hub.address() + "/family/");
            measure(box);

            hub.confirm();

            Eventually.until("it is taken in", () -> box.state().hub() == BoxState.Hub.UP);
            assertThat(box.state().enrolment()).isNull();
            Eventually.until("what was measured before is delivered", () -> hub.stored.size() == 1);
        }
    }

    @Test
    void a_box_that_was_confirmed_while_it_was_off_is_taken_in_at_its_next_start() throws Exception {
        try (var box = RunningBox.withoutCode(folder, hub)) {
            Eventually.until("a code is shown", () -> code(box) != null);
        }
        hub.confirm();

        try (var box = RunningBox.withoutCode(folder, hub)) {
            Eventually.until("it is taken in", () -> box.state().hub() == BoxState.Hub.UP);
        }
    }

    @Test
    void a_removed_box_says_so_shows_a_new_code_and_sends_nothing_of_the_old_household() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            var boxId = box.state().boxId();
            hub.stop();
            measure(box);
            Eventually.until("a reading waits", () -> box.state().outboxWaiting() == 1);
            hub.remove(boxId);
            hub.restart();

            Eventually.until("it knows that it was removed", () -> code(box) != null);

            assertThat(box.state().enrolment())
                    .isNotNull()
                    .extracting(BoxState.Enrolment::removedAt)
                    .isNotNull();
            assertThat(box.state().boxId()).isNotEqualTo(boxId);
            assertThat(box.state().outboxWaiting()).isZero();
            assertThat(box.state().outboxKeptHere()).isOne();
            hub.confirm();
            Eventually.until("another household takes it in", () -> box.state().hub() == BoxState.Hub.UP);
            measure(box);
            Eventually.until("the new reading is delivered", () -> !hub.stored.isEmpty());
            assertThat(hub.stored).hasSize(1);
            assertThat(box.state().outboxKeptHere()).isOne();
        }
    }

    @Test
    void what_is_measured_between_two_households_stays_in_the_box() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            hub.remove(box.state().boxId());
            box.get("/api/me");
            Eventually.until("it knows that it was removed", () -> code(box) != null);
            measure(box);
            Eventually.until("a reading waits", () -> box.state().outboxWaiting() == 1);

            hub.confirm();

            Eventually.until("it is taken in", () -> box.state().hub() == BoxState.Hub.UP);
            Eventually.until(
                    "it stays", () -> Integer.valueOf(1).equals(box.state().outboxKeptHere()));
            assertThat(hub.stored).isEmpty();
        }
    }

    @Test
    void a_removed_box_that_lost_its_power_meanwhile_is_still_removed() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            hub.remove(box.state().boxId());
            box.get("/api/me");
            Eventually.until("it knows that it was removed", () -> code(box) != null);
        }

        try (var box = RunningBox.withoutCode(folder, hub)) {
            Eventually.until("a code is shown", () -> code(box) != null);
            assertThat(box.state().enrolment())
                    .isNotNull()
                    .extracting(BoxState.Enrolment::removedAt)
                    .isNotNull();
        }
    }

    @Test
    void a_moved_box_forgets_what_it_spoke_for_the_old_household() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            box.get("/box/speech?language=en&text=hello");
            var speech = box.settings.data().resolve("speech");
            assertThat(spoken(speech)).isPositive();
            hub.household = new NamedHousehold(ReadingIds.at(Fixtures.NOW), "另一家");
            hub.forgetTokens();

            box.get("/api/me");

            Eventually.until("what was spoken is forgotten", () -> spoken(speech) == 0);
            Eventually.until(
                    "it knows its new household",
                    () -> text(box.settings.data().resolve("enrolment.json")).contains("另一家"));
        }
    }

    @Test
    void a_reset_tells_the_hub_and_leaves_a_new_box() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            var boxId = box.state().boxId();

            var answer = box.post("/box/factory-reset", "{\"unsent\":0}");

            assertThat(answer).startsWith("HTTP/1.1 204");
            assertThat(hub.heard).anyMatch(one -> one.uri().equals("/api/boxes/" + boxId + "/remove"));
            Eventually.until("a code is shown", () -> hub.announced.size() == 1);
            assertThat(box.state().boxId()).isNotEqualTo(boxId);
        }
    }

    @Test
    void a_reset_that_would_lose_more_than_was_agreed_does_nothing() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            var boxId = box.state().boxId();
            hub.stop();
            measure(box);
            Eventually.until("a reading waits", () -> box.state().outboxWaiting() == 1);

            var refused = box.post("/box/factory-reset", "{\"unsent\":0}");
            assertThat(refused).startsWith("HTTP/1.1 409");
            assertThat(box.state().boxId()).isEqualTo(boxId);

            assertThat(box.post("/box/factory-reset", "{\"unsent\":1}")).startsWith("HTTP/1.1 204");
            assertThat(box.state().outboxWaiting()).isZero();
        }
    }

    @Test
    void a_reset_is_asked_for_in_the_right_form_by_the_page_alone() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            assertThat(box.get("/box/factory-reset")).startsWith("HTTP/1.1 405");
            assertThat(box.post("/box/factory-reset", "{}")).startsWith("HTTP/1.1 422");
            assertThat(box.post("/box/factory-reset", "x".repeat(1025))).startsWith("HTTP/1.1 413");
            assertThat(box.send("POST /box/factory-reset", "Host: " + box.authority, "Content-Length: 0"))
                    .startsWith("HTTP/1.1 401");
        }
    }

    private static @Nullable String code(RunningBox box) {
        var enrolment = box.state().enrolment();
        return enrolment == null ? null : enrolment.code();
    }

    private static void measure(RunningBox box) {
        box.radio.comesNear(Fixtures.CUFF);
        box.radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);
    }

    private static long spoken(Path folder) {
        try (var files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
