package org.wuduan.wearables.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.wuduan.wearables.RadioEvent;
import org.wuduan.wearables.RadioEvent.RadioBack;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.ValuesDropped;
import org.wuduan.wearables.RadioListener;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.fixtures.HeardEvents;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

class EventQueueTest {
    private static final ValueReceived VALUE =
            new ValueReceived(new Wearable("C0:00:00:00:01:02", "SimHR"), Profile.HEART_RATE, Frame.ofHex("0040"));

    @Test
    void values_up_to_the_limit_wait_and_those_past_it_are_dropped_and_counted() throws InterruptedException {
        HeardEvents heard = new HeardEvents();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        EventQueue queue = new EventQueue(event -> {
            busy.countDown();
            awaitQuietly(release);
            heard.accept(event);
        });
        queue.put(new RadioBack());
        busy.await();

        for (int i = 0; i < EventQueue.EVENTS_MAX + 3; i++) {
            queue.offer(VALUE);
        }
        release.countDown();

        heard.awaitValues(EventQueue.EVENTS_MAX);
        assertThat(heard.await(new ValuesDropped(3))).hasSize(EventQueue.EVENTS_MAX + 2);
        queue.end();
    }

    @Test
    void what_waits_is_told_without_a_pause_up_to_the_limit() throws InterruptedException {
        HeardEvents heard = new HeardEvents();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        EventQueue queue = new EventQueue(new RadioListener() {
            @Override
            public void accept(RadioEvent event) {
                busy.countDown();
                awaitQuietly(release);
                heard.accept(event);
            }

            @Override
            public void paused() {
                heard.paused();
            }
        });
        queue.put(new RadioBack());
        busy.await();

        for (int i = 0; i < 2 * RadioListener.TOGETHER_MAX; i++) {
            queue.offer(VALUE);
        }
        release.countDown();

        heard.awaitValues(2 * RadioListener.TOGETHER_MAX);
        heard.awaitPause();
        assertThat(heard.together()).containsExactly(RadioListener.TOGETHER_MAX, RadioListener.TOGETHER_MAX, 1);
        queue.end();
    }

    @Test
    void an_interrupted_thread_still_gets_its_event_through() {
        HeardEvents heard = new HeardEvents();
        EventQueue queue = new EventQueue(heard);

        Thread.currentThread().interrupt();
        queue.put(new RadioBack());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard.await(new RadioBack())).hasSize(1);
        queue.end();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
