package org.wuduan.launcher.operate;

import java.io.PrintStream;
import java.time.Duration;
import org.wuduan.launcher.Trouble;
import tools.jackson.databind.JsonNode;

/** Lets nothing new begin, waits until nothing is under way any more, and then ends everything. */
final class HubDrain {
    /** Twice as long as the hub's own rounds, so that each look sees another. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(4);

    /** What the machine does for it. */
    interface Machine {
        void pause(Duration time) throws InterruptedException;

        /** Asks the launcher to end everything, and waits for it; false when it does not. */
        boolean end(long launcher) throws InterruptedException;
    }

    private final HubDoor door;
    private final Machine machine;
    private final PrintStream out;

    HubDrain(HubDoor door, Machine machine, PrintStream out) {
        this.door = door;
        this.machine = machine;
        this.out = out;
    }

    void run() throws InterruptedException {
        if (!door.give("hub/drain")) {
            throw new Trouble("The hub does not answer, so nothing was done: look at ./run and into its log.");
        }
        out.println("No new consultations are taken; every screen says so. Ctrl-C here stops nothing:");
        out.println("'./run resume' takes new consultations again.");
        waitUntilNothingIsUnderWay();
        out.println("Nothing is under way: everything is being ended.");
        if (!machine.end(door.launcher())) {
            throw new Trouble("./run did not end within a minute: press Ctrl-C where it runs.");
        }
        out.println("Everything has ended.");
    }

    /** What was counted just before the drain may be too low: only the second look without any counts. */
    private void waitUntilNothingIsUnderWay() throws InterruptedException {
        String told = "";
        String emptyAt = "";
        while (true) {
            var status = door.status();
            var words = status.map(HubDrain::words).orElse("the hub does not answer; trying again");
            if (!words.equals(told)) {
                out.println("· " + words);
                told = words;
            }
            var at = status.filter(HubDrain::isEmpty)
                    .map(empty -> empty.path("at").asString())
                    .orElse("");
            if (!at.isEmpty() && !emptyAt.isEmpty() && !at.equals(emptyAt)) {
                return;
            }
            emptyAt = at;
            if (status.isPresent() && !isDraining(status.get())) {
                // the hub was started anew meanwhile, or somebody resumed: who wants to stop says it again
                door.give("hub/drain");
            }
            machine.pause(LOOK_EVERY);
        }
    }

    private static boolean isDraining(JsonNode status) {
        return status.hasNonNull("noNewCallsSince");
    }

    private static boolean isEmpty(JsonNode status) {
        return isDraining(status) && status.path("underWay").asInt(1) == 0;
    }

    private static String words(JsonNode status) {
        int underWay = status.path("underWay").asInt(0);
        return underWay == 1 ? "1 consultation is under way" : underWay + " consultations are under way";
    }
}
