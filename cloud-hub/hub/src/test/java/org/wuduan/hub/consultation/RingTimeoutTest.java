package org.wuduan.hub.consultation;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Rings that nobody answers end, each by itself. */
class RingTimeoutTest extends HubTest {
    @AfterEach
    void theDatabaseTakesEveryEnd() {
        jdbc.sql("drop trigger if exists stuck on consultation").update();
    }

    @Test
    void a_ring_that_cannot_be_ended_keeps_no_other_ringing_and_is_ended_later() {
        var stuck = ringing(town());
        var other = ringing(town());
        jdbc.sql("create or replace function refuse() returns trigger language plpgsql as $$"
                        + " begin raise exception 'refused by the test'; end $$")
                .update();
        jdbc.sql("create trigger stuck before update on consultation for each row when (old.id = '" + stuck
                        + "') execute function refuse()")
                .update();

        clock.pass(Duration.ofSeconds(46));

        Eventually.holds("the other ring has ended", () -> stateOf(other).equals("unanswered"));
        theDatabaseTakesEveryEnd();
        Eventually.holds("the stuck ring has ended too", () -> stateOf(stuck).equals("unanswered"));
    }

    private static UUID ringing(Town town) {
        var id = town.request();
        Town.done(town.doctor, Town.path(id) + "/accept", new Commands.Accept(Town.seenBefore()));
        return id;
    }

    private String stateOf(UUID consultation) {
        return jdbc.sql("select state from consultation where id = ?")
                .param(consultation)
                .query(String.class)
                .single();
    }
}
