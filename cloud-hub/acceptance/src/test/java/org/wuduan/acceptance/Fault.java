package org.wuduan.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One fault of one process.
 *
 * @param victim sibling's name; the two bridges are named by whether the call is on them
 * @param kind what happens to it
 * @param frozenMillis how long it is stopped, where the story lets it go on
 */
record Fault(String victim, Kind kind, int frozenMillis) {
    static final String BRIDGE_IN_USE = "bridge-in-use";
    static final String SPARE_BRIDGE = "spare-bridge";

    private static final List<String> VICTIMS =
            List.of(Stack.LAUNCHER, "hub", "postgres", BRIDGE_IN_USE, SPARE_BRIDGE, "box-1", "bus-1", "simulator-1");
    /** Those that the launcher asks whether they answer; the others it lets go on when it sees them stopped. */
    private static final List<String> WATCHED = List.of("hub", BRIDGE_IN_USE, "box-1");

    private static final int FROZEN_MILLIS_MIN = 300;
    private static final int FROZEN_MILLIS_MAX = 8_000;

    enum Kind {
        /** SIGKILL. */
        KILLED,
        /** SIGSTOP, and SIGCONT after a while. */
        FROZEN,
        /** SIGSTOP until the launcher notices and ends it, or lets it go on. */
        FROZEN_UNTIL_NOTICED
    }

    /** So many faults in an order of chance: every victim in every way, killed and frozen about equally often. */
    static List<Fault> ofChance(int count, Random random) {
        var faults = new ArrayList<Fault>();
        faults.add(new Fault(WATCHED.get(random.nextInt(WATCHED.size())), Kind.FROZEN_UNTIL_NOTICED, 0));
        faults.add(new Fault("postgres", Kind.FROZEN_UNTIL_NOTICED, 0));
        while (faults.size() < count) {
            var victim = VICTIMS.get(faults.size() % VICTIMS.size());
            boolean killed = faults.size() / VICTIMS.size() % 2 == 0;
            int millis = killed ? 0 : random.nextInt(FROZEN_MILLIS_MIN, FROZEN_MILLIS_MAX);
            faults.add(new Fault(victim, killed ? Kind.KILLED : Kind.FROZEN, millis));
        }
        var some = new ArrayList<>(faults.subList(0, count));
        Collections.shuffle(some, random);
        return List.copyOf(some);
    }

    /** Whether pictures and sound must go on all the while: they need nothing but the bridge and the browsers. */
    boolean leavesTheMediaAlone() {
        return !victim.equals(BRIDGE_IN_USE);
    }

    /** Whether the simulated wearables can be told to measure during it. */
    boolean leavesTheWearablesAlone() {
        return !victim.equals("simulator-1") && !victim.equals("bus-1");
    }

    /** Whether every screen must say meanwhile that its link is lost: a database that was killed is soon back. */
    boolean cutsEveryScreenOff() {
        return switch (victim) {
            case "hub" -> kind != Kind.FROZEN;
            case "postgres" -> kind == Kind.FROZEN_UNTIL_NOTICED;
            default -> false;
        };
    }

    /** Whether the television alone must say so. */
    boolean cutsTheTelevisionOff() {
        return victim.equals("box-1") && kind != Kind.FROZEN;
    }

    @Override
    public String toString() {
        return victim + " " + kind + (kind == Kind.FROZEN ? " for " + frozenMillis + " ms" : "");
    }
}
