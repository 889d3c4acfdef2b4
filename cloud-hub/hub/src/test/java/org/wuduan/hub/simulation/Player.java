package org.wuduan.hub.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.wuduan.contract.ConsultationState;

/** Plays schedules one after the other on one hub, and counts what they led to. */
final class Player {
    private static final int FRAMES_SHOWN = 8;

    private final Machine machine;
    private final Village.Books books;
    private final Map<String, Integer> reached = new TreeMap<>();
    private Village village;

    Player(Machine machine, Village.Books books, String villageName) {
        this.machine = machine;
        this.books = books;
        this.village = Village.found(books, villageName);
        machine.restart();
    }

    /** How many schedules led to what, for example LIVE, or a call in its third generation. */
    int reached(String what) {
        return reached.getOrDefault(what, 0);
    }

    Map<String, Integer> reached() {
        return Map.copyOf(reached);
    }

    /** What was found wrong, then how the pages stand, then the story of the schedule; empty when nothing was. */
    List<String> play(long seed) {
        var random = new SplittableRandom(seed);
        var world = new World(machine, village, random);
        var schedule = new Schedule(world, random);
        var found = new ArrayList<String>();
        try {
            schedule.play();
            new Quiet(world).comes();
            found.addAll(new Invariants(world).check());
            count(world);
            if (found.isEmpty()) {
                world.endIt();
                new Quiet(world).comesAfterTheEnd();
                found.addAll(new Invariants(world).checkTheEnd());
            }
        } catch (RuntimeException | AssertionError thrown) {
            found.add(thrown.toString());
            Arrays.stream(thrown.getStackTrace()).limit(FRAMES_SHOWN).forEach(frame -> found.add("  at " + frame));
        }
        if (!found.isEmpty()) {
            world.pages.forEach(page -> found.add(page.toString()));
            found.addAll(schedule.story());
            beginAnew(seed);
        }
        return found;
    }

    private void count(World world) {
        var state = machine.consultation.state(world.consultation);
        reached.merge(state.name(), 1, Integer::sum);
        if (machine.consultation.isWithoutConsentAgain(world.consultation)) {
            reached.merge("consent taken back", 1, Integer::sum);
        }
        if (state == ConsultationState.LIVE) {
            var where = machine.call.where(machine.consultation.call(world.consultation));
            reached.merge("generation " + where.room().generation(), 1, Integer::sum);
            int seats = machine.consultation
                    .seated(world.consultation, village.box().id())
                    .size();
            reached.merge("seats " + seats, 1, Integer::sum);
        }
    }

    /** A patient whose consultation went wrong can't ask again. */
    private void beginAnew(long seed) {
        machine.database.mend();
        village = Village.found(books, "after-" + seed + "-" + System.identityHashCode(this));
        World.BRIDGES.forEach(machine.call::resume);
        machine.restart();
    }
}
