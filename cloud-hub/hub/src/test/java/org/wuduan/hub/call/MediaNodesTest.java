package org.wuduan.hub.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.bridge.fake.FakeBridge;
import org.wuduan.contract.Call;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;

/** Calls whose bridge is gone get another, whatever fails on the way. */
class MediaNodesTest extends HubTest {
    @Autowired
    MediaNodes media;

    /** Calls that other tests left open would weigh on one bridge more than on the other. */
    @BeforeEach
    void endEarlierCalls() {
        jdbc.sql("update call set ended_at = now() where ended_at is null").update();
        jdbc.sql("create or replace function refuse() returns trigger language plpgsql as $$"
                        + " begin raise exception 'refused by the test'; end $$")
                .update();
    }

    @AfterEach
    void theDatabaseTakesEveryMove() {
        jdbc.sql("drop trigger if exists stuck on call").update();
    }

    @Test
    void a_call_that_the_database_refuses_to_move_stops_no_other_and_is_moved_later() {
        try (var stuck = new Talk(town());
                var elsewhere = new Talk(town());
                var other = new Talk(town())) {
            assertThat(nodeOf(other)).isEqualTo(nodeOf(stuck)).isNotEqualTo(nodeOf(elsewhere));
            refuseToMove(stuck.call());
            var bridge = nodeOf(stuck).equals("bridge-a") ? BRIDGE_A : BRIDGE_B;

            bridge.die();
            moved(other);
            assertThat(generationOf(stuck)).isEqualTo(1);
            // nobody can tell any more by the health of its node that this call's room was lost
            bridge.comeBack();
            theDatabaseTakesEveryMove();

            moved(stuck);
            assertThat(generationOf(elsewhere)).isEqualTo(1);
        }
    }

    @Test
    void a_call_on_a_node_that_is_no_longer_in_the_settings_gets_another() {
        try (var talk = new Talk(town())) {
            jdbc.sql("update call set node = 'removed' where id = ?")
                    .param(talk.call())
                    .update();

            moved(talk);

            assertThat(nodeOf(talk)).isIn("bridge-a", "bridge-b");
        }
    }

    @Test
    void what_a_restarted_hub_needs_of_a_room_is_kept_later_when_the_database_refuses_it() {
        try (var talk = new Talk(town());
                var child = talk.town.live(talk.town.child)) {
            jdbc.sql("create trigger stuck before insert or update on media_room for each row" + " when (new.call = '"
                            + talk.call() + "') execute function refuse()")
                    .update();
            var seat = talk.claim(child, null);
            talk.publish(child, seat.epoch(), seat.generation());

            jdbc.sql("drop trigger stuck on media_room").update();

            Eventually.holds("the seat's media is in the snapshot", () -> remembered(talk, seat.seatId()));
        } finally {
            jdbc.sql("drop trigger if exists stuck on media_room").update();
        }
    }

    private boolean remembered(Talk talk, UUID seat) {
        return jdbc.sql("select count(*) from media_room where call = ? and snapshot like '%' || ? || '%'")
                        .params(talk.call(), seat.toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void a_healthy_call_is_left_where_it_is() {
        try (var talk = new Talk(town())) {
            var node = nodeOf(talk);

            media.reconcile();
            media.reconcile();

            assertThat(generationOf(talk)).isEqualTo(1);
            assertThat(nodeOf(talk)).isEqualTo(node);
        }
    }

    @Test
    void a_call_that_finds_no_node_is_tried_again_until_there_is_one() {
        try (var talk = new Talk(town())) {
            try {
                List.of(BRIDGE_A, BRIDGE_B).forEach(FakeBridge::die);
                talk.awaitCall(call -> call.media() == Call.Media.MOVING);
                int waiting = generationOf(talk);
                media.reconcile();
                assertThat(generationOf(talk)).isEqualTo(waiting);
                refuseToMove(talk.call());
            } finally {
                List.of(BRIDGE_A, BRIDGE_B).forEach(FakeBridge::comeBack);
            }
            theDatabaseTakesEveryMove();

            talk.awaitCall(call -> call.media() == Call.Media.READY);
        }
    }

    private static void moved(Talk talk) {
        talk.awaitCall(call -> call.generation() > 1 && call.media() == Call.Media.READY);
    }

    private void refuseToMove(UUID call) {
        jdbc.sql("create trigger stuck before update of node on call for each row when (old.id = '" + call
                        + "') execute function refuse()")
                .update();
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
