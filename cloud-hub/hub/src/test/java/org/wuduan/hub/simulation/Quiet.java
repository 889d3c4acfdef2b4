package org.wuduan.hub.simulation;

import java.time.Duration;
import org.wuduan.contract.View.ConsultationView.Action;

/** Lets everything that was broken be whole again, and everything that was under way arrive. */
final class Quiet {
    /** Rounds after which nothing may be under way any more; a world that goes on longer never comes to rest. */
    private static final int ROUNDS_MAX = 60;

    /** A page whose media is refused tries again in each round; what it needs may be the hub's next look. */
    private static final int ROUNDS_BETWEEN_LOOKS = 8;

    /** Longer than a ring and than a lost seat is held. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private final World world;

    Quiet(World world) {
        this.world = world;
    }

    void comes() {
        world.machine.database.mend();
        world.bridges().forEach(bridge -> {
            if (!bridge.isUp()) {
                bridge.comeBack();
            }
        });
        world.useAllBridges();
        settle();
        if (world.machine.database.committedUnknown()) {
            // nothing was announced of what the hub does not know: the heads in the heartbeat tell it
            world.lines.forEach(line -> line.viewDue = true);
        }
        world.machine.clock.pass(LONG);
        world.tick();
        settle();
    }

    /** The undisturbed way from the request to the talk. */
    void leadsToTheTalk() {
        step("doctor", Action.ACCEPT);
        step("tv", Action.ANSWER);
        step("tv", Action.CONSENT);
    }

    private void step(String who, Action action) {
        for (var page : world.pages) {
            var line = page.line;
            if (page.name.equals(who) && line != null) {
                world.pushView(line);
                world.deliverToPage(page);
                world.act(page, action);
                commands();
                background();
            }
        }
    }

    /** What a consultation that has just ended still has under way. */
    void comesAfterTheEnd() {
        settle();
    }

    private void settle() {
        boolean looked = false;
        for (int round = 1; round <= ROUNDS_MAX; round++) {
            boolean happened = anythingHappened();
            if (!happened && looked) {
                return;
            }
            looked = !happened;
            if (!happened || round % ROUNDS_BETWEEN_LOOKS == 0) {
                // what waits for the hub's next look at seats and bridges
                world.tick();
            }
        }
        throw new AssertionError("the world does not come to rest");
    }

    private boolean anythingHappened() {
        boolean happened = reconnect();
        happened |= background();
        happened |= commands();
        happened |= lines();
        return happened;
    }

    private boolean reconnect() {
        boolean happened = false;
        for (var line : java.util.List.copyOf(world.lines)) {
            if (line.cut) {
                world.hubNotices(line);
                happened = true;
            }
        }
        for (var page : world.pages) {
            if (page.line == null && !page.off) {
                world.connect(page);
                happened = true;
            }
        }
        return happened;
    }

    private boolean background() {
        boolean happened = !world.machine.background.isEmpty();
        world.runBackground();
        return happened;
    }

    private boolean commands() {
        boolean happened = false;
        for (var page : world.pages) {
            for (var request : page.requests) {
                while (!request.answered() || request.underWay > 0) {
                    request.underWay = Math.max(1, request.underWay);
                    world.deliver(request);
                    world.deliverAnswer(request);
                    happened = true;
                }
            }
        }
        return happened;
    }

    private boolean lines() {
        boolean happened = false;
        for (var page : world.pages) {
            var line = page.line;
            if (line == null) {
                continue;
            }
            while (!line.toHub.isEmpty()) {
                world.deliverToHub(line);
                happened = true;
            }
            if (line.viewDue) {
                world.pushView(line);
                happened = true;
            }
            while (!line.toPage.isEmpty()) {
                world.deliverToPage(page);
                happened = true;
            }
        }
        return happened;
    }
}
