package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.contract.BoxLive;
import org.wuduan.contract.BoxLive.BoxMeasurement;
import org.wuduan.contract.WireJson;
import org.wuduan.wearables.RadioEvent.Reason;
import org.wuduan.wearables.RadioListener;
import org.wuduan.wearables.fake.FakeRadio;
import org.wuduan.wearables.gatt.Profile;

class BoxTest {
    @TempDir
    Path folder;

    private FakeHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = FakeHub.start();
    }

    @AfterEach
    void end() throws Exception {
        hub.close();
    }

    @Test
    void a_measurement_is_shown_as_saved_then_delivered_and_the_hub_has_it() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            var page = box.open(box.socket("/box/live"));
            page.hears("\"type\":\"state\"");
            box.radio.comesNear(Fixtures.CUFF);

            box.radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);

            page.hears("\"stage\":\"saved\"");
            page.hears("\"stage\":\"delivered\"");
            page.hears("\"link\":\"connected\"");
            var shown = page.texts().stream()
                    .map(text -> WireJson.mapper().readValue(text, BoxLive.class))
                    .filter(BoxMeasurement.class::isInstance)
                    .map(one -> ((BoxMeasurement) one).reading())
                    .distinct()
                    .toList();
            assertThat(shown).hasSize(1);
            assertThat(hub.stored).containsExactly(shown.getFirst().id());
        }
    }

    @Test
    void of_a_burst_every_reading_is_told_to_the_page_as_saved() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            var page = box.open(box.socket("/box/live"));
            page.hears("\"type\":\"state\"");
            box.radio.comesNear(Fixtures.CUFF);
            var together = Collections.nCopies(RadioListener.TOGETHER_MAX, Fixtures.PRESSURE);

            for (int burst = 0; burst < 5; burst++) {
                box.radio.sendsTogether(Fixtures.CUFF, Profile.BLOOD_PRESSURE, together);
            }

            Eventually.until("all are told", () -> told(page, "saved") == 5 * together.size());
            Eventually.until("all are delivered", () -> told(page, "delivered") == 5 * together.size());
        }
    }

    private static long told(RunningBox.Page page, String stage) {
        return page.texts().stream()
                .filter(text -> text.contains("\"stage\":\"" + stage + "\""))
                .distinct()
                .count();
    }

    @Test
    void while_the_hub_is_away_readings_wait_and_a_restarted_box_delivers_them_once() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            hub.stop();
            box.radio.comesNear(Fixtures.CUFF);
            box.radio.sends(Fixtures.CUFF, Profile.BLOOD_PRESSURE, Fixtures.PRESSURE);
            assertThat(box.get("/box/state")).contains("\"outboxWaiting\":1");
        }

        hub.restart();
        try (var box = RunningBox.enrolled(folder, hub)) {
            Eventually.until("delivered", () -> box.get("/box/state").contains("\"outboxWaiting\":0"));
            assertThat(hub.stored).hasSize(1);
        }
    }

    @Test
    void a_box_enrols_when_the_hub_comes_and_keeps_its_name_and_launch_token() throws Exception {
        hub.stop();
        String token;
        try (var box = new RunningBox(folder, hub)) {
            token = box.token();
            assertThat(box.get("/box/state")).contains("\"hub\":\"not_enrolled\"");

            hub.restart();

            Eventually.until("enrolled", () -> box.get("/box/state").contains("\"hub\":\"up\""));
        }

        try (var again = RunningBox.enrolled(folder, hub)) {
            assertThat(again.token()).isEqualTo(token);
            assertThat(again.log.toString()).contains("\"enrolled\":true").doesNotContain("box.enrolled");
        }
    }

    @Test
    void the_state_tells_when_the_radio_is_off_and_a_wearable_is_lost() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            assertThat(box.get("/box/state")).contains("\"radio\":\"on\"");
            box.radio.comesNear(Fixtures.CUFF);

            box.radio.becomesUnavailable(Reason.ADAPTER_OFF);

            assertThat(box.get("/box/state")).contains("\"radio\":\"off\"").contains("\"link\":\"lost\"");
        }
    }

    @Test
    void a_taken_port_and_a_second_box_on_the_same_folder_are_said_in_one_sentence() throws Exception {
        try (var box = RunningBox.enrolled(folder, hub)) {
            assertThatThrownBy(() -> Box.start(box.settings, new FakeRadio(), Fixtures.silentLog()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another box already uses the folder");

            var other = Fixtures.settings(folder.resolve("other"), box.settings.port(), hub.address());
            assertThatThrownBy(() -> Box.start(other, new FakeRadio(), Fixtures.silentLog()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Port " + box.settings.port());
        }
    }

    @Test
    void a_wrong_property_is_named() {
        var properties = new Properties();
        properties.putAll(
                Map.of("box.data", "data", "box.port", "8081", "box.host", "tv-1.localhost", "box.web", "web"));

        assertThatThrownBy(() -> BoxSettings.of(properties)).hasMessage("The property box.hub is missing.");
        properties.setProperty("box.hub", "ftp://hub");
        assertThatThrownBy(() -> BoxSettings.of(properties)).hasMessageContaining("box.hub");
        properties.setProperty("box.hub", "http://127.0.0.1:8080");
        properties.setProperty("box.port", "70000");
        assertThatThrownBy(() -> BoxSettings.of(properties)).hasMessageContaining("box.port");
        properties.setProperty("box.port", "8081");
        properties.setProperty("box.zone", "Moon/Sea");
        assertThatThrownBy(() -> BoxSettings.of(properties)).hasMessageContaining("box.zone");
    }
}
