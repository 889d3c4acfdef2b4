package org.wuduan.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Problem;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** What a client may get wrong over HTTP; the answer is always a stable problem type, never internal. */
@Tag("thorough")
class HttpBadInputTest extends HubTest {
    @ParameterizedTest(name = "{2} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400|malformed-json|{",
                "400|malformed-json|not json",
                "400|malformed-json|[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "422|invalid-field|{}",
                "422|invalid-field|{\"id\":\"x\",\"patientId\":\"y\"}",
                "422|invalid-field|{\"id\":\"%1$s\",\"patientId\":\"%2$s\",\"complaint\":\"\"}",
                "422|invalid-field|{\"id\":\"%1$s\",\"patientId\":\"%2$s\",\"complaint\":\"a\\u0000b\"}",
                "422|invalid-field|{\"id\":\"%1$s\",\"patientId\":\"%2$s\",\"complaint\":\"a\\ud800b\"}",
                "422|invalid-field|{\"id\":\"%1$s\",\"patientId\":\"%2$s\",\"more\":1}",
                "404|not-found|{\"id\":\"%1$s\",\"patientId\":\"%1$s\"}"
            })
    void a_bad_request_is_refused_with_its_own_type(int status, String problem, String body) {
        var town = town();

        var answer = town.box.send(
                "POST", "/api/consultations", body.formatted(UUID.randomUUID(), town.patient), UUID.randomUUID());

        assertThat(HubClient.problem(answer)).isEqualTo(problem);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest(name = "content type {0}")
    @CsvSource({"text/plain", "image/png", "json", "application/jsonp", "'application/json;charset='", "/"})
    void only_json_is_read(String contentType) {
        var town = town();
        var doctor = town.doctor.with("Content-Type", contentType);

        assertThat(HubClient.problem(doctor.post("/api/duty", new Commands.SetDuty(true))))
                .isEqualTo("unsupported-media-type");
        assertThat(HubClient.problem(town.box
                        .with("Content-Type", contentType)
                        .send("POST", "/api/readings", "{}", UUID.randomUUID())))
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void a_command_of_64_kibibytes_is_read_and_one_byte_more_is_not() {
        var town = town();
        var json = WireJson.mapper().writeValueAsString(new Commands.SetDuty(true));
        var atTheLimit = json + " ".repeat(64 * 1024 - json.length());

        assertThat(town.doctor
                        .send("POST", "/api/duty", atTheLimit, UUID.randomUUID())
                        .statusCode())
                .isEqualTo(204);
        assertThat(HubClient.problem(town.doctor.send("POST", "/api/duty", atTheLimit + " ", UUID.randomUUID())))
                .isEqualTo("payload-too-large");
    }

    @Test
    void wrong_methods_paths_and_ids_are_said_to_be_so() {
        var town = town();

        assertThat(HubClient.problem(town.box.get("/api/readings"))).isEqualTo("method-not-allowed");
        assertThat(HubClient.problem(town.box.get("/api/nothing-here"))).isEqualTo("not-found");
        assertThat(HubClient.problem(town.box.post("/api/consultations/not-an-id/answer", null)))
                .isEqualTo("not-found");
        assertThat(HubClient.problem(town.doctor.get("/api/duty?level=moon"))).isEqualTo("invalid-field");
        assertThat(HubClient.problem(town.doctor.get("/api/consent-text?language=tlh")))
                .isEqualTo("invalid-field");
        assertThat(HubClient.problem(town.doctor.get("/api/consent-text"))).isEqualTo("invalid-field");
    }

    @Test
    void a_command_needs_a_key_that_is_a_uuid() {
        var town = town();

        assertThat(HubClient.problem(
                        town.doctor.with("Idempotency-Key", "seven").post("/api/duty", new Commands.SetDuty(true))))
                .isEqualTo("idempotency-key-missing");
    }

    @Test
    void an_id_that_another_consultation_has_is_refused_as_such_and_the_patient_is_not_said_to_be_busy() {
        var town = town();
        var other = town();
        var used = other.request();

        var answer = town.box.post("/api/consultations", new Commands.RequestConsultation(used, town.patient, null));

        assertThat(HubClient.problem(answer)).isEqualTo("invalid-field");
        assertThat(HubClient.read(answer, Problem.class).field()).isEqualTo("id");
        var again = new Commands.RequestConsultation(UUID.randomUUID(), town.patient, null);
        assertThat(town.box.post("/api/consultations", again).statusCode()).isEqualTo(201);
    }

    @Test
    void a_repeat_is_done_once_and_another_body_under_the_same_key_is_refused() {
        var town = town();
        var key = UUID.randomUUID();
        var wish = new Commands.RequestConsultation(UUID.randomUUID(), town.patient, "头晕");

        assertThat(town.box.post("/api/consultations", wish, key).statusCode()).isEqualTo(201);
        assertThat(town.box.post("/api/consultations", wish, key).statusCode()).isEqualTo(201);
        var other = new Commands.RequestConsultation(UUID.randomUUID(), town.patient, "头晕");
        assertThat(HubClient.problem(town.box.post("/api/consultations", other, key)))
                .isEqualTo("idempotency-key-reused");
        assertThat(HubClient.problem(town.box.post("/api/consultations", other)))
                .isEqualTo("patient-busy");
    }

    @Test
    void more_denied_commands_at_once_than_the_database_has_connections_are_all_answered() throws Exception {
        var town = town();
        var path = Town.path(town.request()) + "/answer";
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> denied = IntStream.range(0, 60)
                    .mapToObj(_ -> clients.submit(() -> town.county.post(path, null)))
                    .toList();
            for (var one : denied) {
                assertThat(HubClient.problem(one.get())).isEqualTo("not-found");
            }
        }
        assertThat(audited(town.countyId, "denial", "answer")).isEqualTo(60);
    }
}
