package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeTest {
    @TempDir
    Path folder;

    private FakeHub hub;
    private RunningBox box;

    @BeforeEach
    void an_enrolled_box() throws Exception {
        hub = FakeHub.start();
        box = RunningBox.enrolled(folder, hub);
    }

    @AfterEach
    void end() throws Exception {
        box.close();
        hub.close();
    }

    @Test
    void a_path_that_names_a_wearable_by_its_address_is_piped() {
        String path = "/api/households/0198c0de-0000-7000-8000-000000000015/wearables/C0:00:00:00:01:01/remove";

        assertThat(box.post(path, "", "Idempotency-Key: 0198c0de-0000-7000-8000-000000000001"))
                .startsWith("HTTP/1.1 201");
        assertThat(hub.heard.getLast().uri()).isEqualTo(path);
    }

    @Test
    void a_command_reaches_the_hub_with_the_token_of_the_box_and_only_the_named_headers() {
        String answer = box.post(
                "/api/consultations?x=1",
                "{\"complaint\":\"头晕\"}",
                "Content-Type: application/json",
                "Idempotency-Key: 0198c0de-0000-7000-8000-000000000001",
                "Cookie: stray=1",
                "Authorization: Bearer stolen",
                "X-Forwarded-For: 10.0.0.1");

        assertThat(answer).startsWith("HTTP/1.1 201").contains("头晕").doesNotContain("Set-Cookie");
        var heard = hub.heard.getLast();
        assertThat(heard.method()).isEqualTo("POST");
        assertThat(heard.uri()).isEqualTo("/api/consultations?x=1");
        assertThat(heard.headers())
                .containsEntry("authorization", "Bearer token-" + hub.tokensGiven)
                .containsEntry("idempotency-key", "0198c0de-0000-7000-8000-000000000001")
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("cookie", "x-forwarded-for", "x-wuduan-launch", "origin");
    }

    @Test
    void a_command_is_repeated_with_a_new_token_when_the_old_one_has_ended() {
        box.post("/api/consultations", "{}", "Content-Type: application/json");
        int tokens = hub.tokensGiven;
        hub.forgetTokens();

        String answer = box.post("/api/consultations", "{\"n\":2}", "Content-Type: application/json");

        assertThat(answer).startsWith("HTTP/1.1 201").contains("{\"n\":2}");
        assertThat(hub.tokensGiven).isEqualTo(tokens + 1);
    }

    @Test
    void a_body_at_the_limit_passes_and_one_past_it_is_refused() {
        assertThat(box.post("/api/consultations", "x".repeat(ApiPipe.BODY_BYTES_MAX)))
                .startsWith("HTTP/1.1 201");

        int heard = hub.heard.size();
        assertThat(box.post("/api/consultations", "x".repeat(ApiPipe.BODY_BYTES_MAX + 1)))
                .startsWith("HTTP/1.1 413")
                .contains("urn:wuduan:problem:payload-too-large");
        assertThat(hub.heard).hasSize(heard);
    }

    @Test
    void the_page_cannot_do_what_is_the_box_s_own_business() {
        for (String path :
                new String[] {"/api/readings", "/api/box-tokens", "/api/box-tokens/challenges", "/api/boxes/enrolments"
                }) {
            assertThat(box.post(path, "{}")).startsWith("HTTP/1.1 403").contains("action-not-allowed");
        }
        for (String path :
                new String[] {"/api/../health", "/api//readings", "/api/%72eadings", "/api/x/../readings", "/api"}) {
            assertThat(box.post(path, "{}")).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void without_a_hub_the_page_is_told_so() throws Exception {
        hub.stop();

        assertThat(box.post("/api/consultations", "{}"))
                .startsWith("HTTP/1.1 503")
                .contains("urn:wuduan:problem:hub-unreachable");
        assertThat(box.open(box.socket("/live")).closeCode()).isEqualTo(4503);
        Eventually.until("the state says down", () -> box.get("/box/state").contains("\"hub\":\"down\""));
    }

    @Test
    void frames_pass_both_ways_as_they_are() throws Exception {
        var page = box.open(box.socket("/live"));
        page.socket().writeTextMessage("{\"type\":\"hello\",\"名\":\"值\"}");
        page.hears("{\"type\":\"hello\",\"名\":\"值\"}");

        hub.live.getFirst().writeTextMessage("from the hub");
        page.hears("from the hub");
    }

    /** Bytes that are no text by themselves: a pipe that decoded them would spoil them. */
    @Test
    void a_message_in_pieces_stays_in_pieces_and_keeps_its_bytes() throws Exception {
        byte[] text = "诊".getBytes(StandardCharsets.UTF_8);
        var whole = Buffer.buffer();
        var page = box.open(box.socket("/live"));
        page.socket().frameHandler(frame -> whole.appendBuffer(frame.binaryData()));

        page.socket().writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(new byte[] {text[0], text[1]}), false));
        page.socket().writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[] {text[2]}), true));

        Eventually.until("three bytes", () -> whole.length() == 3);
        assertThat(whole.getBytes()).isEqualTo(text);
    }

    @Test
    void a_page_s_frame_at_the_limit_passes_and_one_past_it_ends_the_connection() throws Exception {
        var page = box.open(box.socket("/live"));
        String largest = "x".repeat(LivePipe.FRAME_BYTES_MAX);
        page.socket().writeFrame(WebSocketFrame.textFrame(largest, true));
        page.hears(largest);

        page.socket().writeFrame(WebSocketFrame.textFrame(largest + "x", true));

        assertThat(page.closeCode()).isEqualTo(1009);
    }

    @Test
    void when_the_hub_drops_the_connection_the_page_s_is_closed_with_4503() throws Exception {
        hub.onLive = socket -> socket.textMessageHandler(_ -> hub.cut(socket));
        var page = box.open(box.socket("/live"));

        page.socket().writeTextMessage("drop me");

        assertThat(page.closeCode()).isEqualTo(4503);
    }

    @Test
    void a_close_code_of_the_hub_is_passed_on_but_the_end_of_the_box_s_session_is_not_the_page_s() throws Exception {
        hub.onLive = socket -> socket.textMessageHandler(code -> socket.close(Short.parseShort(code)));
        var slow = box.open(box.socket("/live"));
        slow.socket().writeTextMessage("4008");
        assertThat(slow.closeCode()).isEqualTo(4008);

        int tokens = hub.tokensGiven;
        var over = box.open(box.socket("/live"));
        over.socket().writeTextMessage("4401");
        assertThat(over.closeCode()).isEqualTo(4503);

        box.open(box.socket("/live")).socket().writeTextMessage("1000");
        Eventually.until("a new token", () -> hub.tokensGiven > tokens);
    }

    @Test
    void a_token_that_ended_meanwhile_is_replaced_before_the_page_notices() throws Exception {
        box.post("/api/consultations", "{}");
        hub.forgetTokens();

        var page = box.open(box.socket("/live"));
        page.socket().writeTextMessage("hello");

        page.hears("hello");
    }

    @Test
    void when_the_page_goes_the_connection_to_the_hub_ends() throws Exception {
        var page = box.open(box.socket("/live"));
        page.socket().writeTextMessage("hello");
        page.hears("hello");

        page.socket().close((short) 1001);

        Eventually.until("the hub's end is closed", () -> hub.live.getFirst().isClosed());
        assertThat(hub.live.getFirst().closeStatusCode()).isEqualTo((short) 1001);
    }

    @Test
    void a_page_that_does_not_read_holds_the_hub_back_and_loses_nothing() throws Exception {
        int frames = 400;
        String load = "x".repeat(60_000);
        hub.onLive = socket -> socket.textMessageHandler(_ -> {
            for (int i = 0; i < frames; i++) {
                socket.writeTextMessage(i + load);
            }
        });
        var page = box.open(box.socket("/live"));
        var got = new CopyOnWriteArrayList<Integer>();
        page.socket().textMessageHandler(text -> got.add(Integer.valueOf(text.substring(0, text.indexOf('x')))));
        page.socket().writeTextMessage("start");
        page.socket().pause();

        Eventually.until("the hub has a page", () -> !hub.live.isEmpty());
        Eventually.until("the hub waits", () -> hub.live.getFirst().writeQueueFull());
        page.socket().resume();

        Eventually.until("all frames", () -> got.size() == frames);
        assertThat(got).isSorted();
    }
}
