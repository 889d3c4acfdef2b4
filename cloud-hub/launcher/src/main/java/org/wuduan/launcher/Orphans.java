package org.wuduan.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a killed launcher left running: exactly those processes, never one that only has the same id. A consultation may
 * go on there, so what would be started just the same is kept.
 */
public final class Orphans {

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Orphans() {}

    /** Those that are what would be started now: same command, same settings, same programs. */
    public static List<ProcessBook.Entry> adoptable(List<ProcessBook.Entry> running, List<Sibling> planned) {
        var wanted = planned.stream().collect(Collectors.toMap(Sibling::name, Fingerprint::of));
        return running.stream()
                .filter(entry -> entry.madeOf().equals(wanted.get(entry.name())))
                .toList();
    }

    /**
     * Asks the orphans to end, the last started first, and kills those that don't.
     *
     * @throws Trouble when one lives on even so, which two databases on one folder would not survive
     * @return the names of those that were found
     */
    public static List<String> end(List<ProcessBook.Entry> book) throws InterruptedException {
        var found = new ArrayList<String>();
        for (var entry : book.reversed()) {
            if (!entry.id().runs()) {
                continue;
            }
            found.add(entry.name());
            Signals.send(entry.id().pid(), entry.signal());
            if (!ended(entry.id(), WITHIN)) {
                Signals.send(entry.id().pid(), "KILL");
                if (!ended(entry.id(), WITHIN)) {
                    throw new Trouble(entry.name() + " of an earlier run (process "
                            + entry.id().pid() + ") can't be ended: restart this machine.");
                }
            }
        }
        return found;
    }

    private static boolean ended(ProcessId id, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (id.runs()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
