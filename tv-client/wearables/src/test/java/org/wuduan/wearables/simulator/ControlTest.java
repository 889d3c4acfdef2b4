package org.wuduan.wearables.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.wearables.bluez.BlueZRadio;
import org.wuduan.wearables.fixtures.HeardEvents;
import org.wuduan.wearables.fixtures.PrivateBus;

/** The control by HTTP, with a real radio listening. */
class ControlTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:04Z"), ZoneOffset.UTC);
    private static final String MEASURED = "1e8e0056006900ea070b160a0f044800010000";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PrivateBus bus;

    @SuppressWarnings("NullAway.Init")
    private Household household;

    @SuppressWarnings("NullAway.Init")
    private Control control;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws IOException, DBusException {
        bus = new PrivateBus(folder);
        household = new Household(bus.address(), 1, CLOCK, () -> {});
        household.devices().forEach(device -> device.worn(device instanceof Cuff));
        household.start();
        control = new Control(household, 0);
    }

    @AfterEach
    void close() {
        control.close();
        household.close();
        bus.close();
        http.close();
    }

    private HttpResponse<String> request(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_measurement_is_answered_with_the_bytes_that_the_radio_then_hears() {
        HeardEvents heard = new HeardEvents();

        HttpResponse<String> answer =
                request("POST", "/devices/cuff/measure", "{\"systolic\":142,\"diastolic\":86,\"pulse\":72}");
        try (BlueZRadio radio = new BlueZRadio(bus.address())) {
            radio.admit(Set.of("C0:00:00:00:01:01", "C0:00:00:00:01:03"));
            radio.start(heard);
            heard.awaitValues(1);
        }

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"id\":\"cuff-1\"", "\"bytes\":\"" + MEASURED + "\"", "\"kept\":true");
        assertThat(heard.hex()).containsExactly(MEASURED);
    }

    @Test
    void a_shared_cuff_says_which_of_its_users_it_was() {
        String second = request(
                        "POST", "/devices/cuff/measure", "{\"systolic\":142,\"diastolic\":86,\"pulse\":72,\"user\":2}")
                .body();
        String nobody = request(
                        "POST",
                        "/devices/cuff/measure",
                        "{\"systolic\":142,\"diastolic\":86,\"pulse\":72,\"user\":255}")
                .body();

        assertThat(second).contains("4800" + "02" + "0000");
        assertThat(nobody).contains("4800" + "ff" + "0000");
    }

    @Test
    void any_bytes_can_be_sent_from_any_characteristic_of_the_device() {
        HeardEvents heard = new HeardEvents();
        try (BlueZRadio radio = new BlueZRadio(bus.address())) {
            radio.admit(Set.of("C0:00:00:00:01:01", "C0:00:00:00:01:03"));
            radio.start(heard);
            request("POST", "/devices/oximeter/readings", "01 02");
            heard.awaitValues(1);
            request("POST", "/devices/oximeter/readings?characteristic=2a5f", "ff");
            heard.awaitValues(2);
        }

        assertThat(heard.hex()).containsExactly("0102", "ff");
    }

    @Test
    void a_cuff_whose_clock_is_not_set_sends_no_date() {
        request("PUT", "/devices/cuff/clock-set", "false");

        HttpResponse<String> answer =
                request("POST", "/devices/cuff/measure", "{\"systolic\":142,\"diastolic\":86,\"pulse\":72}");

        assertThat(answer.body()).contains("1e8e0056006900" + "00000000" + "000000");
    }

    @Test
    void the_state_of_all_devices_is_shown() {
        request("POST", "/devices/cuff/readings", "00");

        assertThat(request("GET", "/devices", "").body())
                .contains("C0:00:00:00:01:01", "SimBP", "\"stored\":1", "SimHR", "SimPLX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/devices/cuff/readings|xy|400",
                "POST|/devices/cuff/measure|{|400",
                "POST|/devices/cuff/measure|{\"systolic\":142}|400",
                "POST|/devices/cuff/measure|{\"systolic\":142.125,\"diastolic\":86,\"pulse\":72}|400",
                "POST|/devices/cuff/measure|{\"systolic\":142,\"diastolic\":86,\"pulse\":72,\"user\":256}|400",
                "POST|/devices/cuff/measure|{\"systolic\":142,\"diastolic\":86,\"pulse\":72,\"user\":\"two\"}|400",
                "POST|/devices/cuff/readings?characteristic=2a37|00|400",
                "PUT|/devices/cuff/worn|maybe|400",
                "POST|/devices/cuff/fail-pairings|1000|200",
                "POST|/devices/cuff/fail-pairings|1001|400",
                "POST|/devices/strap/measure|{\"rate\":88}|409",
                "POST|/devices/strap/repeat|x|409",
                "POST|/devices/lamp/repeat|x|404",
                "POST|/devices/cuff/explode|x|404",
                "GET|/|x|404",
                "POST|/bluez/restart|x|200",
            })
    void a_request_is_answered_for_what_it_is(String method, String path, String body, int status) {
        assertThat(request(method, path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void a_body_at_the_limit_is_read_and_one_byte_more_is_refused() {
        assertThat(request("POST", "/devices/cuff/readings", "00".repeat(Control.BODY_MAX / 2))
                        .statusCode())
                .isEqualTo(200);
        assertThat(request("POST", "/devices/cuff/readings", "00".repeat(Control.BODY_MAX / 2) + " ")
                        .statusCode())
                .isEqualTo(400);
    }
}
