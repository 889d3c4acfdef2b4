package org.wuduan.hub.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.bridge.Health;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.fake.FakeBridge;
import org.wuduan.contract.Call;
import org.wuduan.contract.Commands;
import org.wuduan.contract.LiveToTerminal.Beat;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Taking a bridge or the whole hub out of use without ending what runs on it. */
class DrainTest extends HubTest {
    @Autowired
    MediaNodes media;

    @BeforeEach
    void endEarlierCalls() {
        jdbc.sql("update call set ended_at = now() where ended_at is null").update();
        media.reconcile();
    }

    @AfterEach
    void everythingIsInUseAgain() {
        operator("hub/resume");
        operator("bridges/bridge-a/resume");
        operator("bridges/bridge-b/resume");
        media.reconcile();
    }

    @Test
    void a_drained_bridge_gets_no_new_call_and_keeps_those_that_it_has() {
        try (var running = new Talk(town())) {
            var bridge = nodeOf(running);
            drain(bridge, false);

            try (var first = new Talk(town());
                    var second = new Talk(town())) {
                assertThat(nodeOf(first)).isNotEqualTo(bridge);
                assertThat(nodeOf(second)).isNotEqualTo(bridge);
            }
            media.reconcile();
            assertThat(nodeOf(running)).isEqualTo(bridge);
            assertThat(generationOf(running)).isEqualTo(1);
        }
    }

    @Test
    void its_calls_move_with_a_new_generation_when_they_shall_and_the_old_room_ends() {
        try (var running = new Talk(town());
                var child = running.town.live(running.town.child)) {
            var seat = running.claim(child, null);
            running.publish(child, seat.epoch(), seat.generation());
            var bridge = nodeOf(running);

            drain(bridge, true);

            running.awaitCall(call -> call.generation() == 2 && call.media() == Call.Media.READY);
            assertThat(nodeOf(running)).isNotEqualTo(bridge);
            var old = new RoomName(running.call(), 1);
            assertThat(process(bridge).participants(old)).isEmpty();
            var again = running.claim(child, null);
            running.publish(child, again.epoch(), again.generation());
        }
    }

    @Test
    void every_call_of_a_bridge_moves_and_not_only_the_first() {
        drain("bridge-b", false);
        try (var first = new Talk(town());
                var second = new Talk(town())) {
            assertThat(nodeOf(first)).isEqualTo("bridge-a");
            assertThat(nodeOf(second)).isEqualTo("bridge-a");
            operator("bridges/bridge-b/resume");
            media.reconcile();

            drain("bridge-a", true);

            for (var moved : List.of(first, second)) {
                moved.awaitCall(call -> call.generation() == 2 && call.media() == Call.Media.READY);
                assertThat(nodeOf(moved)).isEqualTo("bridge-b");
            }
        }
    }

    @Test
    void the_last_bridge_that_can_be_used_is_not_drained() {
        operator("bridges/bridge-a/drain");

        var refused = HubClient.bearer(port, OPERATOR_TOKEN).post("/operations/bridges/bridge-b/drain", null);

        assertThat(HubClient.problem(refused)).isEqualTo("wrong-state");
        assertThat(refused.body()).contains("last-bridge");
        media.reconcile();
        assertThat(health("bridge-b")).isEqualTo(Health.UP);
    }

    @Test
    void a_drained_bridge_takes_calls_in_spite_of_it_when_no_other_is_left() {
        drain("bridge-a", false);
        assertThat(health("bridge-a")).isEqualTo(Health.DRAINING);
        try {
            BRIDGE_B.die();
            media.reconcile();

            try (var talk = new Talk(town())) {
                talk.awaitCall(call -> call.media() == Call.Media.READY);
                assertThat(nodeOf(talk)).isEqualTo("bridge-a");
            }
        } finally {
            BRIDGE_B.comeBack();
        }
        media.reconcile();
        assertThat(health("bridge-a")).isEqualTo(Health.DRAINING);
    }

    @Test
    void a_hub_that_starts_anew_leaves_a_drained_bridge_out_of_use() {
        drain("bridge-a", false);
        media.nodes().forEach(node -> node.drain(false));

        media.reconcile();

        assertThat(health("bridge-a")).isEqualTo(Health.DRAINING);
        operator("bridges/bridge-a/resume");
        media.reconcile();
        assertThat(health("bridge-a")).isEqualTo(Health.UP);
    }

    @Test
    void an_unknown_bridge_is_not_found_and_every_drain_is_audited() {
        var unknown = HubClient.bearer(port, OPERATOR_TOKEN).post("/operations/bridges/janus-z/drain", null);
        int before = audited(new UUID(0, 0), "write", "drain-bridge");

        operator("bridges/bridge-a/drain");

        assertThat(HubClient.problem(unknown)).isEqualTo("not-found");
        assertThat(audited(new UUID(0, 0), "write", "drain-bridge")).isEqualTo(before + 1);
    }

    @Test
    void a_drained_hub_begins_nothing_new_and_what_is_under_way_goes_on() {
        var waiting = town();
        var request = waiting.request();
        try (var running = new Talk(town())) {
            operator("hub/drain");

            var town = town();
            var refused = town.box.post(
                    "/api/consultations", new Commands.RequestConsultation(UUID.randomUUID(), town.patient, "头晕"));
            assertThat(HubClient.problem(refused)).isEqualTo("no-new-calls");
            assertThat(HubClient.problem(accept(waiting, request))).isEqualTo("no-new-calls");

            var invitation = running.town.invite(running.consultation);
            Town.done(
                    running.town.county,
                    Town.path(running.consultation) + "/invitations/" + invitation + "/accept",
                    null);
            Town.done(
                    running.town.doctor,
                    Town.path(running.consultation) + "/opinions",
                    new Commands.SubmitOpinion(UUID.randomUUID(), "建议复查"));

            operator("hub/resume");
            assertThat(accept(waiting, request).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void every_screen_is_told_with_each_beat_until_it_is_over() {
        var town = town();
        try (var home = town.live(town.box)) {
            home.await(Beat.class, beat -> beat.notice() == null);

            operator("hub/drain");
            var told = home.await(Beat.class, beat -> beat.notice() == Beat.Notice.NO_NEW_CALLS);

            operator("hub/resume");
            home.await(Beat.class, beat -> beat.notice() == null && beat.at().isAfter(told.at()));
        }
    }

    private void drain(String bridge, boolean move) {
        operator("bridges/" + bridge + "/drain?move=" + move);
        media.reconcile();
    }

    private void operator(String step) {
        var answer = HubClient.bearer(port, OPERATOR_TOKEN).post("/operations/" + step, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static java.net.http.HttpResponse<String> accept(Town town, UUID request) {
        return town.doctor.post(Town.path(request) + "/accept", new Commands.Accept(Town.seenBefore()));
    }

    private Health health(String bridge) {
        return media.nodes().stream()
                .filter(node -> node.id().value().equals(bridge))
                .findFirst()
                .orElseThrow()
                .health();
    }

    private static FakeBridge process(String name) {
        return name.equals("bridge-a") ? BRIDGE_A : BRIDGE_B;
    }

    private String nodeOf(Talk talk) {
        return jdbc.sql("select node from call where id = ?")
                .param(talk.call())
                .query(String.class)
                .single();
    }

    private int generationOf(Talk talk) {
        return jdbc.sql("select generation from call where id = ?")
                .param(talk.call())
                .query(Integer.class)
                .single();
    }
}
