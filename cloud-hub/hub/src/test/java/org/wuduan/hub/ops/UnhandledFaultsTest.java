package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;

/** What nobody catches is logged, without what its message says. */
@ExtendWith(OutputCaptureExtension.class)
class UnhandledFaultsTest extends HubTest {
    @Autowired
    TaskScheduler scheduler;

    @Autowired
    AsyncConfigurer async;

    @Test
    void a_bug_in_scheduled_work_is_logged_without_its_message(CapturedOutput log) {
        scheduler.schedule(
                () -> {
                    throw new IllegalStateException("PLANTED");
                },
                Instant.now());

        Eventually.holds("logged", () -> log.getOut().contains("scheduled.bug"));
        assertThat(log).contains(IllegalStateException.class.getName()).doesNotContain("PLANTED");
    }

    @Test
    void a_bug_in_asynchronous_work_is_logged_without_its_message_and_arguments(CapturedOutput log) throws Exception {
        AsyncUncaughtExceptionHandler handler =
                java.util.Objects.requireNonNull(async.getAsyncUncaughtExceptionHandler());
        handler.handleUncaughtException(
                new IllegalStateException("PLANTED"), String.class.getMethod("concat", String.class), "PLANTED");

        assertThat(log)
                .contains("async.bug in=String.concat", IllegalStateException.class.getName())
                .doesNotContain("PLANTED");
    }

    @Test
    void a_fault_of_the_database_behind_a_message_is_logged_without_what_the_database_says(CapturedOutput log) {
        var town = town();
        var consultation = town.talk();
        jdbc.sql("create or replace function refuse() returns trigger language plpgsql as $$"
                        + " begin raise exception 'PLANTED'; end $$")
                .update();
        try (var live = town.live(town.child)) {
            Eventually.holds("the child has a seat", () -> seats(town.childId) == 1);
            var call = jdbc.sql("select call from consultation where id = ?")
                    .param(consultation)
                    .query(java.util.UUID.class)
                    .single();
            jdbc.sql("create trigger stuck before update on seat for each row when (old.actor = '" + town.childId
                            + "') execute function refuse()")
                    .update();

            live.send(new LiveToHub.ClaimSeat("claim", call, null, null));

            live.await(LiveToTerminal.Refused.class, one -> one.problem().type().endsWith("internal"));
            assertThat(log).contains("live.bug").doesNotContain("PLANTED");
        } finally {
            jdbc.sql("drop trigger if exists stuck on seat").update();
            town.conclude(consultation);
        }
    }

    private int seats(java.util.UUID actor) {
        return jdbc.sql("select count(*) from seat where actor = ?")
                .param(actor)
                .query(Integer.class)
                .single();
    }
}
