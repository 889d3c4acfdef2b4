package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 500 measurements while the hub and the box are killed again and again at moments of chance. */
@Tag("nothing-lost")
class NothingLostStory {
    private static final String STORY = "nothing-lost";
    private static final int MEASUREMENTS = 500;
    /** A kill comes so long after a measurement at most: as long as one is on its way from the cuff to the database. */
    private static final int ON_ITS_WAY_MILLIS = 120;

    /** Between two measurements at most: a person takes one a minute, but who has a minute 500 times. */
    private static final int PAUSE_MILLIS = 30;

    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);

    private enum Kill {
        BOX(5),
        HUB(2),
        BOTH_AT_ONCE(2),
        /** So that the box dies while readings surely wait. */
        BOX_WHILE_THE_HUB_IS_DEAD(3);

        private final int times;

        Kill(int times) {
            this.times = times;
        }
    }

    private final Set<String> sent = new HashSet<>();
    private final Set<String> committed = new TreeSet<>();
    private int foundInOutbox;

    @Test
    void every_reading_that_the_outbox_committed_is_in_the_database_exactly_once() {
        var random = new Random(Seed.given().number());
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            var tv = browsers.terminal("tv-1", 1280, 720);
            var screen = new SavedOnScreen(tv.page());
            browsers.tell(STORY, () -> {
                stack.simulator(1).worn("strap", false);
                stack.simulator(1).worn("oximeter", false);
                tv.open(stack.url("tv-1"));
                Patience.until("the box is enrolled", BACK_WITHIN, screen::hubIsUp);
                measureAndKill(stack, screen, random);
                everythingArrives(stack, screen);
                compare(stack, screen, KeptReading.all(stack.database()));
            });
        }
    }

    private void measureAndKill(Stack stack, SavedOnScreen screen, Random random) {
        var kills = new ArrayList<Kill>();
        List.of(Kill.values()).forEach(kill -> kills.addAll(Collections.nCopies(kill.times, kill)));
        Collections.shuffle(kills, random);
        for (int round = 0; round < kills.size(); round++) {
            awaitAtWork(stack, screen, kills.get(round));
            if (random.nextInt(4) > 0) {
                awaitOneMoreSaved(stack, screen);
            }
            int begin = sent.size();
            int end = (MEASUREMENTS - 1) * (round + 1) / kills.size();
            measureUpTo(stack, screen, begin + random.nextInt(end - begin), random);
            screen.watch(1 + random.nextInt(ON_ITS_WAY_MILLIS));
            System.out.printf("kill %s after %d measurements%n", kills.get(round), sent.size());
            kill(stack, screen, kills.get(round));
            measureUpTo(stack, screen, end, random);
        }
    }

    private void measureUpTo(Stack stack, SavedOnScreen screen, int count, Random random) {
        for (int next = sent.size(); next < count; next++) {
            measure(stack, next);
            screen.watch(1 + random.nextInt(PAUSE_MILLIS));
        }
    }

    /** Each measurement has numbers of its own. */
    private String measure(Stack stack, int number) {
        var bytes = stack.simulator(1).bloodPressure(110 + number % 50, 60 + number / 50, 72);
        sent.add(bytes);
        return bytes;
    }

    /** What is to be killed must be in the middle of its work. */
    private static void awaitAtWork(Stack stack, SavedOnScreen screen, Kill kill) {
        if (kill != Kill.HUB) {
            Patience.until(
                    "the box listens to the cuff",
                    BACK_WITHIN,
                    () -> stack.simulator(1).cuffIsHeard());
        }
        if (kill == Kill.HUB || kill == Kill.BOTH_AT_ONCE) {
            Patience.until("the box reaches the hub", BACK_WITHIN, screen::hubIsUp);
        }
    }

    private void kill(Stack stack, SavedOnScreen screen, Kill kill) {
        long hub = stack.pid("hub");
        long box = stack.pid("box-1");
        if (kill != Kill.BOX) {
            stack.kill("hub");
        }
        if (kill == Kill.BOX_WHILE_THE_HUB_IS_DEAD) {
            awaitOneMoreSaved(stack, screen);
        }
        if (kill != Kill.HUB) {
            stack.kill("box-1");
            Patience.until("the killed box is gone", () -> ProcessHandle.of(box).isEmpty());
            var waiting = outbox(stack).waiting();
            foundInOutbox += waiting.size();
            committed.addAll(waiting);
            stack.awaitAnew("box-1", box);
        }
        if (kill != Kill.BOX) {
            stack.awaitAnew("hub", hub);
        }
    }

    /** Most kills hit a box that works; some hit one that has just come back and gets all that the cuff has kept. */
    private void awaitOneMoreSaved(Stack stack, SavedOnScreen screen) {
        Patience.until("the television hears its box", BACK_WITHIN, screen::isConnected);
        var one = measure(stack, sent.size());
        Patience.until("the box has saved one more", BACK_WITHIN, () -> screen.hasSaved(one));
    }

    private static BoxOutbox outbox(Stack stack) {
        return new BoxOutbox(stack.data().resolve("box-1"));
    }

    /** One last measurement closes the line: readings keep their order, so once it is in the database all others are. */
    private void everythingArrives(Stack stack, SavedOnScreen screen) {
        Patience.until(
                "the cuff has handed over everything",
                BACK_WITHIN,
                () -> stack.simulator(1).cuffIsHeard() && stack.simulator(1).keptByTheCuff() == 0);
        var last = measure(stack, MEASUREMENTS - 1);
        Patience.until(
                "the last reading is in the database",
                BACK_WITHIN,
                () -> KeptReading.all(stack.database()).stream()
                        .anyMatch(reading -> reading.bytes().equals(last)));
        Patience.until("nothing waits in the outbox", screen::nothingWaits);
        committed.addAll(screen.saved());
    }

    private void compare(Stack stack, SavedOnScreen screen, List<KeptReading> kept) {
        var ofTheCuff = kept.stream().filter(KeptReading::hasDeviceTime).toList();
        var lost = new HashSet<>(sent);
        ofTheCuff.forEach(reading -> lost.remove(reading.bytes()));
        System.out.printf(
                "measured by the cuff %d, in the database %d, lost before the outbox %d; of all devices seen committed by"
                        + " the outbox %d (said on the screen %d, found after kills %d), in the database %d%n",
                sent.size(),
                ofTheCuff.size(),
                lost.size(),
                committed.size(),
                screen.saved().size(),
                foundInOutbox,
                kept.size());

        assertThat(sent).hasSize(MEASUREMENTS);
        assertThat(foundInOutbox).isPositive();
        assertThat(kept.stream().map(KeptReading::id)).doesNotHaveDuplicates().containsAll(committed);
        assertThat(ofTheCuff.stream().map(KeptReading::measurement)).doesNotHaveDuplicates();
        assertThat(ofTheCuff.stream().map(KeptReading::bytes)).allMatch(sent::contains);
        assertThat(outbox(stack).refused()).isEmpty();
    }
}
