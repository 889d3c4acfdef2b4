package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty single faults, one after the other, while five terminals are in one call. */
@Tag("fifty-faults")
class FiftyFaultsStory {
    private static final String STORY = "fifty-faults";
    private static final int FAULTS = Integer.getInteger("faults", 50);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);

    private final Set<String> sent = new HashSet<>();
    private Map<String, Integer> epochs = Map.of();
    private long lastSeq;
    private int lastGeneration;

    @Test
    void whatever_dies_or_freezes_the_call_goes_on_and_everything_comes_back_by_itself() {
        var faults = Fault.ofChance(FAULTS, new Random(Seed.given().number()));
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            var five = new FiveAtOnce(browsers);
            var views = new SeenViews(five.terminals());
            var screen = new SavedOnScreen(five.tv.terminal().page());
            browsers.tell(STORY, () -> {
                var call = five.meet(stack);
                for (int number = 1; number <= faults.size(); number++) {
                    one(number, faults.get(number - 1), stack, new Scene(five, call, views, screen));
                }
                browsers.screenshots(STORY, "1-after-all-faults");
                theReadingsAreWhole(stack, screen);
                concluded(five);
            });
        }
    }

    private record Scene(FiveAtOnce five, InTheCall call, SeenViews views, SavedOnScreen screen) {}

    private void one(int number, Fault fault, Stack stack, Scene scene) {
        long begin = System.nanoTime();
        long pid = stack.pid(siblingOf(fault, stack));
        happens(fault, pid, stack);
        if (fault.cutsTheTelevisionOff()) {
            scene.five.tv.terminal().awaitVisible("[data-link='lost']");
        }
        if (fault.cutsEveryScreenOff()) {
            scene.call.everyScreenSaysThatTheLinkIsLost();
        }
        if (fault.leavesTheWearablesAlone()) {
            measure(stack);
        }
        if (fault.leavesTheMediaAlone()) {
            scene.call.everyPictureMoves();
        }
        passes(fault, pid, stack, scene);
        scene.call.everyScreenSaysThatTheLinkIsUp();
        scene.call.everyoneSeesEveryone();
        scene.call.everyPictureMoves();
        scene.call.nobodyElseIsThere();
        Patience.untilItPasses(() -> everythingIsPossible(stack, scene));
        aReadingArrives(stack, scene.screen);
        System.out.printf(
                "fault %d: %s; whole again after %d ms%n", number, fault, (System.nanoTime() - begin) / 1_000_000);
    }

    private static void happens(Fault fault, long pid, Stack stack) {
        switch (fault.kind()) {
            case KILLED ->
                ProcessHandle.of(pid)
                        .orElseThrow(() -> new AssertionError(fault + ": it does not run"))
                        .destroyForcibly();
            case FROZEN, FROZEN_UNTIL_NOTICED -> frozen(fault, pid).forEach(stack::freeze);
        }
    }

    /** PostgreSQL is frozen with all its workers; what the launcher has started are victims of their own. */
    private static List<Long> frozen(Fault fault, long pid) {
        return fault.victim().equals("postgres") ? Stack.family(pid) : List.of(pid);
    }

    /** Until the fault is over: what was killed runs anew, what was stopped goes on or runs anew. */
    private static void passes(Fault fault, long pid, Stack stack, Scene scene) {
        switch (fault.kind()) {
            case KILLED -> stack.awaitAnew(siblingNow(fault, pid, stack), pid);
            case FROZEN -> {
                scene.screen.watch(fault.frozenMillis());
                frozen(fault, pid).forEach(stack::thaw);
            }
            case FROZEN_UNTIL_NOTICED -> Patience.until(fault + " was noticed", BACK_WITHIN, () -> goesOn(fault, pid));
        }
    }

    private static boolean goesOn(Fault fault, long pid) {
        return frozen(fault, pid).stream().noneMatch(FiftyFaultsStory::isStopped);
    }

    private static boolean isStopped(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith(") T", stat.lastIndexOf(')'));
        } catch (IOException gone) {
            return false;
        }
    }

    private static String siblingOf(Fault fault, Stack stack) {
        return switch (fault.victim()) {
            case Fault.BRIDGE_IN_USE -> bridge(stack);
            case Fault.SPARE_BRIDGE -> bridge(stack).equals("janus-a") ? "janus-b" : "janus-a";
            default -> fault.victim();
        };
    }

    /** The bridge in use is another one by now: what was killed is known by its process. */
    private static String siblingNow(Fault fault, long pid, Stack stack) {
        if (!fault.victim().contains("bridge")) {
            return fault.victim();
        }
        var log = stack.pids();
        for (var name : List.of("janus-a", "janus-b")) {
            var now = log.get(name);
            if (now == null || now == pid) {
                return name;
            }
        }
        return "janus-a";
    }

    private static String bridge(Stack stack) {
        return stack.database()
                .column("select node from call where ended_at is null and node is not null")
                .getFirst();
    }

    private String measure(Stack stack) {
        int number = sent.size();
        var bytes = stack.simulator(1).bloodPressure(110 + number % 50, 60 + number / 50, 72);
        sent.add(bytes);
        return bytes;
    }

    /** After each fault a measurement finds its way again. */
    private void aReadingArrives(Stack stack, SavedOnScreen screen) {
        Patience.until(
                "the box listens to the cuff",
                BACK_WITHIN,
                () -> stack.simulator(1).runsAndCuffIsHeard());
        Patience.until("the television hears its box", BACK_WITHIN, screen::isConnected);
        var bytes = measure(stack);
        Patience.until("the reading is saved", BACK_WITHIN, () -> screen.hasSaved(bytes));
        Patience.until(
                "the reading is in the database",
                BACK_WITHIN,
                () -> KeptReading.all(stack.database()).stream()
                        .anyMatch(one -> one.bytes().equals(bytes)));
    }

    /** The same on every screen and in the database, and nothing that counts up has gone back. */
    private void everythingIsPossible(Stack stack, Scene scene) {
        var seen = scene.views.sameEverywhere();
        assertThat(seen.state()).isEqualTo("live");
        assertThat(seen.seats())
                .hasSize(5)
                .allSatisfy((seat, presence) -> assertThat(presence).isEqualTo("present"));
        assertThat(seen.seq()).isGreaterThanOrEqualTo(lastSeq);
        assertThat(seen.generation()).isGreaterThanOrEqualTo(lastGeneration);
        lastSeq = seen.seq();
        lastGeneration = seen.generation();
        var database = stack.database();
        assertThat(database.column("select state from consultation")).containsExactly("live");
        assertThat(database.column("select generation || ' ' || media from call where ended_at is null"))
                .containsExactly(seen.generation() + " ready");
        var stream = "'consultation/" + seen.consultation() + "'";
        assertThat(database.column("select head from journal_stream where name = " + stream))
                .containsExactly(Long.toString(seen.seq()));
        assertThat(database.column(
                        "select max(sequence) <= " + seen.seq() + " from journal_event where stream = " + stream))
                .containsExactly("t");
        oneConnectionPerSeat(database);
    }

    private void oneConnectionPerSeat(Database database) {
        var now = new HashMap<String, Integer>();
        for (var row : database.column("select id || ' ' || epoch || ' ' || seated || ' ' || presence || ' '"
                + " || (lost_at is null) from seat")) {
            var parts = row.split(" ");
            assertThat(List.of(parts).subList(2, 5)).as(row).containsExactly("true", "present", "true");
            now.put(parts[0], Integer.valueOf(parts[1]));
        }
        assertThat(now).hasSize(5);
        epochs.forEach((seat, epoch) -> assertThat(now.get(seat)).isGreaterThanOrEqualTo(epoch));
        epochs = Map.copyOf(now);
    }

    private void theReadingsAreWhole(Stack stack, SavedOnScreen screen) {
        for (var one : List.of("strap", "oximeter")) {
            stack.simulator(1).worn(one, false);
        }
        Patience.until("what was saved has arrived", BACK_WITHIN, () -> {
            screen.watch(1);
            return KeptReading.all(stack.database()).stream()
                    .map(KeptReading::id)
                    .collect(Collectors.toSet())
                    .containsAll(screen.saved());
        });
        var kept = KeptReading.all(stack.database());
        var ofTheCuff = kept.stream().filter(KeptReading::hasDeviceTime).toList();
        var lost = new ArrayList<>(sent);
        ofTheCuff.forEach(reading -> lost.remove(reading.bytes()));
        System.out.printf(
                "measured by the cuff %d, of them in the database %d; saved on the screen %d, in the database %d%n",
                sent.size(), ofTheCuff.size(), screen.saved().size(), kept.size());
        assertThat(kept.stream().map(KeptReading::id)).doesNotHaveDuplicates().containsAll(screen.saved());
        assertThat(ofTheCuff.stream().map(KeptReading::measurement)).doesNotHaveDuplicates();
        assertThat(ofTheCuff.stream().map(KeptReading::bytes)).allMatch(sent::contains);
        assertThat(new BoxOutbox(stack.data().resolve("box-1")).refused()).isEmpty();
    }

    private static void concluded(FiveAtOnce five) {
        five.first.conclude("normal", "每天早上吃一片降压药。");
        five.tv.awaitScreen("summary");
        five.noPageFailed();
    }
}
