package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Mark;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.View;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;

/** What the hub does with a box's readings, good and bad. */
class ReadingsTest extends HubTest {
    @Test
    void five_hundred_readings_are_one_batch_and_one_more_is_too_many() {
        var town = town();
        var readings = IntStream.range(0, 501)
                .mapToObj(number -> Readings.bloodPressure(town.wearable(), 120))
                .toList();

        assertThat(upload(town, readings.subList(0, 500)).acknowledged()).hasSize(500);
        assertThat(HubClient.problem(town.box.post("/api/readings", new ReadingBatch(readings))))
                .isEqualTo("invalid-field");
        assertThat(rows(town)).isEqualTo(500);
    }

    @Test
    void a_body_of_one_mebibyte_is_read_and_one_byte_more_is_not() {
        var town = town();
        var json = WireJson.mapper()
                .writeValueAsString(new ReadingBatch(List.of(Readings.bloodPressure(town.wearable(), 120))));
        var atTheLimit = json + " ".repeat(1024 * 1024 - json.length());

        assertThat(raw(town, atTheLimit).statusCode()).isEqualTo(200);
        assertThat(HubClient.problem(raw(town, atTheLimit + " "))).isEqualTo("payload-too-large");
    }

    @Test
    void a_bad_reading_is_refused_alone_and_its_batch_goes_on() {
        var town = town();
        var good = List.of(Readings.bloodPressure(town.wearable(), 121), Readings.bloodPressure(town.wearable(), 122));
        var json = WireJson.mapper().writeValueAsString(new ReadingBatch(good));
        var nameless = bad(town, "\"model\":\"SimBP\"", "\"model\":\"\"");
        var unstorable = bad(town, "\"model\":\"SimBP\"", "\"model\":\"Sim\\u0000BP\"");
        var endOfTime = bad(town, "\"bytes\"", "\"takenAt\":\"+999999999-01-01T00:00:00Z\",\"bytes\"");
        var beforeTime = bad(town, "\"bytes\"", "\"takenAt\":\"-99999-01-01T00:00:00Z\",\"bytes\"");

        var ack = HubClient.read(
                raw(town, withReadings(json, nameless, unstorable, endOfTime, beforeTime)), Answers.ReadingsAck.class);

        assertThat(ack.acknowledged())
                .containsExactlyElementsOf(good.stream().map(Reading::id).toList());
        assertThat(ack.refused()).hasSize(4);
        assertThat(rows(town)).isEqualTo(2);
    }

    @Test
    void what_a_device_sends_again_is_acknowledged_and_kept_once() {
        var town = town();
        var received = clock.instant();
        var first = Readings.bloodPressure(town.wearable(), 130, received, null, 7);
        var again = Readings.bloodPressure(town.wearable(), 130, received.plusSeconds(5), null, 7);
        var equalButReal = Readings.bloodPressure(town.wearable(), 130, received, null, null);

        assertThat(upload(town, List.of(first)).acknowledged()).containsExactly(first.id());
        assertThat(upload(town, List.of(again)).acknowledged()).containsExactly(again.id());
        assertThat(upload(town, List.of(first)).acknowledged()).containsExactly(first.id());
        assertThat(rows(town)).isEqualTo(1);

        upload(town, List.of(equalButReal));
        upload(town, List.of(Readings.bloodPressure(town.wearable(), 130, received, null, null)));
        assertThat(rows(town)).isEqualTo(3);
    }

    @Test
    void the_same_bytes_of_a_device_with_the_same_address_next_door_are_no_repeat() {
        var town = town();
        var neighbours = town();
        var received = clock.instant();
        upload(town, List.of(Readings.bloodPressure("C0:FF:00:00:00:02", 131, received, null, 9)));
        upload(neighbours, List.of(Readings.bloodPressure("C0:FF:00:00:00:02", 131, received, null, 9)));

        assertThat(rows(town)).isEqualTo(1);
        assertThat(rows(neighbours)).isEqualTo(1);
    }

    @Test
    void a_box_whose_clock_is_ahead_has_received_nothing_in_the_future() {
        var town = town();
        upload(
                town,
                List.of(Readings.bloodPressure(
                        town.wearable(), 127, clock.instant().plus(Duration.ofDays(2)), null, null)));

        assertThat(latest(town).receivedAt()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void readings_of_a_box_that_believes_in_1970_are_shown_with_the_true_time_and_marked_and_their_own_is_kept() {
        var town = town();
        var boxNow = Instant.parse("1970-01-01T00:10:00Z");
        upload(town, List.of(Readings.bloodPressure(town.wearable(), 118)));
        var reading = Readings.bloodPressure(town.wearable(), 129, boxNow, null, null);

        town.box.post("/api/readings", new ReadingBatch(List.of(reading), boxNow));

        var shown = latest(town);
        assertThat(shown.values().getFirst().quantity().value()).isEqualByComparingTo("129");
        assertThat(shown.marks()).containsExactly(Mark.BOX_CLOCK_CORRECTED);
        assertThat(shown.receivedAt()).isEqualTo(shown.at()).isAfter(BelievedTimes.EARLIEST);
        assertThat(jdbc.sql("select received_at from reading where id = ?")
                        .param(reading.id())
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(boxNow);
    }

    @Test
    void a_batch_whose_own_time_is_no_time_is_refused() {
        var town = town();
        var json = WireJson.mapper()
                .writeValueAsString(new ReadingBatch(
                        List.of(Readings.bloodPressure(town.wearable(), 120)), Instant.parse("2026-11-22T02:15:07Z")));

        for (String odd : List.of("just now", "+1000000000-12-31T23:59:59Z")) {
            assertThat(HubClient.problem(raw(town, json.replace("2026-11-22T02:15:07Z", odd))))
                    .isEqualTo("invalid-field");
        }
    }

    @Test
    void a_measurement_from_the_future_is_kept_marked_and_shown_with_its_receipt_time() {
        var town = town();
        var received = clock.instant();
        var future = received.plus(Duration.ofDays(400));
        upload(town, List.of(Readings.bloodPressure(town.wearable(), 133, received, future, 3)));

        var shown = latest(town);
        assertThat(shown.marks()).contains(Mark.DEVICE_CLOCK_AHEAD);
        assertThat(Duration.between(shown.at(), received).abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(jdbc.sql("select taken_at > now() + interval '300 days' from reading where household = ?")
                        .param(town.household)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void an_impossible_value_is_not_shown_but_its_bytes_are_kept() {
        var town = town();
        upload(town, List.of(Readings.bloodPressure(town.wearable(), 128)));
        upload(town, List.of(Readings.bloodPressure(town.wearable(), 999)));

        assertThat(latest(town).values().getFirst().quantity().value()).isEqualByComparingTo("128");
        assertThat(jdbc.sql(
                                "select encode(bytes, 'hex') from reading where household = ? and 'implausible' = any(marks)")
                        .param(town.household)
                        .query(String.class)
                        .single())
                .isEqualTo("1e8e005600");
    }

    @Test
    void a_value_in_another_unit_or_of_an_unknown_code_is_not_shown_but_its_bytes_are_kept() {
        var town = town();
        var sent = Readings.bloodPressure(town.wearable(), 128);
        upload(town, List.of(sent));
        var json = WireJson.mapper().writeValueAsString(new ReadingBatch(List.of(sent)));
        var inKilopascal = json.replace("mm[Hg]", "kPa");
        var unknownCode = json.replace("8480-6", "8480-7");

        for (var strange : List.of(inKilopascal, unknownCode)) {
            var id = UUID.randomUUID();
            var ack = HubClient.read(
                    raw(town, strange.replace(sent.id().toString(), id.toString())), Answers.ReadingsAck.class);

            assertThat(ack.acknowledged()).containsExactly(id);
            assertThat(jdbc.sql("select marks @> '{implausible}' and measured = '[]' and encode(bytes, 'hex') = ?"
                                    + " from reading where id = ?")
                            .params("1e8e005600", id)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
        assertThat(latest(town).readingId()).isEqualTo(sent.id());
    }

    @Test
    void a_reading_that_waited_in_the_outbox_is_marked_late() {
        var town = town();
        var received = clock.instant().minus(Duration.ofHours(9));
        upload(town, List.of(Readings.bloodPressure(town.wearable(), 125, received, null, 1)));

        assertThat(latest(town).marks()).contains(Mark.RECEIVED_LATE);
    }

    @Test
    void an_unknown_wearable_of_the_only_patient_is_that_patients_and_never_the_neighbours() {
        var town = town();
        var neighbours = town();
        upload(town, List.of(Readings.bloodPressure("C0:FF:00:00:00:01", 126)));

        assertThat(latest(town).values().getFirst().quantity().value()).isEqualByComparingTo("126");
        try (var live = neighbours.live(neighbours.box)) {
            live.watch("vitals/" + neighbours.patient);
            var view = live.awaitView("vitals/" + neighbours.patient, View.VitalsView.class, _ -> true);
            assertThat(view.latest().bloodPressure()).isNull();
        }
    }

    private org.wuduan.contract.VitalSign latest(Town town) {
        try (var live = town.live(town.box)) {
            live.watch("vitals/" + town.patient);
            var view = live.awaitView(
                    "vitals/" + town.patient,
                    View.VitalsView.class,
                    one -> one.latest().bloodPressure() != null);
            return java.util.Objects.requireNonNull(view.latest().bloodPressure());
        }
    }

    private Answers.ReadingsAck upload(Town town, List<Reading> readings) {
        return HubClient.read(town.box.post("/api/readings", new ReadingBatch(readings)), Answers.ReadingsAck.class);
    }

    private java.net.http.HttpResponse<String> raw(Town town, String body) {
        return town.box.send("POST", "/api/readings", body, UUID.randomUUID());
    }

    private static String bad(Town town, String from, String to) {
        return WireJson.mapper()
                .writeValueAsString(Readings.bloodPressure(town.wearable(), 120, Instant.EPOCH, null, null))
                .replace(from, to);
    }

    private static String withReadings(String batch, String... more) {
        return batch.substring(0, batch.length() - 2) + "," + String.join(",", more) + "]}";
    }

    private int rows(Town town) {
        return jdbc.sql("select count(*) from reading where household = ?")
                .param(town.household)
                .query(Integer.class)
                .single();
    }
}
