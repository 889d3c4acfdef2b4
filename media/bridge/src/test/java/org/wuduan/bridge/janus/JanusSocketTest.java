package org.wuduan.bridge.janus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JanusSocketTest {
    private static final int PATIENCE_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Wire wire;
    private JanusSocket socket;

    @BeforeEach
    void connect() throws IOException, JanusFault {
        wire = new Wire();
        socket = JanusSocket.open(
                http, new JanusEndpoint(wire.address(), "secret", "key"), heard::add, ended::countDown);
    }

    @AfterEach
    void disconnect() throws IOException {
        socket.close();
        wire.close();
        http.shutdownNow();
    }

    @Test
    void a_message_in_parts_is_put_together() throws IOException, InterruptedException {
        wire.say("{\"janus\":\"ev", "ent\",\"sen", "der\":7}");

        assertThat(next().path("sender").asInt(0)).isEqualTo(7);
    }

    @Test
    void the_longest_message_is_read_and_a_longer_one_ends_the_connection() throws IOException, InterruptedException {
        String frame = "{\"janus\":\"event\",\"text\":\"\"}";
        String longest = "a".repeat(JanusSocket.MESSAGE_CHARS_MAX - frame.length());

        wire.say("{\"janus\":\"event\",\"text\":\"" + longest + "\"}");
        assertThat(next().path("text").asString("")).hasSize(longest.length());

        wire.say("{\"janus\":\"event\",\"text\":\"" + longest + "a\"}");
        assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void what_is_no_json_ends_the_connection() throws IOException, InterruptedException {
        wire.say("<html>");

        assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_answer_to_nobodys_question_is_passed_over() throws IOException, InterruptedException {
        wire.say("{\"janus\":\"success\",\"transaction\":\"99\"}");
        wire.say("{\"janus\":\"event\",\"sender\":1}");

        assertThat(next().path("sender").asInt(0)).isEqualTo(1);
    }

    @Test
    void a_question_without_answer_ends_at_its_limit() {
        JanusFault fault = catchThrowableOfType(
                JanusFault.class, () -> socket.ask(JanusLink.body("exists"), Duration.ofMillis(1)));

        assertThat(fault.kind()).isEqualTo(JanusFault.Kind.TIMED_OUT);
    }

    @Test
    void a_question_on_a_closed_connection_is_refused_at_once() {
        socket.close();

        JanusFault fault =
                catchThrowableOfType(JanusFault.class, () -> socket.ask(JanusLink.body("exists"), Duration.ofDays(1)));

        assertThat(fault.kind()).isEqualTo(JanusFault.Kind.CLOSED);
    }

    private JsonNode next() throws InterruptedException {
        JsonNode message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }
}
