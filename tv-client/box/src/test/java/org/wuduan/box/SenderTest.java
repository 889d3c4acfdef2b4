package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.box.BootClock.Tick;
import org.wuduan.box.FakeHub.Fault;
import org.wuduan.box.Outbox.Limits;
import org.wuduan.box.Outbox.Received;
import org.wuduan.contract.Reading;

class SenderTest {
    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<UUID> delivered = new CopyOnWriteArrayList<>();
    private FakeHub hub;
    private Outbox outbox;
    private Sender sender;
    private Thread thread;

    @BeforeEach
    void enrolled_box_with_an_outbox() throws Exception {
        hub = FakeHub.start();
        outbox = Outbox.open(folder, Limits.OF_A_BOX);
        var key = BoxIdentity.openOrMake(folder, Fixtures.NOW);
        var http = new HubHttp(vertx, new HubAddress(hub.address(), Optional.empty()));
        new Enrolment(folder, key, http, Fixtures.silentLog()).enrol(FakeHub.CODE);
        var tokens = new HubTokens(key, http, InstantSource.system(), System::nanoTime);
        sender = new Sender(
                new Sender.Parts(outbox, http, tokens, new Delivered()), Fixtures.CLOCKS, Fixtures.silentLog());
        thread = Thread.ofVirtual().unstarted(sender);
    }

    @AfterEach
    void end() throws Exception {
        thread.interrupt();
        thread.join();
        HubHttp.await(vertx.close());
        outbox.close();
        hub.close();
    }

    @Test
    void everything_is_delivered_in_order_in_batches_of_at_most_500() {
        var ids = save(501);

        thread.start();

        emptied(501);
        assertThat(hub.batches).extracting(List::size).containsExactly(500, 1);
        assertThat(delivered).isEqualTo(ids);
        assertThat(hub.stored).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_batch_whose_answer_got_lost_is_sent_again_with_the_same_ids() {
        var ids = save(3);
        hub.next(Fault.ANSWER_LOST);

        thread.start();

        emptied(3);
        assertThat(hub.batches).containsExactly(ids, ids);
        assertThat(delivered).isEqualTo(ids);
    }

    @Test
    void a_refused_token_is_replaced() {
        var ids = save(2);
        hub.next(Fault.TOKEN_REFUSED);

        thread.start();

        emptied(2);
        assertThat(hub.tokensGiven).isEqualTo(2);
        assertThat(delivered).isEqualTo(ids);
    }

    @Test
    void a_failing_hub_gets_the_batch_again() {
        var ids = save(2);
        hub.next(Fault.INTERNAL);
        hub.next(Fault.INTERNAL);

        thread.start();

        emptied(2);
        assertThat(hub.batches).containsExactly(ids, ids, ids);
    }

    @Test
    void a_hub_that_was_away_gets_everything_when_it_is_back() throws Exception {
        var ids = save(2);
        hub.stop();
        thread.start();

        hub.restart();
        sender.wake();

        emptied(2);
        assertThat(hub.stored).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void what_the_hub_refuses_leaves_the_outbox_and_is_kept_for_the_operator() throws Exception {
        var ids = save(3);
        hub.refuse.add(ids.get(1));

        thread.start();

        emptied(3);
        assertThat(delivered).containsExactly(ids.get(0), ids.get(2));
        assertThat(outbox.refusedKept()).isEqualTo(1);
    }

    @Test
    void one_reading_that_spoils_every_batch_is_found_and_the_others_go_through() throws Exception {
        var ids = save(20);
        hub.poison.add(ids.get(13));

        thread.start();

        emptied(20);
        assertThat(hub.stored).hasSize(19).doesNotContain(ids.get(13));
        assertThat(outbox.refusedKept()).isEqualTo(1);
    }

    @Test
    void one_reading_at_which_the_hub_fails_is_set_aside_and_the_others_go_through() throws Exception {
        var ids = save(20);
        hub.crashes.add(ids.get(13));

        thread.start();

        impatientlyUntil("one is set aside", () -> outbox.setAsideKept() == 1 && outbox.waiting() == 0);
        assertThat(hub.stored).hasSize(19).doesNotContain(ids.get(13));
        assertThat(outbox.refusedKept()).isZero();
    }

    @Test
    void what_was_set_aside_is_delivered_when_the_hub_has_been_mended() {
        var ids = save(2);
        hub.crashes.add(ids.getFirst());
        thread.start();
        impatientlyUntil("one is set aside", () -> outbox.setAsideKept() == 1 && outbox.waiting() == 0);

        hub.crashes.clear();
        sender.bringBack();

        impatientlyUntil("everything is delivered", () -> hub.stored.containsAll(ids));
        assertThat(outbox.setAsideKept()).isZero();
    }

    @Test
    void a_hub_that_fails_at_everything_blames_no_reading() {
        var ids = save(4);
        hub.crashes.addAll(ids);
        thread.start();
        int untilEachWasSuspect = 6 * Sender.FAILURES_MAX;
        impatientlyUntil("all were tried alone", () -> hub.batches.size() > 2 * untilEachWasSuspect);
        assertThat(outbox.setAsideKept()).isZero();

        hub.crashes.clear();

        impatientlyUntil("everything is delivered", () -> outbox.waiting() == 0);
        assertThat(hub.stored).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(outbox.setAsideKept()).isZero();
    }

    @Test
    void as_many_suspects_as_the_limit_are_told_from_a_failing_hub() {
        var bad = save(Sender.SUSPECTS_MAX);
        var good = save(1);
        hub.crashes.addAll(bad);

        thread.start();

        impatientlyUntil("all bad ones are set aside", () -> outbox.setAsideKept() == Sender.SUSPECTS_MAX);
        assertThat(hub.stored).containsExactlyElementsOf(good);
    }

    @Test
    void one_more_suspect_than_the_limit_and_it_is_the_hub() {
        var bad = save(Sender.SUSPECTS_MAX + 1);
        save(1);
        hub.crashes.addAll(bad);
        thread.start();

        UUID oldest = bad.getFirst();
        impatientlyUntil("the oldest is tried alone again after the newest of the bad ones", () -> {
            var sent = List.copyOf(hub.batches);
            int newest = sent.lastIndexOf(List.of(bad.getLast()));
            return newest >= 0 && sent.subList(newest, sent.size()).contains(List.of(oldest));
        });
        assertThat(outbox.setAsideKept()).isZero();
        assertThat(hub.stored).isEmpty();
    }

    @Test
    void an_overloaded_hub_gets_the_whole_batch_again_however_often() {
        var ids = save(4);
        for (int i = 0; i < 2 * Sender.FAILURES_MAX; i++) {
            hub.next(Fault.OVERLOADED);
        }

        thread.start();

        impatientlyUntil("everything is delivered", () -> outbox.waiting() == 0);
        assertThat(hub.batches).hasSize(2 * Sender.FAILURES_MAX + 1).containsOnly(ids);
    }

    @Test
    void a_batch_says_the_boxs_time_and_how_long_each_reading_has_waited_in_this_start_of_the_machine() {
        var minuteAgo = new Tick(Fixtures.UP.boot(), Fixtures.UP.millis() - 60_000);
        for (Tick received : Arrays.asList(minuteAgo, new Tick("an-earlier-start", 5), null)) {
            outbox.save(List.of(new Received(Fixtures.spot(), received)));
        }

        thread.start();

        emptied(3);
        assertThat(hub.sent).hasSize(1);
        assertThat(hub.sent.getFirst().sentAt()).isEqualTo(Fixtures.NOW);
        assertThat(hub.sent.getFirst().readings())
                .extracting(Reading::waitedMillis)
                .containsExactly(60_000L, null, null);
    }

    private List<UUID> save(int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            Reading reading = Fixtures.spot();
            Fixtures.save(outbox, reading);
            ids.add(reading.id());
        }
        return ids;
    }

    private void emptied(int count) {
        Eventually.until("the outbox is empty", () -> outbox.waiting() == 0 && delivered.size() + kept() == count);
    }

    /** Pauses between the tries do not count for a test. */
    private void impatientlyUntil(String what, BooleanSupplier happened) {
        Eventually.until(what, () -> {
            sender.wake();
            return happened.getAsBoolean();
        });
    }

    private int kept() {
        try {
            return outbox.refusedKept();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private final class Delivered implements ReadingNews {
        @Override
        public void saved(Reading reading) {}

        @Override
        public void delivered(List<Reading> readings) {
            readings.forEach(one -> delivered.add(one.id()));
        }

        @Override
        public void changed() {}
    }
}
