package org.wuduan.launcher.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Trouble;

/** What an operator types, against a hub that answers as told. */
class OperateTest {
    private static final long LAUNCHER = 4711;

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Deque<String> statuses = new ArrayDeque<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private String refusal = "";
    private HttpServer hub;

    @BeforeEach
    void aHub() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var refused = "Bearer the-token".equals(token) ? refusal : "problem:not-signed-in";
            var next = statuses.size() > 1 ? statuses.poll() : statuses.peek();
            var body = !refused.isEmpty() ? refused : next == null ? "" : next;
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused.isEmpty() ? 200 : 409, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        hub.start();
        Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/operator-token"), "the-token\n");
        Files.writeString(
                folder.resolve("run/ready.json"),
                "{\"hub\":\"http://127.0.0.1:" + hub.getAddress().getPort() + "\",\"launcher\":" + LAUNCHER + "}");
    }

    @AfterEach
    void end() {
        hub.stop(0);
    }

    @Test
    void the_status_is_one_line_a_part_and_tells_by_its_number_that_something_is_ill() throws Exception {
        statuses.add("""
                {"at":"2026-11-22T02:15:04Z","calls":1,"underWay":1,"waiting":2,"boxesOnLine":2,"boxes":3,"parts":[
                {"kind":"bridge","name":"janus-b","state":"ill","since":"2026-11-22T02:10:00Z","why":"not_ours","calls":0},
                {"kind":"disk","name":"disk","state":"well","freeMib":2048}]}""");

        int status = Command.done(wish("status"), out);

        assertThat(status).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("1 calls, 1 consultations under way, 2 waiting, 2 of 3 boxes on line")
                .contains("ill      bridge   janus-b  since 2026-11-22T02:10:00Z  not ours  calls 0")
                .contains("well     disk     disk  freeMib 2048");
    }

    @Test
    void a_box_that_is_away_and_a_drain_are_no_trouble() throws Exception {
        statuses.add("{\"parts\":[{\"kind\":\"box\",\"name\":\"b\",\"state\":\"away\"},"
                + "{\"kind\":\"bridge\",\"name\":\"janus-a\",\"state\":\"draining\"}]}");

        assertThat(Command.done(wish("status"), out)).isZero();
    }

    @Test
    void a_drain_waits_until_nothing_is_under_way_looks_once_more_and_ends_everything() throws Exception {
        statuses.addAll(List.of("", draining(1, 2), draining(2, 2), draining(3, 0), draining(4, 1), draining(5, 0)));
        statuses.addAll(List.of(draining(5, 0), draining(6, 0)));
        var machine = new StillMachine();

        new HubDrain(HubDoor.of(new DataFolder(folder)), machine, out).run();

        assertThat(machine.ended).containsExactly(LAUNCHER);
        assertThat(asked).first().isEqualTo("POST /operations/hub/drain");
        assertThat(asked).filteredOn(one -> one.startsWith("POST")).hasSize(1);
        assertThat(statuses).hasSize(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("2 consultations are under way")
                .contains("1 consultation is under way")
                .contains("Everything has ended.");
    }

    @Test
    void a_hub_that_was_started_anew_meanwhile_is_told_again() throws Exception {
        statuses.addAll(List.of("", "{\"at\":\"1\",\"underWay\":0}", "", draining(2, 0), draining(3, 0)));

        new HubDrain(HubDoor.of(new DataFolder(folder)), new StillMachine(), out).run();

        assertThat(asked)
                .filteredOn(one -> one.equals("POST /operations/hub/drain"))
                .hasSize(2);
    }

    @Test
    void one_bridge_is_drained_by_name() throws Exception {
        Command.done(wish("drain", "janus-a", "--move"), out);
        Command.done(wish("resume", "janus-a"), out);
        Command.done(wish("resume"), out);

        assertThat(asked)
                .containsExactly(
                        "POST /operations/bridges/janus-a/drain?move=true",
                        "POST /operations/bridges/janus-a/resume",
                        "POST /operations/hub/resume");
    }

    @Test
    void a_refusal_is_one_sentence() {
        refusal = "{\"type\":\"urn:wuduan:problem:wrong-state\",\"state\":\"last-bridge\"}";

        assertThatThrownBy(() -> Command.done(wish("drain", "janus-a"), out))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("This is the last bridge");
        refusal = "{\"type\":\"urn:wuduan:problem:not-found\"}";
        assertThatThrownBy(() -> Command.done(wish("drain", "janus-z"), out))
                .hasMessageStartingWith("There is no bridge of this name");
    }

    @Test
    void without_a_running_hub_it_says_so_and_does_nothing() {
        hub.stop(0);

        assertThatThrownBy(() -> Command.done(wish("status"), out)).hasMessageStartingWith("The hub does not answer");
        assertThatThrownBy(() -> Command.done(wish("drain"), out)).hasMessageStartingWith("The hub does not answer");
        assertThatThrownBy(() -> Command.done(Command.wish("status", "--data", folder + "/none"), out))
                .hasMessageStartingWith("No ./run is ready on");
    }

    @Test
    void while_the_hub_is_away_the_status_tells_what_the_launcher_knows() throws Exception {
        hub.stop(0);
        assertThatThrownBy(() -> Command.done(wish("status"), out)).isInstanceOf(Trouble.class);
        Files.writeString(
                folder.resolve("run/health.json"),
                "{\"at\":\"2026-11-22T02:15:04Z\",\"processes\":"
                        + "[{\"name\":\"hub\",\"state\":\"keeps-ending\",\"since\":\"2026-11-22T02:10:00Z\"}]}");

        assertThatThrownBy(() -> Command.done(wish("status"), out)).isInstanceOf(Trouble.class);

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("written nothing about its processes")
                .contains("as the launcher wrote at 2026-11-22T02:15:04Z")
                .contains("keeps-ending process  hub  since 2026-11-22T02:10:00Z");
    }

    @Test
    void what_is_typed_wrongly_is_refused() {
        assertThatThrownBy(() -> wish("status", "janus-a")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> wish("drain", "janus-a", "janus-b")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> wish("drain", "--move")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> wish("resume", "--move")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> Command.wish("status", "--data")).isInstanceOf(Trouble.class);
    }

    private static String draining(int at, int underWay) {
        return "{\"at\":\"" + at + "\",\"noNewCallsSince\":\"0\",\"underWay\":" + underWay + "}";
    }

    private Command.Wish wish(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        return Command.wish(all.toArray(String[]::new));
    }

    /** Time passes at once, and processes end when they are asked to. */
    private static final class StillMachine implements HubDrain.Machine {
        final List<Long> ended = new ArrayList<>();

        @Override
        public void pause(Duration time) {
            // nothing to wait for: the hub answers the next status in its list
        }

        @Override
        public boolean end(long launcher) {
            ended.add(launcher);
            return true;
        }
    }
}
